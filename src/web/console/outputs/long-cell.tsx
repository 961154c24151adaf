import { type ReactNode, useState } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import styles from './outputs.module.css';
import { texts } from './texts.ts';

/** What is longer than this is folded, so that one demand does not fill the screen. */
const longest = 160;

export function LongCell({ text }: { text: string }): ReactNode {
  const t = useTexts(texts);
  const [isWhole, setWhole] = useState(false);
  if (text.length <= longest) return text;
  return (
    <div>
      <div className={isWhole ? undefined : styles.folded}>{text}</div>
      <button type="button" className={styles.unfold} aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
        {t(isWhole ? 'cell.less' : 'cell.whole')}
      </button>
    </div>
  );
}
