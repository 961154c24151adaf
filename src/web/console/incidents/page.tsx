import { CheckCircleOutlined, ExportOutlined, ThunderboltOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Tooltip } from 'antd';
import { type ReactNode, useState } from 'react';
import { mayWithIncidents } from '../../../domain/access/incident-rules.ts';
import { useMe } from '../../api/session.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { IncidentItem } from './incident-item.tsx';
import styles from './incidents.module.css';
import { OpenDialog } from './open-dialog.tsx';
import { incidentQueries } from './queries.ts';
import { texts } from './texts.ts';

/** Where the public reads how things stand. */
const statusPage = '/portal/status';

export function IncidentsPage(): ReactNode {
  const t = useTexts(texts);
  const me = useMe();
  const [isOpening, setIsOpening] = useState(false);
  const mayOpen = mayWithIncidents({ kind: 'staff', id: me.id, roles: me.roles, departments: me.departments }, 'open');
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={
          <>
            <Button icon={<ExportOutlined aria-hidden />} href={statusPage} target="_blank">
              {t('statusPage')}
            </Button>
            <Tooltip title={mayOpen ? null : t('open.forbidden')}>
              <Button
                type="primary"
                icon={<ThunderboltOutlined aria-hidden />}
                disabled={!mayOpen}
                onClick={() => setIsOpening(true)}
              >
                {t('open')}
              </Button>
            </Tooltip>
          </>
        }
      />
      <div className={styles.lists}>
        <IncidentList status="open" />
        <IncidentList status="closed" />
      </div>
      {isOpening ? <OpenDialog onClose={() => setIsOpening(false)} /> : null}
    </>
  );
}

function IncidentList({ status }: { status: 'open' | 'closed' }): ReactNode {
  const t = useTexts(texts);
  const list = useInfiniteQuery(incidentQueries.list(status));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const isOpen = status === 'open';
  if (!isOpen && list.data && items.length === 0) return null;
  return (
    <Panel title={t(isOpen ? 'list.open' : 'list.past')} isFlush>
      {list.isPending ? <Loading rows={3} /> : null}
      {list.isError ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data && items.length === 0 ? (
        <EmptyState icon={<CheckCircleOutlined />} title={t('empty.title')} hint={t('empty.hint')} />
      ) : null}
      <ul className={styles.list}>
        {items.map((incident) => (
          <li key={incident.id}>
            <IncidentItem incident={incident} />
          </li>
        ))}
      </ul>
      {list.hasNextPage ? (
        <div className={styles.more}>
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('list.more')}
          </Button>
        </div>
      ) : null}
    </Panel>
  );
}
