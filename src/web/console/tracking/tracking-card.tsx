import type { ReactNode } from 'react';
import type { TrackingRow } from '../../../contract/tracking.ts';
import { PromiseBadge } from '../../ui/promise-badge.tsx';
import { TicketStage } from '../app/ticket-tags.tsx';
import { ExpectedCell } from './expected-cell.tsx';
import { NoteCell } from './note-cell.tsx';
import styles from './tracking.module.css';
import { Demand, Flags, People } from './tracking-table.tsx';

/** A row of the table where it stands by itself: in a column of the board, or in a list on a narrow screen. */
export function TrackingCard({ row, hasPhase = false }: { row: TrackingRow; hasPhase?: boolean }): ReactNode {
  return (
    <li className={`${styles.card} ${row.isGreenLane ? styles.greenCard : ''}`}>
      <div>
        <Demand row={row} />
      </div>
      <div className={styles.line}>
        {hasPhase ? <TicketStage row={row} /> : null}
        {row.nextPromise ? <PromiseBadge promise={row.nextPromise} hasName /> : null}
        <Flags row={row} />
      </div>
      <div className={styles.pair}>
        <People row={row} />
        <ExpectedCell row={row} />
      </div>
      <NoteCell row={row} />
    </li>
  );
}
