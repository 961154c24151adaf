import type { ReactNode } from 'react';
import type { TicketRow } from '../../../contract/ticket.ts';
import { TicketItem } from './ticket-item.tsx';
import styles from './ticket-list.module.css';

export function TicketList({ rows, hasOwner = false }: { rows: readonly TicketRow[]; hasOwner?: boolean }): ReactNode {
  return (
    <ul className={styles.list}>
      {rows.map((row) => (
        <li key={row.id}>
          <TicketItem row={row} hasOwner={hasOwner} />
        </li>
      ))}
    </ul>
  );
}
