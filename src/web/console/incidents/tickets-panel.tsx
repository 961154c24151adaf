import { LinkOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Popconfirm } from 'antd';
import { type ReactNode, useState } from 'react';
import type { IncidentDetail, IncidentTicket } from '../../../contract/incident.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Panel } from '../../ui/panel.tsx';
import { paths } from '../app/paths.ts';
import { TicketStage } from '../app/ticket-tags.tsx';
import styles from './incidents.module.css';
import { LinkDialog } from './link-dialog.tsx';
import { incidentQueries } from './queries.ts';
import { texts } from './texts.ts';
import { useUnlink } from './use-link.ts';

export function TicketsPanel({ incident }: { incident: IncidentDetail }): ReactNode {
  const t = useTexts(texts);
  const [isLinking, setIsLinking] = useState(false);
  const list = useInfiniteQuery(incidentQueries.tickets(incident.id));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel
      title={`${t('tickets.title')} · ${incident.linked}`}
      isFlush
      extra={
        incident.may.link ? (
          <Button size="small" icon={<LinkOutlined aria-hidden />} onClick={() => setIsLinking(true)}>
            {t('action.link')}
          </Button>
        ) : null
      }
    >
      {list.isPending ? <Loading rows={4} /> : null}
      {list.isError ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data && items.length === 0 ? (
        <EmptyState
          icon={<LinkOutlined />}
          {...(incident.status === 'open'
            ? { title: t('tickets.empty'), hint: t('tickets.emptyHint') }
            : { title: t('tickets.left'), hint: t('tickets.leftHint') })}
        />
      ) : null}
      <ul className={styles.list}>
        {items.map((row) => (
          <li key={row.id} className={styles.ticket}>
            <TicketLine row={row} mayUnlink={incident.may.link} />
          </li>
        ))}
      </ul>
      {items.length > 0 ? (
        <p className={styles.more}>
          {list.hasNextPage ? (
            <Button size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t('tickets.more')}
            </Button>
          ) : null}
          <Link {...paths.queues({ incident: String(incident.id) })}>{t('tickets.queue')}</Link>
        </p>
      ) : null}
      {isLinking ? <LinkDialog incident={incident} onClose={() => setIsLinking(false)} /> : null}
    </Panel>
  );
}

function TicketLine({ row, mayUnlink }: { row: IncidentTicket; mayUnlink: boolean }): ReactNode {
  const t = useTexts(texts);
  const unlink = useUnlink(row);
  return (
    <>
      <Link {...paths.ticket(row.id)} className={styles.ticketLink}>
        <span className={styles.itemHead}>
          <span className={styles.number}>{row.number}</span>
          <TicketStage row={row} />
        </span>
        <span className={styles.ticketSubject}>{row.subject}</span>
        <span className={styles.fine}>
          <span>{row.customerName}</span>
          <span data-told={row.told}>{t(`told.${row.told}`)}</span>
        </span>
      </Link>
      {mayUnlink && row.status !== 'closed' ? (
        <Popconfirm title={t('tickets.unlinkSure', { number: row.number })} onConfirm={() => unlink.mutateAsync('')}>
          <Button
            type="text"
            size="small"
            loading={unlink.isPending}
            aria-label={`${t('tickets.unlink')} ${row.number}`}
          >
            {t('tickets.unlink')}
          </Button>
        </Popconfirm>
      ) : null}
    </>
  );
}
