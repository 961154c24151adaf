import { HistoryOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { useNow } from '../../ui/now.ts';
import { momentText } from '../../ui/spans.ts';
import { texts as uiTexts } from '../../ui/texts.ts';
import { useLocale } from '../../ui/use-locale.ts';
import styles from './form.module.css';
import { texts } from './texts.ts';

/** Says that unsent words were brought back, and lets go of them on demand. */
export function DraftNotice({ at, onDiscard }: { at: number | null; onDiscard: () => void }): ReactNode {
  const t = useTexts(texts);
  const ui = useTexts(uiTexts);
  const now = useNow();
  const locale = useLocale();
  if (at === null) return null;
  return (
    <p className={styles.draft} role="status">
      <HistoryOutlined aria-hidden />
      <span>{t('draft.restored', { ago: momentText(at, now, locale, ui) })}</span>
      <Button type="link" size="small" onClick={onDiscard}>
        {t('draft.discard')}
      </Button>
    </p>
  );
}
