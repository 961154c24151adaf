import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { useNow } from '../../ui/now.ts';
import { fullTime } from '../../ui/spans.ts';
import { useLocale } from '../../ui/use-locale.ts';
import styles from './incidents.module.css';
import { texts } from './texts.ts';

/** When it should be over, and that it should have been: time for another word to the customers. */
export function Estimate({ at }: { at: string | null }): ReactNode {
  const t = useTexts(texts);
  const locale = useLocale();
  const now = useNow();
  if (at === null) return null;
  const ms = Date.parse(at);
  const time = fullTime(ms, locale);
  return ms > now ? (
    <span>{t('estimate', { time })}</span>
  ) : (
    <span className={styles.bad}>{t('estimate.over', { time })}</span>
  );
}
