import { intArray } from '../../database/int-array.ts';
import { eventHash } from './chain.ts';
import { changedRuns, clockColumns, sqlInstant, ticketColumns } from './columns.ts';
import { factsOf } from './facts.ts';
import { sealDescription, sealJson } from './secret.ts';
import type { TicketWrite } from './store-write.ts';

/** The rows that a number of tickets bring to each table, under the names of its columns. */
export function rowsOf(writes: readonly TicketWrite[]) {
  const chains = writes.map(chain);
  return {
    tickets: writes.map((write, at) => ticketRow(write, chains[at] ?? [])),
    events: writes.flatMap((write, at) => eventRows(write, chains[at] ?? [])),
    clocks: writes.flatMap(clockRows),
    notices: writes.flatMap(noticeRows),
    keys: writes.flatMap(keyRows),
    customers: writes.flatMap(customerRows),
    // In one order everywhere: processes that claim the same new contacts wait for each other, never in a circle.
    contacts: writes.flatMap(contactRows).sort((a, b) => (a.hash < b.hash ? -1 : 1)),
    ...searchRows(writes),
  };
}
export type Rows = ReturnType<typeof rowsOf>;

type Chained = { secret: Buffer | null; hash: Buffer };

function chain({ head, after, events, key }: TicketWrite): Chained[] {
  let before = head;
  return events.map((event) => {
    const secret = key && event.text ? sealJson(key, after.customerId, event.text) : null;
    before = eventHash(before, after.id, { ...event, secret });
    return { secret, hash: before };
  });
}

/** As `bytea` reads it. */
const hex = (bytes: Buffer) => `\\x${bytes.toString('hex')}`;
const hexOrNull = (bytes: Buffer | null) => bytes && hex(bytes);

function ticketRow({ context, before, after, key, head }: TicketWrite, chained: readonly Chained[]) {
  const isSame = before !== null && before.text === after.text;
  return {
    ...ticketColumns(context, after),
    id: after.id,
    before: before?.version ?? null,
    facts: factsOf(after),
    // What was said has not changed: it stays sealed as it is.
    keeps_secret: isSame,
    secret: key && after.text && !isSame ? hex(sealJson(key, after.customerId, after.text)) : null,
    // Also where the text is the same: its playbook may name other fields now, and older tickets get theirs.
    description: hexOrNull(sealDescription(context.playbook, key, after)),
    head_hash: hex(chained.at(-1)?.hash ?? head),
  };
}

function eventRows({ after, events }: TicketWrite, chained: readonly Chained[]) {
  return events.map(({ seq, type, at, actor, data }, index) => ({
    ticket_id: after.id,
    seq,
    type,
    at: sqlInstant(at),
    actor_kind: actor.kind,
    actor_id: actor.id,
    data,
    secret: hexOrNull(chained[index]?.secret ?? null),
    hash: hexOrNull(chained[index]?.hash ?? null),
  }));
}

function clockRows({ context, before, after }: TicketWrite) {
  const runs = changedRuns(before?.clocks ?? [], after.clocks);
  return runs.map((run) => ({ ticket_id: after.id, ...clockColumns(context, run) }));
}

function searchRows(writes: readonly TicketWrite[]) {
  const tokens = writes.flatMap((write) => write.tokens ?? []);
  let last = 0;
  const searches = writes.flatMap(({ after, tokens: own }) => {
    if (own === null) return [];
    const first = last + 1;
    last += own.length;
    return { ticket_id: after.id, first, last };
  });
  return { tokens: intArray(tokens), searches };
}

function noticeRows({ after, notices, events }: TicketWrite) {
  const at = sqlInstant(events.at(-1)?.at ?? 0);
  return notices.map(({ staffId, eventSeq, kind, clock, due }) => ({
    ticket_id: after.id,
    staff_id: staffId,
    event_seq: eventSeq,
    kind,
    clock,
    due_at: due === null ? null : sqlInstant(due),
    at,
  }));
}

function keyRows({ idempotency, after, events }: TicketWrite) {
  if (idempotency === null) return [];
  const { actor, key, requestHash } = idempotency;
  return [{ ticket_id: after.id, actor, key, request_hash: hex(requestHash), at: sqlInstant(events[0]?.at ?? 0) }];
}

function customerRows({ newCustomer, events }: TicketWrite) {
  if (newCustomer === null) return [];
  const { id, type, dataKey, profile, preferredChannel } = newCustomer;
  const at = sqlInstant(events[0]?.at ?? 0);
  return [
    { id, type, data_key: hex(dataKey), profile: hex(profile), preferred_channel: preferredChannel, created_at: at },
  ];
}

function contactRows({ newCustomer }: TicketWrite) {
  return newCustomer?.contactHashes.map((hash) => ({ customer_id: newCustomer.id, hash: hex(hash) })) ?? [];
}
