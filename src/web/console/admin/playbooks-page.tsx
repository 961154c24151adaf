import { BranchesOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { queries } from '../../api/queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PlaybookCard } from './playbook-card.tsx';
import styles from './playbooks.module.css';
import { texts } from './texts.ts';

export function PlaybooksPage(): ReactNode {
  const t = useTexts(texts);
  const playbooks = useQuery(queries.playbooks());
  const items = playbooks.data?.items ?? [];
  return (
    <>
      <PageHeader title={t('playbooks.title')} subtitle={t('playbooks.subtitle')} />
      {playbooks.isPending ? <Loading /> : null}
      {playbooks.isError ? (
        <Panel isFlush>
          <ErrorState error={playbooks.error} onRetry={() => void playbooks.refetch()} />
        </Panel>
      ) : null}
      {playbooks.isSuccess && items.length === 0 ? (
        <Panel isFlush>
          <EmptyState icon={<BranchesOutlined />} title={t('playbooks.empty')} hint={t('playbooks.emptyHint')} />
        </Panel>
      ) : null}
      <div className={styles.cards}>
        {items.map((brief, index) => (
          <PlaybookCard key={brief.id} brief={brief} isOpenAtFirst={index === 0} />
        ))}
      </div>
    </>
  );
}
