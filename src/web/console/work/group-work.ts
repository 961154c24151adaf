import type { TicketRow } from '../../../contract/ticket.ts';

export type WorkGroups = { overdue: TicketRow[]; soon: TicketRow[]; later: TicketRow[]; waiting: TicketRow[] };
const hourMs = 3_600_000;

/** Sorts my tickets by what they need now; each stands in one group, in the order given. */
export function groupWork(rows: readonly TicketRow[], now: number): WorkGroups {
  const groups: WorkGroups = { overdue: [], soon: [], later: [], waiting: [] };
  for (const row of rows) groups[groupOf(row, now)].push(row);
  return groups;
}

function groupOf({ nextPromise, isWaiting }: TicketRow, now: number): keyof WorkGroups {
  const due = nextPromise?.due == null ? null : Date.parse(nextPromise.due);
  if (nextPromise?.isBreached || (due !== null && due < now)) return 'overdue';
  if (due !== null && due - now <= hourMs) return 'soon';
  return isWaiting ? 'waiting' : 'later';
}
