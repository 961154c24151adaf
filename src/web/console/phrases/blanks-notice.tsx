import { EditOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Blank } from '../../../domain/phrase/render.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import styles from './phrases.module.css';
import { texts } from './texts.ts';

const mostNamed = 6;

/** What a phrase left open, each a way to its place in the text. */
export function BlanksNotice({ blanks, onGo }: { blanks: readonly Blank[]; onGo: (blank: Blank) => void }): ReactNode {
  const t = useTexts(texts);
  if (blanks.length === 0) return null;
  return (
    <div className={styles.blanks} role="status">
      <EditOutlined aria-hidden /> {t('blanks.title', { count: blanks.length })}
      {blanks.slice(0, mostNamed).map((blank) => (
        <button
          key={blank.from}
          type="button"
          aria-label={t('blanks.go', { name: blank.name })}
          onClick={() => onGo(blank)}
        >
          {blank.name}
        </button>
      ))}
    </div>
  );
}
