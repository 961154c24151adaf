import type { ReadScope } from '../../../domain/access/ticket-rules.ts';
import type { Period } from '../../../domain/output/table-document.ts';
import type { Bilingual } from '../../../domain/playbook/schema-parts.ts';
import type { EventType } from '../../../domain/ticket/events.ts';
import { noteTypes } from '../../../domain/tracking/phase.ts';
import type { Queryable } from '../../database/pool.ts';
import type { Member } from '../session/index.ts';
import { addScope, Conditions, type toEvent } from '../tickets/index.ts';
import type { Cursor } from './cursor.ts';

/** SQL of what goes out. */
type IdQuery = { playbook: string; period: Period; after: Cursor | null; limit: number; isNewestFirst: boolean };

export async function readTicketIds(
  db: Queryable,
  scope: ReadScope,
  { playbook, period, after, limit, isNewestFirst }: IdQuery,
): Promise<{ ids: number[]; next: Cursor | null }> {
  const where = new Conditions();
  addScope(where, scope);
  where.add((id) => `playbook = ${id}`, playbook);
  if (period.from !== null) where.add((from) => `received_at >= ${from}`, new Date(period.from));
  if (period.to !== null) where.add((to) => `received_at < ${to}`, new Date(period.to));
  const [beyond, direction] = isNewestFirst ? ['<', 'desc'] : ['>', 'asc'];
  if (after) {
    const place = (at: string, id: string) => `(received_at, id) ${beyond} (${at}::timestamptz, ${id}::bigint)`;
    where.add(place as (...places: string[]) => string, after.receivedAt, after.id);
  }
  const text = `select id, received_at::text as received_at from ticket where ${where.text()}
    order by received_at ${direction}, id ${direction} limit ${where.value(limit + 1)}`;
  const { rows } = await db.query<{ id: number; received_at: string }>(text, where.values);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { ids: page.map((row) => row.id), next: last ? { receivedAt: last.received_at, id: last.id } : null };
}

export type EventRow = Parameters<typeof toEvent>[3];

/** Events of one kind of many tickets, in their order. */
export async function readEventsOf(db: Queryable, ticketIds: readonly number[], type: EventType): Promise<EventRow[]> {
  const { rows } = await db.query<EventRow>({
    name: 'outputs-events',
    text: 'select * from event where ticket_id = any($1::bigint[]) and type = $2 order by ticket_id, seq',
    values: [ticketIds, type],
  });
  return rows;
}

/** What was said last of each ticket's progress. */
export async function readLatestNotes(db: Queryable, ticketIds: readonly number[]): Promise<EventRow[]> {
  const { rows } = await db.query<EventRow>({
    name: 'outputs-notes',
    text: `select note.* from unnest($1::bigint[]) as asked (id) cross join lateral (
        select * from event where ticket_id = asked.id and type = any($2::text[]) order by seq desc limit 1) as note`,
    values: [ticketIds, noteTypes],
  });
  return rows;
}

export async function readDepartmentNames(db: Queryable): Promise<Map<string, Bilingual>> {
  const { rows } = await db.query<{ code: string; zh: string; en: string }>(
    'select code, name_zh as zh, name_en as en from department',
  );
  return new Map(rows.map(({ code, zh, en }) => [code, { zh, en }]));
}

/** Of those who gave one. Never from memory: an invitation must not go where somebody no longer is. */
export async function readStaffEmails(db: Queryable): Promise<Map<number, string>> {
  const { rows } = await db.query<{ id: number; email: string }>(
    'select id, email from staff where email is not null and is_active',
  );
  return new Map(rows.map(({ id, email }) => [id, email]));
}

/** Notes whose data were taken out, by whom and why; each customer once. */
export async function insertAccess(
  db: Queryable,
  actor: Member,
  customerIds: readonly number[],
  what: 'export' | 'reveal',
  reason: string,
  now: number,
): Promise<void> {
  if (customerIds.length === 0) return;
  await db.query({
    name: 'outputs-access',
    text: `insert into customer_access (customer_id, actor_kind, actor_id, what, reason, at)
      select distinct id, $2, $3::bigint, $4, $5, $6::timestamptz from unnest($1::bigint[]) as id`,
    values: [customerIds, actor.kind, actor.id, what, reason, new Date(now)],
  });
}
