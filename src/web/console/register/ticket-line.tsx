import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { TicketRow } from '../../../contract/ticket.ts';
import { PromiseBadge } from '../../ui/promise-badge.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { paths } from '../app/paths.ts';
import { TicketStage } from '../app/ticket-tags.tsx';
import styles from './register.module.css';

/** A ticket in two lines beside the form. It opens in another tab, so that what is being registered stays. */
export function TicketLine({ row, extra }: { row: TicketRow; extra?: ReactNode }): ReactNode {
  return (
    <Link {...paths.ticket(row.id)} target="_blank" className={styles.ticketLine}>
      <span className={styles.ticketTop}>
        <span className={styles.number}>{row.number}</span>
        <TicketStage row={row} />
        {row.nextPromise ? <PromiseBadge promise={row.nextPromise} /> : null}
        {extra}
      </span>
      <span className={styles.ticketSubject}>{row.subject}</span>
      <span className={styles.quiet}>
        <TimeText at={row.receivedAt} />
      </span>
    </Link>
  );
}
