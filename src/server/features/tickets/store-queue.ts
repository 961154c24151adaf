import { createHash } from 'node:crypto';
import type { ReadScope } from '../../../domain/access/ticket-rules.ts';
import type { TicketFacts } from '../../../domain/ticket/state.ts';
import type { Queryable } from '../../database/pool.ts';

/** Queues: filtered, sorted and paged over the ticket rows. Nothing private is read here. */

export type QueueRow = {
  id: number;
  version: number;
  number: string;
  playbook: string;
  channel: string;
  stage: string;
  status: TicketFacts['status'];
  priority: string;
  is_green_lane: boolean;
  category: string | null;
  department: string | null;
  owner_id: number | null;
  cycle: number;
  escalation: number;
  incident_id: number | null;
  is_waiting: boolean;
  is_breached: boolean;
  received_at: number;
  next_due_at: number | null;
  next_clock: string | null;
};

export type QueueFilter = {
  playbook?: string[];
  status?: string[];
  stage?: string[];
  priority?: string[];
  category?: string[];
  department?: string[];
  channel?: string[];
  owner?: (number | null)[];
  interfaceId?: number;
  incident?: { ids: number[] } | 'any' | 'none';
  customerId?: number;
  isBreached?: boolean;
  isWaiting?: boolean;
  isGreenLane?: boolean;
};

export type QueueSort = 'due' | 'received' | '-received' | 'priority';
/** Where the page before ended: the sort's value and the id. */
export type QueueCursor = { value: string; id: number };

export const rowColumns = `id, version, number, playbook, channel, stage, status, priority, is_green_lane, category, department, owner_id,
  cycle, escalation, incident_id, is_waiting, is_breached, received_at,
  nullif(next_due_at, 'infinity') as next_due_at, next_clock`;

/** By the table's columns, said in full: `order by next_due_at` alone would mean the column of the same name above, which no index has. */
const sorts: Record<QueueSort, { key: string; direction: 'asc' | 'desc'; cast: string }> = {
  due: { key: 'ticket.next_due_at', direction: 'asc', cast: 'timestamptz' },
  received: { key: 'ticket.received_at', direction: 'asc', cast: 'timestamptz' },
  '-received': { key: 'ticket.received_at', direction: 'desc', cast: 'timestamptz' },
  priority: { key: 'ticket.priority_rank', direction: 'asc', cast: 'smallint' },
};

export async function readQueue(
  db: Queryable,
  scope: ReadScope,
  filter: QueueFilter,
  sort: QueueSort,
  after: QueueCursor | null,
  limit: number,
): Promise<{ rows: QueueRow[]; next: QueueCursor | null }> {
  const { key, direction, cast } = sorts[sort];
  const where = new Conditions();
  addScope(where, scope);
  addFilter(where, filter);
  if (after) {
    where.add(
      (value, id) => `(${key}, id) ${direction === 'asc' ? '>' : '<'} (${value}::${cast}, ${id}::bigint)`,
      after.value,
      after.id,
    );
  }
  const text = `select ${rowColumns}, ${key}::text as sort_value from ticket where ${where.text()}
    order by ${key} ${direction}, id ${direction} limit ${where.value(limit + 1)}`;
  const { rows } = await db.query<QueueRow & { sort_value: string }>({
    name: nameOf(text),
    text,
    values: where.values,
  });
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { rows: page, next: last ? { value: last.sort_value, id: last.id } : null };
}

export async function readRows(db: Queryable, scope: ReadScope, ids: readonly number[]): Promise<QueueRow[]> {
  const where = new Conditions();
  addScope(where, scope);
  where.add((value) => `id = any(${value}::bigint[])`, ids);
  const text = `select ${rowColumns} from ticket where ${where.text()}`;
  const { rows } = await db.query<QueueRow>({ name: nameOf(text), text, values: where.values });
  return rows;
}

const mostCounted = 1_000;

/** No more than a thousand are counted: beyond that the number says nothing more. */
export async function countFiltered(db: Queryable, scope: ReadScope, filter: QueueFilter): Promise<number> {
  const where = new Conditions();
  addScope(where, scope);
  addFilter(where, filter);
  const text = `select count(*) as count from (select 1 from ticket where ${where.text()} limit ${mostCounted}) x`;
  const { rows } = await db.query<{ count: number }>({ name: nameOf(text), text, values: where.values });
  return rows[0]?.count ?? 0;
}

export type CountRow = {
  mine: number;
  unassigned: number;
  breached: number;
  green_lane: number;
  waiting: number;
  open: number;
};

export async function countQueues(db: Queryable, scope: ReadScope, staffId: number | null) {
  const where = new Conditions();
  const mine = where.value(staffId);
  addScope(where, scope);
  where.add(() => `status <> 'closed'`);
  const totals = `select count(*) filter (where owner_id = ${mine}::bigint) as mine, count(*) filter (where owner_id is null) as unassigned,
    count(*) filter (where is_breached) as breached, count(*) filter (where is_green_lane) as green_lane,
    count(*) filter (where is_waiting) as waiting, count(*) as open from ticket where ${where.text()}`;
  const stages = `select playbook, stage, count(*) as count from ticket where ${where.text()} and ${mine}::bigint is not distinct from ${mine}::bigint
    group by playbook, stage order by playbook, stage`;
  const [{ rows: total }, { rows: byStage }] = await Promise.all([
    db.query<CountRow>({ name: nameOf(totals), text: totals, values: where.values }),
    db.query<{ playbook: string; stage: string; count: number }>({
      name: nameOf(stages),
      text: stages,
      values: where.values,
    }),
  ]);
  return { total: total[0] as CountRow, byStage };
}

/** The one translation of a reading scope into SQL; `ticket` columns must be in reach by their own names. */
export function addScope(where: Conditions, scope: ReadScope): void {
  if (scope.kind === 'none') where.add(() => 'false');
  if (scope.kind !== 'departments') return;
  where.add(
    (departments, staff) =>
      `(department = any(${departments}::text[]) or involved_departments && ${departments}::text[] or owner_id = ${staff}::bigint or collaborators @> array[${staff}::bigint])`,
    scope.departments,
    scope.staff,
  );
}

function addFilter(where: Conditions, filter: QueueFilter): void {
  const { owner, incident, isBreached, isWaiting, isGreenLane, customerId, interfaceId, ...lists } = filter;
  for (const [column, values] of Object.entries(lists)) {
    // One value is said as such: with a list no index gives the rows in order.
    if (values?.length === 1) where.add((value) => `${column} = ${value}::text`, values[0]);
    else if (values) where.add((value) => `${column} = any(${value}::text[])`, values);
  }
  if (!filter.status) where.add(() => `status <> 'closed'`);
  // Said apart from the list, so that the partial indexes on open tickets serve.
  else if (!filter.status.includes('closed')) where.add(() => `status <> 'closed'`);
  if (isBreached !== undefined) where.add(() => (isBreached ? 'is_breached' : 'not is_breached'));
  if (isGreenLane !== undefined) where.add(() => (isGreenLane ? 'is_green_lane' : 'not is_green_lane'));
  if (isWaiting !== undefined) where.add(() => (isWaiting ? 'is_waiting' : 'not is_waiting'));
  if (interfaceId !== undefined) where.add((value) => `interface_id = ${value}::bigint`, interfaceId);
  if (customerId !== undefined) where.add((value) => `customer_id = ${value}::bigint`, customerId);
  if (owner) addOwner(where, owner);
  if (incident === 'any' || incident === 'none')
    where.add(() => `incident_id is ${incident === 'any' ? 'not ' : ''}null`);
  else if (incident) where.add((value) => `incident_id = any(${value}::bigint[])`, incident.ids);
}

function addOwner(where: Conditions, owner: readonly (number | null)[]): void {
  const ids = owner.filter((one) => one !== null);
  const hasNone = ids.length < owner.length;
  if (ids.length === 1 && !hasNone) where.add((value) => `owner_id = ${value}::bigint`, ids[0]);
  else where.add((value) => `(owner_id = any(${value}::bigint[])${hasNone ? ' or owner_id is null' : ''})`, ids);
}

/** Conditions joined by `and`, with their values as parameters. */
export class Conditions {
  readonly values: unknown[];
  readonly #parts: string[] = [];

  /** @param values those of the statement around it, where it is only a part of one */
  constructor(values: unknown[] = []) {
    this.values = values;
  }

  /** A parameter's place in the text. */
  value(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  add(part: (...places: string[]) => string, ...values: readonly unknown[]): void {
    this.#parts.push(part(...values.map((value) => this.value(value))));
  }

  text(): string {
    return this.#parts.length === 0 ? 'true' : this.#parts.join(' and ');
  }
}

/** Equal statements share one prepared plan. */
const names = new Map<string, string>();
const mostNames = 2_000;

function nameOf(text: string): string | undefined {
  let name = names.get(text);
  if (name === undefined) {
    if (names.size >= mostNames) return undefined;
    name = `q${createHash('sha256').update(text).digest('hex').slice(0, 20)}`;
    names.set(text, name);
  }
  return name;
}
