import type { ReactNode } from 'react';
import type { NoticeView } from '../../../contract/organisation.ts';
import { useNames, useTexts } from '../../i18n/use-texts.ts';
import { useNow } from '../../ui/now.ts';
import { fullTime } from '../../ui/spans.ts';
import { useLocale } from '../../ui/use-locale.ts';
import styles from './notices.module.css';
import { texts } from './texts.ts';

/** What happened, until when something is due, and why somebody escalated it. */
export function NoticeWords({ notice }: { notice: NoticeView }): ReactNode {
  const t = useTexts(texts);
  const names = useNames();
  const locale = useLocale();
  const now = useNow();
  const clock = names(notice.clock) || t('clockUnknown');
  const isByClock = notice.kind === 'escalated' && notice.clock !== null;
  const due = notice.due === null ? null : Date.parse(notice.due);
  return (
    <>
      <span className={styles.what}>
        {isByClock ? t('escalatedByClock', { clock }) : t(`kind.${notice.kind}`, { clock })}
        {due === null ? null : (
          <span className={styles.due} data-past={due < now}>
            {t(due < now ? 'wasDue' : 'due', { at: fullTime(due, locale, false) })}
          </span>
        )}
      </span>
      {notice.reason === '' ? null : <span className={styles.reason}>{t('reason', { reason: notice.reason })}</span>}
    </>
  );
}
