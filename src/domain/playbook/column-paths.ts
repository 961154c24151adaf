import type { PlaybookTable } from './schema.ts';

/**
 * Where a table's column takes its value from. `rows: ticket` has one row a ticket, `progress` one for each progress.recorded,
 * `callback` one for each callback.made; the last two may also show what the ticket is as a whole.
 */

export const ticketColumns = [
  'number',
  'receivedAt',
  'registeredAt',
  'resolvedAt',
  'closedAt',
  'customer.name',
  'customer.contact',
  'customer.number',
  'customer.type',
  'channel',
  'category',
  'priority',
  'description',
  'expectation',
  'department',
  'owner',
  'collaborators',
  'requirement',
  'deadline',
  'rootCause',
  'solution',
  'eta',
  'stage',
  'status',
  'cycle',
  'rating',
  'latestNote',
] as const;
export type TicketColumn = (typeof ticketColumns)[number];

/** `stage` is where the ticket was when the progress was recorded, `at` and `actor` when and by whom. */
export const progressColumns = ['at', 'actor', 'stage', 'from', 'to', 'done', 'customerWords', 'nextStep'] as const;
export type ProgressColumn = (typeof progressColumns)[number];

/** `dimension.<id>` stands beside these. */
export const callbackColumns = ['at', 'actor', 'rating', 'remark'] as const;
export type CallbackColumn = (typeof callbackColumns)[number];

export type ColumnPath =
  | { of: 'ticket'; name: TicketColumn }
  | { of: 'progress'; name: ProgressColumn }
  | { of: 'callback'; name: CallbackColumn }
  | { of: 'dimension'; name: string }
  | { of: 'answer'; form: string; field: string };

/** What a column's `from` means in a table of such rows; null when it means nothing. */
export function parseColumnPath(rows: PlaybookTable['rows'], path: string): ColumnPath | null {
  const [head, first, second, ...rest] = path.split('.');
  if (head === 'answer' && first && second && rest.length === 0) return { of: 'answer', form: first, field: second };
  if (rows === 'callback' && head === 'dimension' && first && second === undefined) {
    return { of: 'dimension', name: first };
  }
  if (rows === 'progress' && isOneOf(progressColumns, path)) return { of: 'progress', name: path };
  if (rows === 'callback' && isOneOf(callbackColumns, path)) return { of: 'callback', name: path };
  return isOneOf(ticketColumns, path) ? { of: 'ticket', name: path } : null;
}

/** Every path that a table of such rows can have, but for answers. */
export function columnPaths(rows: PlaybookTable['rows'], dimensions: readonly string[]): string[] {
  const own = { ticket: [], progress: progressColumns, callback: callbackColumns }[rows];
  const rated = rows === 'callback' ? dimensions.map((id) => `dimension.${id}`) : [];
  return [...new Set([...ticketColumns, ...own, ...rated])];
}

function isOneOf<T extends string>(names: readonly T[], name: string): name is T {
  return (names as readonly string[]).includes(name);
}
