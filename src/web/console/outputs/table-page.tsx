import { useInfiniteQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLanguage, useTexts } from '../../i18n/use-texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PageFailure } from '../app/page-failure.tsx';
import { outputQueries } from './api.ts';
import { PrintedTable } from './sheet/printed-table.tsx';
import { TableBar } from './table-bar.tsx';
import { TableRows } from './table-rows.tsx';
import { texts } from './texts.ts';

/** One of a playbook's tables, by the days in the address, newest first. */
export function TablePage(): ReactNode {
  const t = useTexts(texts);
  const name = useParams({ from: '/shell/tables/$playbook/$table' });
  const { from, to } = useSearch({ from: '/shell/tables/$playbook/$table' });
  const lang = useLanguage();
  const ask = { lang, from, to };
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    outputQueries.table(name, ask),
  );
  if (error && !data) return <PageFailure error={error} onRetry={() => void refetch()} />;
  const head = data?.pages[0];
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <>
      <TableBar name={name} title={head?.title ?? ''} ask={ask} count={rows.length} hasMore={hasNextPage} />
      {!head && <Loading rows={10} />}
      {head && rows.length === 0 && !hasNextPage && (
        <Panel>
          <EmptyState title={t('table.empty')} hint={t('table.emptyHint')} />
        </Panel>
      )}
      {head && (rows.length > 0 || hasNextPage) && (
        <>
          <TableRows
            head={head}
            rows={rows}
            isLoading={isFetchingNextPage}
            onMore={hasNextPage ? () => void fetchNextPage() : null}
          />
          <PrintedTable head={head} rows={rows} language={lang} />
        </>
      )}
    </>
  );
}
