import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { queries } from '../../api/queries.ts';
import { useMe } from '../../api/session.ts';
import type { Translate } from '../../i18n/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import { useNow } from '../../ui/now.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useTicketKeys } from '../app/use-ticket-keys.ts';
import { AwaitedPanel } from './awaited-panel.tsx';
import { Beside } from './beside.tsx';
import { FirstSteps } from './first-steps.tsx';
import { groupWork, type WorkGroups } from './group-work.ts';
import { MyOpen } from './my-open.tsx';
import { NumbersStrip } from './numbers.tsx';
import { Pool } from './pool.tsx';
import { texts } from './texts.ts';
import { Turn } from './turn.tsx';
import { useIsMyTurn, useMyOpen, usePool, useTurn } from './use-my-work.ts';
import styles from './work.module.css';

export function WorkPage(): ReactNode {
  const t = useTexts(texts);
  const me = useMe();
  const now = useNow();
  const open = useMyOpen();
  const isMyTurn = useIsMyTurn();
  const counts = useQuery(queries.counts()).data;
  useTicketKeys();
  const rows = open.data?.pages.flatMap((page) => page.items) ?? [];
  const back = useTurn();
  const turn = back.filter(({ owner }) => owner !== me.id);
  const pool = usePool();
  const awaited = useQuery(queries.tasks()).data?.items ?? [];
  const others = turn.length + pool.rows.length + awaited.length;
  const groups = groupWork(rows, now, (row) => isMyTurn(row) || back.some(({ id }) => id === row.id));
  const numbers = {
    open: counts?.mine ?? rows.length,
    overdue: groups.overdue.length,
    soon: groups.soon.length,
    waiting: rows.filter((row) => row.isWaiting).length,
    unassigned: counts?.unassigned ?? 0,
  };
  return (
    <>
      <PageHeader
        title={t(`hello.${partOfDay(new Date(now).getHours())}`, { name: me.name })}
        tabTitle={t('title')}
        subtitle={open.isSuccess ? summary(t, groups, rows.length, others) : null}
      />
      <NumbersStrip numbers={numbers} />
      <div className={styles.columns}>
        <div className={styles.groups}>
          <FirstSteps />
          <AwaitedPanel />
          {open.isPending ? (
            <Panel isFlush>
              <Loading />
            </Panel>
          ) : open.isError ? (
            <Panel isFlush>
              <ErrorState error={open.error} onRetry={() => void open.refetch()} />
            </Panel>
          ) : (
            <>
              <Turn rows={turn} />
              <MyOpen groups={groups} isElsewhere={others > 0} />
            </>
          )}
          <Pool {...pool} />
        </div>
        <Beside />
      </div>
    </>
  );
}

function partOfDay(hour: number): 'morning' | 'noon' | 'afternoon' | 'evening' {
  if (hour < 5 || hour >= 18) return 'evening';
  if (hour < 11) return 'morning';
  return hour < 13 ? 'noon' : 'afternoon';
}

function summary(
  t: Translate<keyof typeof texts.zh>,
  { overdue, soon }: WorkGroups,
  all: number,
  others: number,
): string {
  if (overdue.length > 0) return t('sum.overdue', { count: overdue.length });
  if (soon.length > 0) return t('sum.soon', { count: soon.length });
  if (all > 0) return t('sum.calm', { count: all });
  return others > 0 ? t('sum.others') : t('sum.free');
}
