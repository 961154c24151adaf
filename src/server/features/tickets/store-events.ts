import type { EventActor } from '../../../domain/ticket/actor.ts';
import type { EventType, TicketEvent } from '../../../domain/ticket/events.ts';
import type { Queryable } from '../../database/pool.ts';
import type { KeyRing } from '../../platform/crypto/key-ring.ts';
import { openJson } from './secret.ts';

/** Events as stored. */
export type EventRow = {
  ticket_id: number;
  seq: number;
  type: EventType;
  at: number;
  actor_kind: EventActor['kind'];
  actor_id: number | null;
  data: never;
  secret: Buffer | null;
  hash: Buffer;
};

export async function readEvents(db: Queryable, ticketId: number, after: number, limit: number): Promise<EventRow[]> {
  const text = 'select * from event where ticket_id = $1 and seq > $2 order by seq limit $3';
  const { rows } = await db.query<EventRow>({ name: 'events-read', text, values: [ticketId, after, limit] });
  return rows;
}

export type Change = { seq: number; type: string; at: number; actor: EventActor };

/** What people did after a version of the ticket, newest first; what the passing of time did is left out. */
export async function changesSince(db: Queryable, ticketId: number, version: number): Promise<Change[]> {
  const text = `select seq, type, at, actor_kind, actor_id from event
    where ticket_id = $1 and seq > $2 and actor_kind <> 'system' order by seq desc limit 20`;
  const { rows } = await db.query<EventRow>({ name: 'events-since', text, values: [ticketId, version] });
  return rows.map(({ seq, type, at, actor_kind: kind, actor_id: id }) => ({ seq, type, at, actor: { kind, id } }));
}

export function toEvent(ring: KeyRing, dataKey: Buffer | null, customerId: number, row: EventRow): TicketEvent {
  const { seq, type, at, data, secret } = row;
  const actor = { kind: row.actor_kind, id: row.actor_id };
  return { seq, type, at, actor, data, text: openJson(ring, dataKey, customerId, secret) } as TicketEvent;
}

/** The sealed words of single events of any tickets, with what opens them, in the order asked for. */
export async function readSecrets(
  db: Queryable,
  events: readonly { ticketId: number; seq: number }[],
): Promise<{ secret: Buffer | null; dataKey: Buffer | null; customerId: number }[]> {
  const { rows } = await db.query<{ secret: Buffer | null; dataKey: Buffer | null; customerId: number }>(
    `select event.secret, customer.data_key as "dataKey", customer.id as "customerId"
     from unnest($1::bigint[], $2::int[]) with ordinality as asked (ticket_id, seq, place)
     left join event on event.ticket_id = asked.ticket_id and event.seq = asked.seq
     join ticket on ticket.id = asked.ticket_id join customer on customer.id = ticket.customer_id
     order by asked.place`,
    [events.map(({ ticketId }) => ticketId), events.map(({ seq }) => seq)],
  );
  return rows;
}
