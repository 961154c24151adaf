import { ReadOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { type CaseView, caseViews } from '../../../contract/case.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { texts as uiTexts } from '../../ui/texts.ts';
import { paths } from '../app/paths.ts';
import { Tab, TabNumber, TabRow } from '../app/tabs.tsx';
import { CaseItem } from './case-item.tsx';
import { caseQueries } from './case-queries.ts';
import styles from './cases.module.css';
import { CaseFilters, hasFilters } from './filters.tsx';
import type { CasesSearch } from './search.ts';
import { texts } from './texts.ts';

/** The library: what was solved before, searched and filtered; and what waits to be reviewed or checked. */
export function CasesPage(): ReactNode {
  const t = useTexts(texts);
  const search = useSearch({ from: '/shell/cases' });
  const navigate = useNavigate();
  const [words, setWords] = useState(search.words ?? '');
  useEffect(() => setWords(search.words ?? ''), [search.words]);
  const change = (part: Partial<CasesSearch>) => void navigate(paths.cases({ ...search, ...part }));
  const find = (words: string) => change({ words: words.trim() === '' ? undefined : words.trim(), view: undefined });
  return (
    <div className={styles.page}>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <Input.Search
        size="large"
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onSearch={find}
        enterButton={t('search.submit')}
        placeholder={t('search.placeholder')}
        aria-label={t('search.label')}
        maxLength={200}
        allowClear
      />
      <Views chosen={search.words ? null : (search.view ?? 'library')} />
      <CaseFilters search={search} change={change} />
      <List search={search} onClear={() => void navigate(paths.cases({}))} />
    </div>
  );
}

function Views({ chosen }: { chosen: CaseView | null }): ReactNode {
  const t = useTexts(texts);
  const counts = useQuery(caseQueries.counts()).data;
  const countOf = (view: CaseView) =>
    counts &&
    {
      library: counts.library,
      'to-review': counts.toReview,
      'to-check': counts.toCheck,
      mine: counts.mine,
      retired: counts.retired,
    }[view];
  return (
    <div className={styles.views}>
      <TabRow label={t('view.label')}>
        {caseViews.map((view) => (
          <Tab key={view} to={paths.cases({ view })} isCurrent={view === chosen}>
            {t(`view.${view}`)} {counts ? <TabNumber>{countOf(view)}</TabNumber> : null}
          </Tab>
        ))}
      </TabRow>
    </div>
  );
}

function List({ search, onClear }: { search: CasesSearch; onClear: () => void }): ReactNode {
  const t = useTexts(texts);
  const ui = useTexts(uiTexts);
  const found = useInfiniteQuery(caseQueries.list(search));
  if (found.isPending)
    return (
      <Panel isFlush>
        <Loading rows={8} />
      </Panel>
    );
  if (found.isError)
    return (
      <Panel isFlush>
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      </Panel>
    );
  const rows = found.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) return <Nothing search={search} onClear={onClear} />;
  return (
    <>
      {search.words ? (
        <p className={styles.found} role="status">
          {t('found', { count: rows.length })}
        </p>
      ) : null}
      <Panel isFlush>
        <ul className={styles.list}>
          {rows.map((row) => (
            <li key={row.id}>
              <CaseItem row={row} />
            </li>
          ))}
        </ul>
      </Panel>
      {found.hasNextPage ? (
        <p className={styles.more}>
          <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {ui('loadMore')}
          </Button>
        </p>
      ) : null}
    </>
  );
}

function Nothing({ search, onClear }: { search: CasesSearch; onClear: () => void }): ReactNode {
  const t = useTexts(texts);
  const view = search.view ?? 'library';
  const isFiltered = search.words !== undefined || hasFilters(search);
  return (
    <Panel isFlush>
      {isFiltered ? (
        <EmptyState
          icon={<ReadOutlined />}
          title={t('empty.found.title')}
          hint={t('empty.found.hint')}
          action={<Button onClick={onClear}>{t('filter.clear')}</Button>}
        />
      ) : (
        <EmptyState
          icon={<ReadOutlined />}
          title={t(`empty.${view}.title`)}
          hint={t(`empty.${view}.hint`)}
          {...(view === 'library'
            ? { action: <Link {...paths.queues({ status: 'closed' })}>{t('empty.library.action')}</Link> }
            : {})}
        />
      )}
    </Panel>
  );
}
