import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Panel } from '../../ui/panel.tsx';
import { texts as uiTexts } from '../../ui/texts.ts';
import { useIsCompact } from '../../ui/use-width.ts';
import { paths } from '../app/paths.ts';
import type { TrackingSearch } from './search.ts';
import { texts } from './texts.ts';
import styles from './tracking.module.css';
import { TrackingBoard } from './tracking-board.tsx';
import { TrackingCard } from './tracking-card.tsx';
import { TrackingTable } from './tracking-table.tsx';
import { useTracking, withChange } from './use-tracking.ts';

export function TrackingResults({ search }: { search: TrackingSearch }): ReactNode {
  const t = useTexts(texts);
  const ui = useTexts(uiTexts);
  const isCompact = useIsCompact();
  const tracking = useTracking(search);
  const rows = tracking.data?.pages.flatMap((page) => page.items) ?? [];
  if (tracking.isError && rows.length === 0) {
    return (
      <Panel isFlush>
        <ErrorState error={tracking.error} onRetry={() => void tracking.refetch()} />
      </Panel>
    );
  }
  if (tracking.isPending) {
    return (
      <Panel isFlush>
        <Loading rows={8} />
      </Panel>
    );
  }
  if (rows.length === 0) return <Nothing search={search} />;
  const list = isCompact ? (
    <ul className={styles.cards} aria-label={t('table.label')}>
      {rows.map((row) => (
        <TrackingCard key={row.id} row={row} hasPhase />
      ))}
    </ul>
  ) : (
    <Panel isFlush>
      <TrackingTable rows={rows} />
    </Panel>
  );
  return (
    <>
      <div className={tracking.isPlaceholderData ? styles.stale : undefined}>
        {search.view === 'board' ? <TrackingBoard rows={rows} /> : list}
      </div>
      <div className={styles.foot}>
        <span>{t(tracking.hasNextPage ? 'shown' : 'shownAll', { count: rows.length })}</span>
        {tracking.hasNextPage ? (
          <Button loading={tracking.isFetchingNextPage} onClick={() => void tracking.fetchNextPage()}>
            {ui('loadMore')}
          </Button>
        ) : null}
      </div>
    </>
  );
}

function Nothing({ search }: { search: TrackingSearch }): ReactNode {
  const t = useTexts(texts);
  const isNarrowed = search.department !== undefined || search.playbook !== undefined;
  const wider = withChange(search, { department: undefined, playbook: undefined });
  return (
    <Panel>
      <EmptyState
        title={t('empty.title')}
        hint={t('empty.hint')}
        action={
          isNarrowed ? (
            <Link {...paths.tracking(wider)}>{t('empty.all')}</Link>
          ) : (
            <Link {...paths.queues()}>{t('empty.queues')}</Link>
          )
        }
      />
    </Panel>
  );
}
