import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { StudioView } from '../../../contract/studio.ts';
import type { Playbook } from '../../../domain/playbook/schema.ts';
import { queries } from '../../api/queries.ts';
import { useNames, useTexts } from '../../i18n/use-texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PageFailure } from '../app/page-failure.tsx';
import { paths } from '../app/paths.ts';
import { DetailActions } from './detail-actions.tsx';
import { FlowDiagram } from './flow/flow-diagram.tsx';
import { PlaybookTags } from './playbook-card.tsx';
import styles from './playbooks.module.css';
import { texts } from './texts.ts';
import { useMaySee } from './use-may-edit.ts';
import { VersionsTable } from './versions-table.tsx';

/** One playbook: its flow, and for those who may, its versions and what can be done with them. */
export function PlaybookPage(): ReactNode {
  const { id } = useParams({ from: '/shell/admin/playbooks/$id' });
  const maySee = useMaySee();
  const studio = useQuery({ ...queries.studioOf(id), enabled: maySee });
  const version = studio.data?.version ?? undefined;
  const isDrawn = !maySee || version !== undefined;
  const playbook = useQuery({ ...queries.playbook(id, version), enabled: isDrawn });
  const failed = maySee && studio.isError ? studio : playbook.isError ? playbook : null;
  if (failed) {
    return <PageFailure error={failed.error} onRetry={() => void failed.refetch()} />;
  }
  if ((maySee && studio.isPending) || (isDrawn && playbook.isPending)) return <Loading />;
  return <Detail id={id} playbook={playbook.data ?? null} studio={studio.data ?? null} />;
}

type Props = { id: string; playbook: Playbook | null; studio: StudioView | null };

function Detail({ id, playbook, studio }: Props): ReactNode {
  const t = useTexts(texts);
  const names = useNames();
  const { name, summary } = studio ?? playbook ?? { name: { zh: id, en: id }, summary: { zh: '', en: '' } };
  const version = playbook?.version ?? null;
  return (
    <div className={styles.stack}>
      <div>
        <Link {...paths.playbooks()}>← {t('back')}</Link>
        <PageHeader
          title={names(name)}
          subtitle={names(summary)}
          tags={<PlaybookTags version={version} isPortal={playbook?.portal !== undefined} item={studio} />}
          actions={studio ? <DetailActions studio={studio} /> : null}
        />
      </div>
      <Panel>
        {playbook ? <FlowDiagram playbook={playbook} /> : <EmptyState title={t('draft.new')} hint={t('noDocument')} />}
      </Panel>
      {studio && studio.versions.length > 0 ? (
        <Panel title={t('tab.versions')} isFlush>
          <VersionsTable studio={studio} />
        </Panel>
      ) : null}
    </div>
  );
}
