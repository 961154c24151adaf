import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Grid, Segmented } from 'antd';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { TimelineEntry } from '../../../../contract/ticket.ts';
import { queries } from '../../../api/queries.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useTicket } from '../ticket-context.tsx';
import { useNamesOf } from '../use-names-of.ts';
import { describeEntry } from './describe-entry.ts';
import { foldFiles, groupEntries, passes, type TimelineFilter, timelineFilters } from './group-entries.ts';
import { timelineTexts } from './texts.ts';
import styles from './timeline.module.css';
import { TimelineGroup } from './timeline-group.tsx';

/** Pages of 100 that are fetched without being asked for; a ticket rarely has more than one. */
const eagerPages = 10;
const shownAtFirst = 40;

/** Everything that happened, newest first. */
export function Timeline(): ReactNode {
  const t = useTexts(timelineTexts);
  const { detail, history: playbook } = useTicket();
  const names = useNamesOf(playbook);
  const [filter, setFilter] = useState<TimelineFilter>('all');
  const [shown, setShown] = useState(shownAtFirst);
  const isRoomy = Grid.useBreakpoint().md ?? true;
  const timeline = useInfiniteQuery(queries.timeline(detail.id));
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = timeline;

  // The API reads oldest first: the newest entries are on its last page.
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && (data?.pages.length ?? 0) < eagerPages) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, data, fetchNextPage]);

  const isErased = detail.customer.isErased;
  const entries = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const latest = useLatest(hasNextPage ? undefined : entries.at(-1));
  const groups = useMemo(() => {
    const told = entries.map((entry) => ({ ...entry, view: describeEntry(entry, names, isErased) }));
    return groupEntries(foldFiles(told).filter(({ view }) => passes(filter, view.tone)));
  }, [entries, names, filter, isErased]);
  const news = latest ? describeEntry(latest, names, isErased).title : null;

  const filters = (
    <Segmented<TimelineFilter>
      size="small"
      aria-label={t('filter.label')}
      className={styles.filter ?? ''}
      value={filter}
      onChange={setFilter}
      options={timelineFilters.map((one) => ({ value: one, label: t(`filter.${one}`) }))}
    />
  );
  return (
    <Panel title={t('title')} extra={isRoomy ? filters : null}>
      {isRoomy ? null : <div className={styles.filters}>{filters}</div>}
      <p className="visually-hidden" role="status">
        {news ? t('news', { what: t(news.key, news.values) }) : ''}
      </p>
      {timeline.isError && !data ? (
        <ErrorState error={timeline.error} onRetry={() => void timeline.refetch()} />
      ) : timeline.isPending ? (
        <Loading rows={5} />
      ) : groups.length === 0 ? (
        <p className={styles.empty}>{t('empty')}</p>
      ) : (
        <ol className={styles.timeline}>
          {groups.slice(0, shown).map((group) => (
            <TimelineGroup key={group.key} group={group} />
          ))}
        </ol>
      )}
      {groups.length > shown || (hasNextPage && !isFetchingNextPage) ? (
        <Button
          block
          onClick={() => {
            setShown(shown + shownAtFirst);
            if (hasNextPage) void fetchNextPage();
          }}
        >
          {t('show.older')}
        </Button>
      ) : null}
    </Panel>
  );
}

/** What has happened since the page was opened, for those who do not see it appear. */
function useLatest(last: TimelineEntry | undefined): TimelineEntry | undefined {
  const [first, setFirst] = useState<number | null>(null);
  if (first === null && last) setFirst(last.seq);
  return first !== null && last && last.seq > first ? last : undefined;
}
