import type { TicketContext } from '../../../domain/ticket/context.ts';
import { describe } from '../../../domain/ticket/describe.ts';
import type { TicketState } from '../../../domain/ticket/state.ts';
import { byteaArray, intArray } from '../../database/binary-array.ts';
import { eventHash } from './chain.ts';
import { changedRuns, clockColumns, sqlInstant, ticketColumns } from './columns.ts';
import { factsOf } from './facts.ts';
import { sealDescription, sealJson } from './secret.ts';
import type { TicketWrite } from './store-write.ts';

/** The rows that a number of tickets bring to each table, under the names of its columns. */
export function rowsOf(writes: readonly TicketWrite[]) {
  const chains = writes.map(chain);
  const bytes: Buffer[] = [];
  const place = (one: Buffer | null) => (one === null ? null : bytes.push(one));
  const rows = {
    tickets: writes.map((write, at) => ticketRow(write, chains[at] ?? [], place)),
    events: writes.flatMap((write, at) => eventRows(write, chains[at] ?? [], place)),
    clocks: writes.flatMap(clockRows),
    notices: writes.flatMap(noticeRows),
    posts: writes.flatMap(postRows),
    keys: writes.flatMap((write) => keyRows(write, place)),
    customers: writes.flatMap((write) => customerRows(write, place)),
    contacts: contactRows(writes, place),
    ...searchRows(writes),
  };
  return { ...rows, bytes: byteaArray(bytes) };
}
export type Rows = ReturnType<typeof rowsOf>;

/** Puts bytes among those of the statement and tells where, counted from 1. */
type Place = (one: Buffer | null) => number | null;

type Chained = { secret: Buffer | null; hash: Buffer };

function chain({ head, after, events, key }: TicketWrite): Chained[] {
  let before = head;
  return events.map((event) => {
    const secret = key && event.text ? sealJson(key, after.customerId, event.text) : null;
    before = eventHash(before, after.id, { ...event, secret });
    return { secret, hash: before };
  });
}

function ticketRow({ context, before, after, key, head }: TicketWrite, chained: readonly Chained[], place: Place) {
  const isSame = before !== null && before.text === after.text;
  return {
    ...ticketColumns(context, after),
    id: after.id,
    before: before?.version ?? null,
    facts: factsOf(after),
    // What was said has not changed: it stays sealed as it is.
    keeps_secret: isSame,
    secret: place(key && after.text && !isSame ? sealJson(key, after.customerId, after.text) : null),
    description: place(saysTheSame(context, before, after) ? null : sealDescription(context.playbook, key, after)),
    head_hash: place(chained.at(-1)?.hash ?? head),
  };
}

/** Whether lists show of it what they did: then the stored description stays. Another version of the playbook may show other fields. */
function saysTheSame({ playbook }: TicketContext, before: TicketState | null, after: TicketState): boolean {
  if (before === null || before.playbook.version !== after.playbook.version) return false;
  if (before.text === after.text && before.forms === after.forms) return true;
  const [old, now] = [describe(playbook, before, before.text), describe(playbook, after, after.text)];
  return old.subject === now.subject && old.customerName === now.customerName;
}

function eventRows({ after, events }: TicketWrite, chained: readonly Chained[], place: Place) {
  return events.map(({ seq, type, at, actor, data }, index) => ({
    ticket_id: after.id,
    seq,
    type,
    at: sqlInstant(at),
    actor_kind: actor.kind,
    actor_id: actor.id,
    data,
    secret: place(chained[index]?.secret ?? null),
    hash: place(chained[index]?.hash ?? null),
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

/** Hand-offs, for the group chats of their departments. What was taken over from elsewhere was handed off long ago. */
function postRows({ after, events }: TicketWrite) {
  return events.flatMap(({ type, seq, at, data }) => {
    if (type !== 'handoff.made' || (after.isHistory && at === after.registeredAt)) return [];
    return [
      { ticket_id: after.id, event_seq: seq, department: data.department, at: sqlInstant(at), next_at: sqlInstant(at) },
    ];
  });
}

function keyRows({ idempotency, after, events }: TicketWrite, place: Place) {
  if (idempotency === null) return [];
  const { actor, key, requestHash } = idempotency;
  return [{ ticket_id: after.id, actor, key, request_hash: place(requestHash), at: sqlInstant(events[0]?.at ?? 0) }];
}

function customerRows({ newCustomer, events }: TicketWrite, place: Place) {
  if (newCustomer === null) return [];
  const { id, type, dataKey, profile, preferredChannel } = newCustomer;
  const at = sqlInstant(events[0]?.at ?? 0);
  return [
    {
      id,
      type,
      data_key: place(dataKey),
      profile: place(profile),
      preferred_channel: preferredChannel,
      created_at: at,
    },
  ];
}

/** In one order everywhere: processes that claim the same new contacts wait for each other, never in a circle. */
function contactRows(writes: readonly TicketWrite[], place: Place) {
  const contacts = writes.flatMap(
    ({ newCustomer }) => newCustomer?.contactHashes.map((hash) => ({ customer_id: newCustomer.id, hash })) ?? [],
  );
  contacts.sort((a, b) => Buffer.compare(a.hash, b.hash));
  return contacts.map(({ customer_id, hash }) => ({ customer_id, hash: place(hash) }));
}
