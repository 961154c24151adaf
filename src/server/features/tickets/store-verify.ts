import type { Queryable } from '../../database/pool.ts';
import type { EventRow } from './store-events.ts';

/** Reads the chain in its order, and what the tickets say of its end. */

/** `stateVersion`: how many events its state was folded from, as that says itself; null where it says nothing that could be. */
export type ChainEnd = {
  id: number;
  number: string;
  version: number;
  head_hash: Buffer;
  stateVersion: number | null;
};

const endColumns = `id, number, version, head_hash,
  case when facts ->> 'version' ~ '^[0-9]{1,9}$' then (facts ->> 'version')::int end as "stateVersion"`;

export async function eventsAfter(db: Queryable, ticketId: number, seq: number, limit: number): Promise<EventRow[]> {
  const text = 'select * from event where (ticket_id, seq) > ($1, $2) order by ticket_id, seq limit $3';
  const { rows } = await db.query<EventRow>({ name: 'chain-read', text, values: [ticketId, seq, limit] });
  return rows;
}

export async function chainEnds(db: Queryable, ids: readonly number[]): Promise<Map<number, ChainEnd>> {
  const text = `select ${endColumns} from ticket where id = any($1::bigint[])`;
  const { rows } = await db.query<ChainEnd>({ name: 'chain-ends', text, values: [ids] });
  return new Map(rows.map((row) => [row.id, row]));
}

export async function ticketsWithoutEvents(db: Queryable, limit: number): Promise<ChainEnd[]> {
  const text = `select ${endColumns} from ticket t
    where not exists (select from event e where e.ticket_id = t.id) order by id limit $1`;
  return (await db.query<ChainEnd>(text, [limit])).rows;
}

/** Tickets whose notices tell of events that neither the ticket nor its chain has: the last of them. */
export async function noticedBeyond(db: Queryable, limit: number): Promise<{ number: string; seq: number }[]> {
  const text = `select t.number, max(n.event_seq) as seq from notice n join ticket t on t.id = n.ticket_id
    where n.event_seq > t.version group by t.id, t.number order by t.id limit $1`;
  return (await db.query<{ number: string; seq: number }>(text, [limit])).rows;
}

export async function countEvents(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ count: number }>('select count(*) as count from event');
  return rows[0]?.count ?? 0;
}
