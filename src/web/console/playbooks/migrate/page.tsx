import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Playbook } from '../../../../domain/playbook/schema.ts';
import { call } from '../../../api/client.ts';
import { keys, queries } from '../../../api/queries.ts';
import { useNames, useTexts } from '../../../i18n/use-texts.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { PageFailure } from '../../app/page-failure.tsx';
import { paths } from '../../app/paths.ts';
import styles from '../playbooks.module.css';
import { texts } from '../texts.ts';
import { MigrateAll } from './migrate-all.tsx';
import { MigrationTable } from './migration-table.tsx';
import { StageMapping } from './stage-mapping.tsx';

/** Brings running tickets to a version: first what that changes for each of them, then the doing. */
export function MigratePage(): ReactNode {
  const { id } = useParams({ from: '/shell/admin/playbooks/$id/migrate' });
  const { to } = useSearch({ from: '/shell/admin/playbooks/$id/migrate' });
  const playbook = useQuery(queries.playbook(id, to));
  if (playbook.isError) return <PageFailure error={playbook.error} onRetry={() => void playbook.refetch()} />;
  if (!playbook.data) return <Loading />;
  return <Migration playbook={playbook.data} />;
}

const pageSize = 50;

function Migration({ playbook }: { playbook: Playbook }): ReactNode {
  const t = useTexts(texts);
  const names = useNames();
  const { id, version: to, name } = playbook;
  const [stages, setStages] = useState<Record<string, string>>({});
  const weighed = useInfiniteQuery({
    queryKey: [...keys.studio, 'migration', id, to, stages],
    queryFn: ({ pageParam, signal }) =>
      call('previewMigration', {
        params: { id },
        body: { to, stages, limit: pageSize, ...(pageParam !== null && { after: pageParam }) },
        signal,
      }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  });
  const items = weighed.data?.pages.flatMap((page) => page.items) ?? [];
  const refused = items.filter(({ refusal }) => refusal !== null).length;
  const gone = [...new Set(items.map(({ stage }) => stage))].filter(
    (stage) => !playbook.stages.some((one) => one.id === stage),
  );
  return (
    <div className={styles.stack}>
      <div>
        <Link {...paths.playbook(id)}>← {names(name)}</Link>
        <PageHeader title={t('migrate.title')} subtitle={t('migrate.subtitle', { name: names(name), version: to })} />
      </div>
      {gone.length > 0 ? (
        <StageMapping playbook={playbook} gone={gone} items={items} stages={stages} onChange={setStages} />
      ) : null}
      <Panel isFlush>
        {weighed.isPending ? <Loading /> : null}
        {weighed.isError ? <ErrorState error={weighed.error} onRetry={() => void weighed.refetch()} /> : null}
        {weighed.isSuccess && items.length === 0 ? (
          <EmptyState title={t('migrate.none')} hint={t('migrate.noneHint')} />
        ) : null}
        {items.length > 0 ? (
          <>
            <MigrationTable playbook={playbook} items={items} />
            {weighed.hasNextPage ? (
              <div className={styles.more}>
                <Button loading={weighed.isFetchingNextPage} onClick={() => void weighed.fetchNextPage()}>
                  {t('migrate.more')}
                </Button>
              </div>
            ) : null}
            <div className={styles.footer}>
              <span>
                {t(weighed.hasNextPage ? 'migrate.countMore' : 'migrate.count', { count: items.length, refused })}
              </span>
              <MigrateAll id={id} to={to} stages={stages} />
            </div>
          </>
        ) : null}
      </Panel>
    </div>
  );
}
