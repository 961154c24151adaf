import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { Panel } from '../../ui/panel.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { paths } from '../app/paths.ts';
import { NoticeList } from '../notices/notice-list.tsx';
import { texts } from './texts.ts';
import { useMyClosed } from './use-my-work.ts';
import styles from './work.module.css';

/** Beside the work: news, and what has been brought to its end. */
export function Beside(): ReactNode {
  const t = useTexts(texts);
  const closed = useMyClosed();
  return (
    <div className={styles.beside}>
      <Panel isFlush title={t('notices')} extra={<Link {...paths.notices()}>{t('allNotices')}</Link>}>
        <NoticeList limit={5} />
      </Panel>
      <Panel isFlush title={t('group.closed')}>
        {closed?.length === 0 ? <p className={styles.nothing}>{t('closed.empty')}</p> : null}
        <ul className={styles.closed}>
          {closed?.map((row) => (
            <li key={row.id}>
              <Link {...paths.ticket(row.id)} className={styles.closedItem}>
                <span className={styles.closedSubject}>{row.subject}</span>
                <span className={styles.fine}>
                  {row.number} · <TimeText at={row.receivedAt} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
