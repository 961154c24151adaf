import type { TicketRow } from '../../../contract/ticket.ts';

export const workGroups = ['overdue', 'soon', 'later', 'waiting', 'elsewhere'] as const;
export type WorkGroups = Record<(typeof workGroups)[number], TicketRow[]>;
const hourMs = 3_600_000;

/**
 * Sorts my tickets by what they need now; each stands in one group, in the order given. What presses presses whoever's turn it
 * is; of the rest, what stands in somebody else's stage comes last.
 */
export function groupWork(
  rows: readonly TicketRow[],
  now: number,
  isMyTurn: (row: TicketRow) => boolean = () => true,
): WorkGroups {
  const groups: WorkGroups = { overdue: [], soon: [], later: [], waiting: [], elsewhere: [] };
  for (const row of rows) {
    const group = groupOf(row, now);
    groups[group === 'later' && !isMyTurn(row) ? 'elsewhere' : group].push(row);
  }
  return groups;
}

function groupOf({ nextPromise, isWaiting }: TicketRow, now: number): Exclude<keyof WorkGroups, 'elsewhere'> {
  const due = nextPromise?.due == null ? null : Date.parse(nextPromise.due);
  if (nextPromise?.isBreached || (due !== null && due < now)) return 'overdue';
  if (due !== null && due - now <= hourMs) return 'soon';
  return isWaiting ? 'waiting' : 'later';
}
