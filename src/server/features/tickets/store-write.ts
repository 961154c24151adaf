import { mostTokens } from '../../../domain/search/ticket-words.ts';
import type { TicketContext } from '../../../domain/ticket/context.ts';
import type { TicketEvent } from '../../../domain/ticket/events.ts';
import type { TicketNotice } from '../../../domain/ticket/notices.ts';
import type { TicketState } from '../../../domain/ticket/state.ts';
import type { Queryable } from '../../database/pool.ts';
import type { SealingKey } from '../../platform/crypto/seal.ts';
import { type Rows, rowsOf } from './write-rows.ts';

/**
 * The one place where tickets are written: events, state, clocks, search tokens, notices, posts and idempotency keys, of any
 * number of tickets, all in one statement, so that there is no half. The rows go in as JSON: by far the cheapest way for many columns. What is bytes
 * goes in beside them, in one array that the rows point into: as hex within the JSON it was most of what both sides had to write and read.
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
  /** Search tokens: all of a new ticket's; those that are added to a known one's, or null for none. */
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

const shapes = {
  ticket: `id bigint, version int, number text, playbook text, playbook_version int, stage text, status text, priority text, priority_rank smallint,
    is_green_lane boolean, category text, department text, owner_id bigint, interface_id bigint, collaborators bigint[], involved_departments text[], awaits text[], channel text, cycle int, escalation int, customer_id bigint,
    incident_id bigint, is_waiting boolean, is_breached boolean, received_at timestamptz, closed_at timestamptz, next_due_at timestamptz, next_clock text, expected_at timestamptz,
    facts json, secret bytea, description bytea, head_hash bytea`,
  event: `ticket_id bigint, seq int, type text, at timestamptz, actor_kind text, actor_id bigint, data json, secret bytea, hash bytea`,
  clock: `ticket_id bigint, clock text, cycle int, status text, due_at timestamptz, wake_at timestamptz, breached_at timestamptz`,
  notice: `ticket_id bigint, staff_id bigint, event_seq int, kind text, clock text, due_at timestamptz, at timestamptz`,
  group_chat_post: `ticket_id bigint, event_seq int, department text, at timestamptz, next_at timestamptz`,
  idempotency: `ticket_id bigint, actor text, key text, request_hash bytea, at timestamptz`,
  customer: `id bigint, type text, data_key bytea, profile bytea, preferred_channel text, created_at timestamptz`,
  customer_contact: `customer_id bigint, hash bytea`,
} as const;
type Table = keyof typeof shapes;

const columnsOf = (table: Table) => shapes[table].split(/,\s*/).map((column) => column.split(' ')[0] ?? '');
const namesOf = (table: Table) => columnsOf(table).join(', ');
/** The rows of a table as `x`; a column of bytes is its place among them. */
const given = (table: Table, place: string, more = '') =>
  `json_to_recordset(${place}::json) as x (${shapes[table].replaceAll(' bytea', ' int')}${more})`;
const isBytes = (table: Table, column: string) => shapes[table].includes(`${column} bytea`);
const columnValue = (table: Table, column: string) =>
  isBytes(table, column) ? `($7::bytea[])[x.${column}]` : `x.${column}`;
const valuesOf = (table: Table) => columnsOf(table).map((column) => columnValue(table, column));
const insert = (table: Table, place: string) =>
  `insert into ${table} (${namesOf(table)}) select ${valuesOf(table).join(', ')} from ${given(table, place)}`;
/** Each ticket's tokens are a slice of one array. */
const searchRows = `select x.ticket_id, ($4::int[])[x.first:x.last] from json_to_recordset($5::json) as x (ticket_id bigint, first int, last int)`;

/** Only where the department's group chat has a robot that is on. */
const posts = (place: string, only = '') => `${insert('group_chat_post', place)}
    join group_chat on group_chat.department = x.department and group_chat.is_on ${only}`;

const insertText = `with
  t as (${insert('ticket', '$1')}),
  e as (${insert('event', '$2')}),
  c as (${insert('clock', '$3')}),
  s as (insert into ticket_search (ticket_id, tokens) ${searchRows}),
  n as (${insert('notice', '$6')} on conflict do nothing),
  p as (${posts('$8')}),
  cu as (${insert('customer', '$9')}),
  cc as (${insert('customer_contact', '$10')}),
  i as (${insert('idempotency', '$11')})
  select`;

/** What was said may stay as it lies. */
const kept: Record<string, string> = {
  secret: `case when x.keeps_secret then ticket.secret else ${columnValue('ticket', 'secret')} end`,
  description: `coalesce(${columnValue('ticket', 'description')}, ticket.description)`,
};
const set = columnsOf('ticket')
  .filter((name) => name !== 'id')
  .map((name) => `${name} = ${kept[name] ?? columnValue('ticket', name)}`);
/** Of tickets that somebody else has written in between nothing is kept: neither the row, nor what depends on it. */
const ifWritten = 'join t on t.id = x.ticket_id';

/** What is there stays where it is and what is new comes behind it, as far as there is room: the same whether it comes at once or bit by bit. */
const withAdded = `(ticket_search.tokens || array(select given.token from unnest(excluded.tokens) with ordinality as given (token, place)
      where not exists (select from unnest(ticket_search.tokens) as kept (token) where kept.token = given.token)
      order by given.place))[1:${mostTokens}]`;

const updateText = `with
  t as (
    update ticket set ${set.join(', ')} from ${given('ticket', '$1', ', before int, keeps_secret boolean')}
    where ticket.id = x.id and ticket.version = x.before returning ticket.id),
  e as (${insert('event', '$2')} ${ifWritten}),
  c as (
    ${insert('clock', '$3')} ${ifWritten}
    on conflict (ticket_id, clock, cycle) do update set status = excluded.status, due_at = excluded.due_at,
      wake_at = excluded.wake_at, breached_at = excluded.breached_at),
  s as (
    insert into ticket_search (ticket_id, tokens) ${searchRows} ${ifWritten}
    on conflict (ticket_id) do update set tokens = ${withAdded} where cardinality(ticket_search.tokens) < ${mostTokens}),
  n as (${insert('notice', '$6')} ${ifWritten} on conflict do nothing),
  p as (${posts('$8', ifWritten)})
  select id from t`;

/** Whether somebody else was first with the same idempotency key, or with a contact that was new: it is found when one begins again. */
export function isFirstElsewhere(error: unknown): boolean {
  const { code, constraint = '' } = error as { code?: string; constraint?: string };
  return code === '23505' && ['idempotency_pkey', 'customer_contact_pkey'].includes(constraint);
}

/** Writes new tickets, all or none. */
export async function insertTickets(db: Queryable, writes: readonly TicketWrite[]): Promise<readonly TicketWrite[]> {
  const rows = rowsOf(writes);
  const values = [...common(rows), rows.customers, rows.contacts, rows.keys].map(asParameter);
  await db.query({ name: 'tickets-insert', text: insertText, values });
  return writes;
}

/** Writes changed tickets, and tells which: one that somebody else has written since `before` was read is left as it is. */
export async function updateTickets(db: Queryable, writes: readonly TicketWrite[]): Promise<ReadonlySet<number>> {
  const values = common(rowsOf(writes)).map(asParameter);
  const { rows } = await db.query<{ id: number }>({ name: 'tickets-update', text: updateText, values });
  return new Set(rows.map(({ id }) => id));
}

const common = ({ tickets, events, clocks, tokens, searches, notices, bytes, posts }: Rows) => [
  tickets,
  events,
  clocks,
  tokens,
  searches,
  notices,
  bytes,
  posts,
];
const asParameter = (value: Buffer | readonly unknown[]) => (Buffer.isBuffer(value) ? value : JSON.stringify(value));
