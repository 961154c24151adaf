import { CheckCircleOutlined, NotificationOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { queries } from '../../api/queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Tag } from '../../ui/tag.tsx';
import { PageFailure } from '../app/page-failure.tsx';
import { AboutPanel } from './about-panel.tsx';
import { AsidePanel } from './aside-panel.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { EntriesPanel } from './entries-panel.tsx';
import styles from './incidents.module.css';
import { ImpactTag, PhaseTag, usePublicText } from './marks.tsx';
import { incidentQueries } from './queries.ts';
import { texts } from './texts.ts';
import { TicketsPanel } from './tickets-panel.tsx';
import { UpdateDialog } from './update-dialog.tsx';

export function IncidentPage(): ReactNode {
  const id = Number(useParams({ from: '/shell/incidents/$id' }).id);
  return <OneIncident key={id} id={id} />;
}

function OneIncident({ id }: { id: number }): ReactNode {
  const t = useTexts(texts);
  const say = usePublicText();
  const [dialog, setDialog] = useState<'update' | 'close' | null>(null);
  const query = useQuery(incidentQueries.one(id));
  // Names of whoever acted are looked up in it.
  useQuery(queries.staff());
  const incident = query.data;
  if (query.isError && !incident) return <PageFailure error={query.error} onRetry={() => void query.refetch()} />;
  if (!incident) return <Loading rows={10} />;
  const isOpen = incident.status === 'open';
  return (
    <>
      <PageHeader
        title={say(incident.title)}
        tabTitle={`${incident.number} ${say(incident.title)}`}
        subtitle={<span className={styles.number}>{incident.number}</span>}
        tags={
          <>
            {isOpen || incident.outcome === 'resolved' ? (
              <PhaseTag phase={incident.phase} />
            ) : (
              <Tag>{t('outcome.returned')}</Tag>
            )}
            {isOpen ? <ImpactTag impact={incident.impact} /> : null}
          </>
        }
        actions={
          <>
            {incident.may.close ? (
              <Button icon={<CheckCircleOutlined aria-hidden />} onClick={() => setDialog('close')}>
                {t('action.close')}
              </Button>
            ) : null}
            {incident.may.update ? (
              <Button type="primary" icon={<NotificationOutlined aria-hidden />} onClick={() => setDialog('update')}>
                {t('action.update')}
              </Button>
            ) : null}
          </>
        }
      />
      <div className={styles.page}>
        <div className={styles.column}>
          <AsidePanel incident={incident} />
          <EntriesPanel incident={incident} />
        </div>
        <div className={styles.column}>
          <AboutPanel incident={incident} />
          <TicketsPanel incident={incident} />
        </div>
      </div>
      {dialog === 'update' ? <UpdateDialog incident={incident} onClose={() => setDialog(null)} /> : null}
      {dialog === 'close' ? <CloseDialog incident={incident} onClose={() => setDialog(null)} /> : null}
    </>
  );
}
