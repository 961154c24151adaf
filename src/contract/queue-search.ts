import { z } from 'zod';
import { id } from './common.ts';
import { type QueueQuery, queueSorts } from './ticket.ts';

/** The queue page's state, as it stands in its address and in saved views; and the question that it puts to the server. */
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

const word = z.string().min(1).max(400).optional();

/** Several values of a filter are comma-separated. */
export const savedSearch = z.strictObject({
  view: z.enum(views).optional(),
  playbook: word,
  stage: word,
  priority: word,
  category: word,
  department: word,
  channel: word,
  status: word,
  owner: word,
  incident: word,
  sort: z.enum(queueSorts).optional(),
});
export type SavedSearch = z.infer<typeof savedSearch>;
/** As an address has it: whatever somebody wrote there. */
export type QueueSearch = Omit<SavedSearch, 'view'> & { view?: string | undefined };

const viewName = z.string().trim().min(1).max(40);
export const queueViewBody = z.strictObject({
  name: viewName,
  /** For everybody; only supervisors may. */
  isShared: z.boolean().default(false),
  search: savedSearch,
});
export const queueViewPatch = z.strictObject({
  name: viewName.optional(),
  isShared: z.boolean().optional(),
  search: savedSearch.optional(),
});
export const queueView = z.object({
  id,
  name: z.string(),
  isShared: z.boolean(),
  /** Whether this reader may rename, share and delete it. */
  mayChange: z.boolean(),
  search: savedSearch,
  /** Tickets in it, up to a thousand; null when it names something that no playbook has any more. */
  count: z.int().nullable(),
});
export type QueueView = z.infer<typeof queueView>;
export const queueViewList = z.object({ items: z.array(queueView), mayShare: z.boolean() });

const open = 'todo,in-progress,resolved';

export function viewOf(search: Pick<QueueSearch, 'view'>): View {
  return views.find((view) => view === search.view) ?? 'all';
}

export function sortOf(search: QueueSearch): QueueSort {
  return search.sort ?? (viewOf(search) === 'closed' ? '-received' : 'due');
}

export function filterCount(search: QueueSearch): number {
  return filterNames.filter((name) => search[name] !== undefined).length;
}

/** A view is a question of its own; filters narrow it. */
export function queueQuery(search: QueueSearch): QueueQuery {
  const query: QueueQuery = { sort: sortOf(search), limit: 50 };
  for (const name of filterNames) if (search[name] !== undefined) query[name] = search[name];
  const view = viewOf(search);
  query.status = search.status ?? (view === 'closed' ? 'closed' : open);
  if (view === 'mine') query.owner = 'me';
  if (view === 'unassigned') query.owner = 'none';
  if (view === 'breached') query.breached = 'true';
  if (view === 'waiting') query.waiting = 'true';
  if (view === 'green') query.greenLane = 'true';
  return query;
}

/** What is worth keeping of an address: a view that is the usual one, and what says nothing, is left out. */
export function searchToSave(search: QueueSearch): SavedSearch {
  const view = viewOf(search);
  const said = Object.entries({ ...search, view: view === 'all' ? undefined : view }).filter(([, value]) => value);
  return savedSearch.parse(Object.fromEntries(said));
}

export function isSameSearch(one: SavedSearch, other: SavedSearch): boolean {
  const names = Object.keys(savedSearch.shape) as (keyof SavedSearch)[];
  return names.every((name) => one[name] === other[name]);
}
