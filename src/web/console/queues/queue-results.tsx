import { SyncOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useRef } from 'react';
import { sortOf } from '../../../contract/queue-search.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Panel } from '../../ui/panel.tsx';
import { texts as uiTexts } from '../../ui/texts.ts';
import { useIsCompact } from '../../ui/use-width.ts';
import { TicketList } from '../app/ticket-list.tsx';
import { QueueEmpty } from './queue-empty.tsx';
import { QueueTable } from './queue-table.tsx';
import styles from './queues.module.css';
import type { QueueSearch } from './search.ts';
import { texts } from './texts.ts';
import { useHeldRows } from './use-held-rows.ts';
import { useQueue } from './use-queue.ts';

type Props = { search: QueueSearch; change: (change: Partial<QueueSearch>) => void };

export function QueueResults({ search, change }: Props): ReactNode {
  const t = useTexts(texts);
  const ui = useTexts(uiTexts);
  const queue = useQueue(search);
  const list = useRef<HTMLDivElement>(null);
  const isCompact = useIsCompact();
  const pages = queue.data?.pages ?? [];
  const fresh = pages.flatMap((page) => page.items);
  const key = `${JSON.stringify(search)}${queue.isPlaceholderData}`;
  const held = useHeldRows(key, fresh, pages.length, list);
  if (queue.isError) {
    return (
      <Panel isFlush>
        <ErrorState error={queue.error} onRetry={() => void queue.refetch()} />
      </Panel>
    );
  }
  if (queue.isPending && queue.fetchStatus !== 'idle') {
    return (
      <Panel isFlush>
        <Loading rows={10} />
      </Panel>
    );
  }
  if (fresh.length === 0) return <QueueEmpty search={search} change={change} />;
  return (
    <>
      {held.newCount > 0 || held.hasMoved ? (
        <div className={styles.news} role="status">
          <span>{held.newCount > 0 ? t('news.rows', { count: held.newCount }) : t('news.order')}</span>
          <Button size="small" type="primary" icon={<SyncOutlined />} onClick={held.apply}>
            {t('news.apply')}
          </Button>
        </div>
      ) : null}
      <div ref={list} className={queue.isPlaceholderData ? styles.stale : undefined}>
        <Panel isFlush>
          {isCompact ? (
            <TicketList rows={held.rows} hasOwner />
          ) : (
            <QueueTable rows={held.rows} search={search} sort={sortOf(search)} onSort={(sort) => change({ sort })} />
          )}
        </Panel>
      </div>
      <div className={styles.foot}>
        <span>{t(queue.hasNextPage ? 'shown' : 'shownAll', { count: held.rows.length })}</span>
        {queue.hasNextPage ? (
          <Button loading={queue.isFetchingNextPage} onClick={() => void queue.fetchNextPage()}>
            {ui('loadMore')}
          </Button>
        ) : null}
        <span className={styles.keys}>{t('keys')}</span>
      </div>
    </>
  );
}
