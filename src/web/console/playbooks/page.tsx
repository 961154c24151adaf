import { BranchesOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { PlaybookBrief } from '../../../contract/playbook.ts';
import type { StudioItem } from '../../../contract/studio.ts';
import { queries } from '../../api/queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ImportButton } from './import-button.tsx';
import { PlaybookCard } from './playbook-card.tsx';
import styles from './playbooks.module.css';
import { texts } from './texts.ts';
import { useMaySee } from './use-may-edit.ts';

/** All playbooks: what each is for and what its flow looks like; for those who may, also drafts, retired ones and how many tickets run. */
export function PlaybooksPage(): ReactNode {
  const t = useTexts(texts);
  const maySee = useMaySee();
  const briefs = useQuery(queries.playbooks());
  const studio = useQuery({ ...queries.studio(), enabled: maySee });
  const shown = maySee ? studio : briefs;
  const cards = cardsOf(briefs.data?.items ?? [], maySee ? studio.data?.items : undefined);
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={maySee ? <ImportButton /> : null} />
      {shown.isPending ? <Loading /> : null}
      {shown.isError ? (
        <Panel isFlush>
          <ErrorState error={shown.error} onRetry={() => void shown.refetch()} />
        </Panel>
      ) : null}
      {shown.isSuccess && cards.length === 0 ? (
        <Panel isFlush>
          <EmptyState icon={<BranchesOutlined />} title={t('empty')} hint={t('emptyHint')} />
        </Panel>
      ) : null}
      <div className={styles.cards}>
        {cards.map((card) => (
          <PlaybookCard key={card.id} {...card} />
        ))}
      </div>
    </>
  );
}

type Card = { id: string; brief: PlaybookBrief | null; item: StudioItem | null };

function cardsOf(briefs: readonly PlaybookBrief[], items: readonly StudioItem[] | undefined): Card[] {
  if (!items) return briefs.map((brief) => ({ id: brief.id, brief, item: null }));
  return items.map((item) => ({ id: item.id, item, brief: briefs.find(({ id }) => id === item.id) ?? null }));
}
