import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { TicketRow } from '../../../contract/ticket.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PromiseBadge } from '../../ui/promise-badge.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { paths } from '../app/paths.ts';
import { TicketPriority, TicketStage } from '../app/ticket-tags.tsx';
import styles from './customers.module.css';
import { texts } from './texts.ts';

/** A customer's tickets, newest first: what it was about, where it stands, which promise is open. */
export function TicketHistory({ tickets }: { tickets: readonly TicketRow[] }): ReactNode {
  const t = useTexts(texts);
  if (tickets.length === 0) return <EmptyState title={t('tickets.empty')} hint={t('tickets.emptyHint')} />;
  return (
    <ul className={styles.tickets}>
      {tickets.map((row) => (
        <li key={row.id}>
          <Link {...paths.ticket(row.id)} className={styles.ticket}>
            <span className={styles.ticketTop}>
              <span className={styles.number}>{row.number}</span>
              <TicketPriority row={row} />
              <TicketStage row={row} />
              {row.nextPromise ? <PromiseBadge promise={row.nextPromise} hasName /> : null}
            </span>
            <span className={styles.subject}>{row.subject}</span>
            <span className={styles.when}>
              <TimeText at={row.receivedAt} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
