import { InboxOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { Panel } from '../../ui/panel.tsx';
import { paths } from '../app/paths.ts';
import { TicketList } from '../app/ticket-list.tsx';
import { GroupTitle } from './my-open.tsx';
import { texts } from './texts.ts';
import type { usePool } from './use-my-work.ts';
import styles from './work.module.css';

/** Tickets that wait for somebody like me. Absent when there are none. */
export function Pool({ rows, hasMore, query }: ReturnType<typeof usePool>): ReactNode {
  const t = useTexts(texts);
  if (rows.length === 0 || query === null) return null;
  const all = paths.queues({
    ...(query.stage ? { stage: query.stage } : {}),
    ...(query.department ? { view: 'unassigned', department: query.department } : {}),
  });
  return (
    <Panel
      isFlush
      title={
        <GroupTitle
          icon={<InboxOutlined aria-hidden />}
          name={t('group.pool')}
          count={hasMore ? `${rows.length}+` : rows.length}
        />
      }
      extra={<span className={styles.fine}>{t('group.poolHint')}</span>}
    >
      <TicketList rows={rows} />
      <Link {...all} className={styles.more}>
        {t('more')}
      </Link>
    </Panel>
  );
}
