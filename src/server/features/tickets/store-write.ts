import type { TicketContext } from '../../../domain/ticket/context.ts';
import type { TicketEvent } from '../../../domain/ticket/events.ts';
import type { TicketNotice } from '../../../domain/ticket/notices.ts';
import type { ClockRun, TicketState } from '../../../domain/ticket/state.ts';
import type { Queryable } from '../../database/pool.ts';
import type { SealingKey } from '../../platform/crypto/seal.ts';
import { eventHash } from './chain.ts';
import { changedRuns, clockColumns, factsOf, sqlInstant, ticketColumns } from './columns.ts';
import { sealJson } from './secret.ts';

/**
 * The one place where tickets are written: events, state, clocks, search tokens, notices and the idempotency key, all in one
 * statement, so that there is no half.
 */

export type TicketWrite = {
  context: TicketContext;
  before: TicketState | null;
  after: TicketState;
  events: readonly TicketEvent[];
  /** Hash of the last event before these. */
  head: Buffer;
  /** The customer's data key; null once erased, when nothing private is written any more. */
  key: SealingKey | null;
  /** Null leaves the search tokens as they are. */
  tokens: readonly number[] | null;
  notices: readonly TicketNotice[];
  idempotency: { actor: string; key: string; requestHash: Buffer } | null;
  /** A customer who is first heard of with this ticket. */
  newCustomer: NewCustomerRow | null;
};

export type NewCustomerRow = {
  id: number;
  type: string;
  preferredChannel: string | null;
  dataKey: Buffer;
  profile: Buffer;
  contactHashes: readonly Buffer[];
};

const ticketFields = [
  'version',
  'number',
  'playbook',
  'stage',
  'status',
  'priority',
  'priority_rank',
  'is_green_lane',
  'category',
  'department',
  'owner_id',
  'collaborators',
  'channel',
  'customer_id',
  'is_waiting',
  'is_breached',
  'received_at',
  'closed_at',
  'next_due_at',
  'next_clock',
] as const;
const placeholders = ticketFields.map((_, index) => `$${index + 6}`).join(', ');
const first = ticketFields.length + 6;
const at = (offset: number) => `$${first + offset}`;

/** What follows the ticket's own row; `t` holds it, and is empty when the guard on the version failed. */
const dependents = `
  e as (
    insert into event (ticket_id, seq, type, at, actor_kind, actor_id, data, secret, hash)
    select t.id, x.* from t, unnest(${at(0)}::int[], ${at(1)}::text[], ${at(2)}::timestamptz[], ${at(3)}::text[], ${at(4)}::bigint[],
      ${at(5)}::jsonb[], ${at(6)}::bytea[], ${at(7)}::bytea[]) as x),
  c as (
    insert into clock (ticket_id, clock, cycle, status, due_at, wake_at, breached_at)
    select t.id, x.* from t, unnest(${at(8)}::text[], ${at(9)}::int[], ${at(10)}::text[], ${at(11)}::timestamptz[], ${at(12)}::timestamptz[],
      ${at(13)}::timestamptz[]) as x
    on conflict (ticket_id, clock, cycle) do update set status = excluded.status, due_at = excluded.due_at,
      wake_at = excluded.wake_at, breached_at = excluded.breached_at),
  s as (
    insert into ticket_search (ticket_id, tokens) select t.id, ${at(14)}::int[] from t where ${at(14)}::int[] is not null
    on conflict (ticket_id) do update set tokens = excluded.tokens),
  n as (
    insert into notice (staff_id, ticket_id, event_seq, kind, clock, due_at, at)
    select x.staff_id, t.id, x.seq, x.kind, x.clock, x.due_at, x.at
    from t, unnest(${at(15)}::bigint[], ${at(16)}::int[], ${at(17)}::text[], ${at(18)}::text[], ${at(19)}::timestamptz[], ${at(20)}::timestamptz[])
      as x (staff_id, seq, kind, clock, due_at, at)
    on conflict do nothing),
  i as (
    insert into idempotency (actor, key, request_hash, ticket_id, at)
    select ${at(21)}::text, ${at(22)}::text, ${at(23)}::bytea, t.id, ${at(24)}::timestamptz from t where ${at(21)}::text is not null)
  select count(*) as written from t`;

const insertText = `with cu as (
    insert into customer (id, type, data_key, profile, preferred_channel, created_at)
    select ${at(25)}::bigint, ${at(26)}::text, ${at(27)}::bytea, ${at(28)}::bytea, ${at(30)}::text, ${at(24)}::timestamptz where ${at(25)}::bigint is not null),
  cc as (
    insert into customer_contact (hash, customer_id)
    select x, ${at(25)}::bigint from unnest(${at(29)}::bytea[]) as x on conflict do nothing),
  t as (
    insert into ticket (id, facts, secret, head_hash, ${ticketFields.join(', ')})
    select $1::bigint, $2::jsonb, $3::bytea, $4::bytea, ${placeholders} where $5::int = 0 returning id),
  ${dependents}`;

const updateText = `with t as (
    update ticket set facts = $2, secret = $3, head_hash = $4, ${ticketFields.map((field, index) => `${field} = $${index + 6}`).join(', ')}
    where id = $1 and version = $5 returning id),
  ${dependents}`;

/** False when somebody else has written since `before` was read; nothing has been written then. */
export async function writeTicket(db: Queryable, write: TicketWrite): Promise<boolean> {
  const { before, after } = write;
  const chained = chain(write);
  const values = [
    ...ticketValues(write, chained),
    ...eventColumns(write, chained),
    ...clockValues(write),
    write.tokens,
    ...noticeValues(write),
    ...keyValues(write),
  ];
  if (before === null) values.push(...customerValues(write));
  const statement =
    before === null ? { name: 'ticket-insert', text: insertText } : { name: 'ticket-update', text: updateText };
  const { rows } = await db.query<{ written: number }>({ ...statement, values });
  if (before === null && rows[0]?.written !== 1) throw new Error(`Ticket ${after.id} was not written`);
  return rows[0]?.written === 1;
}

type Chained = { secret: Buffer | null; hash: Buffer };

function chain({ head, after, events, key }: TicketWrite): Chained[] {
  let before = head;
  return events.map((event) => {
    const secret = key && event.text ? sealJson(key, after.customerId, event.text) : null;
    before = eventHash(before, after.id, { ...event, secret });
    return { secret, hash: before };
  });
}

function ticketValues({ context, before, after, key, head }: TicketWrite, chained: readonly Chained[]): unknown[] {
  const columns: Record<string, unknown> = ticketColumns(context, after);
  const secret = key && after.text ? sealJson(key, after.customerId, after.text) : null;
  const facts = JSON.stringify(factsOf(after));
  const newHead = chained.at(-1)?.hash ?? head;
  return [after.id, facts, secret, newHead, before?.version ?? 0, ...ticketFields.map((field) => columns[field])];
}

function eventColumns({ events }: TicketWrite, chained: readonly Chained[]): unknown[] {
  return [
    events.map((event) => event.seq),
    events.map((event) => event.type),
    events.map((event) => sqlInstant(event.at)),
    events.map((event) => event.actor.kind),
    events.map((event) => event.actor.id),
    events.map((event) => JSON.stringify(event.data)),
    chained.map((one) => one.secret),
    chained.map((one) => one.hash),
  ];
}

function clockValues({ context, before, after }: TicketWrite): unknown[] {
  const runs: ClockRun[] = changedRuns(before?.clocks ?? [], after.clocks);
  const rows = runs.map((run) => clockColumns(context, run));
  return [
    rows.map((row) => row.clock),
    rows.map((row) => row.cycle),
    rows.map((row) => row.status),
    rows.map((row) => row.due_at),
    rows.map((row) => row.wake_at),
    rows.map((row) => row.breached_at),
  ];
}

function noticeValues({ notices, events }: TicketWrite): unknown[] {
  const now = sqlInstant(events.at(-1)?.at ?? 0);
  return [
    notices.map((notice) => notice.staffId),
    notices.map((notice) => notice.eventSeq),
    notices.map((notice) => notice.kind),
    notices.map((notice) => notice.clock),
    notices.map((notice) => (notice.due === null ? null : sqlInstant(notice.due))),
    notices.map(() => now),
  ];
}

function keyValues({ idempotency, events }: TicketWrite): unknown[] {
  return [
    idempotency?.actor ?? null,
    idempotency?.key ?? null,
    idempotency?.requestHash ?? null,
    sqlInstant(events[0]?.at ?? 0),
  ];
}

function customerValues({ newCustomer: made }: TicketWrite): unknown[] {
  return [
    made?.id ?? null,
    made?.type ?? null,
    made?.dataKey ?? null,
    made?.profile ?? null,
    made?.contactHashes ?? [],
    made?.preferredChannel ?? null,
  ];
}
