import type { QueueQuery } from '../../../contract/ticket.ts';
import type { Playbook } from '../../../domain/playbook/schema.ts';
import type { QueueSearch } from './search.ts';

/** From the address to the question that is put to the server. */
export const views = ['all', 'green', 'unassigned', 'breached', 'waiting', 'mine', 'closed'] as const;
export type View = (typeof views)[number];
export const filterNames = [
  'playbook',
  'stage',
  'priority',
  'category',
  'department',
  'channel',
  'owner',
  'incident',
] as const;
export type FilterName = (typeof filterNames)[number];
export type QueueSort = NonNullable<QueueQuery['sort']>;

const open = 'todo,in-progress,resolved';

export function viewOf(search: QueueSearch): View {
  return views.find((view) => view === search.view) ?? 'all';
}

export function sortOf(search: QueueSearch): QueueSort {
  return search.sort ?? (viewOf(search) === 'closed' ? '-received' : 'due');
}

export function filterCount(search: QueueSearch): number {
  return filterNames.filter((name) => search[name] !== undefined).length;
}

/** A view is a question of its own; filters narrow it. Null: no priority has a green lane, so that view is empty. */
export function queueQuery(search: QueueSearch, playbooks: readonly Playbook[]): QueueQuery | null {
  const query: QueueQuery = { sort: sortOf(search), limit: 50 };
  for (const name of filterNames) if (search[name] !== undefined) query[name] = search[name];
  const view = viewOf(search);
  query.status = search.status ?? (view === 'closed' ? 'closed' : open);
  if (view === 'mine') query.owner = 'me';
  if (view === 'unassigned') query.owner = 'none';
  if (view === 'breached') query.breached = 'true';
  if (view === 'waiting') query.waiting = 'true';
  if (view !== 'green') return query;
  const green = greenLanes(playbooks).filter((code) => !search.priority || search.priority.split(',').includes(code));
  return green.length === 0 ? null : { ...query, priority: green.join(',') };
}

function greenLanes(playbooks: readonly Playbook[]): string[] {
  const codes = playbooks.flatMap(({ priorities }) => priorities.filter((one) => one.greenLane).map(({ id }) => id));
  return [...new Set(codes)];
}
