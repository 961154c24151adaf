import type { Queryable } from '../../database/pool.ts';
import type { EventRow } from './store-events.ts';

/** Reads the chain in its order, and what the tickets say of its end. */

export type ChainEnd = { id: number; number: string; version: number; head_hash: Buffer };

export async function eventsAfter(db: Queryable, ticketId: number, seq: number, limit: number): Promise<EventRow[]> {
  const text = 'select * from event where (ticket_id, seq) > ($1, $2) order by ticket_id, seq limit $3';
  const { rows } = await db.query<EventRow>({ name: 'chain-read', text, values: [ticketId, seq, limit] });
  return rows;
}

export async function chainEnds(db: Queryable, ids: readonly number[]): Promise<Map<number, ChainEnd>> {
  const text = 'select id, number, version, head_hash from ticket where id = any($1::bigint[])';
  const { rows } = await db.query<ChainEnd>({ name: 'chain-ends', text, values: [ids] });
  return new Map(rows.map((row) => [row.id, row]));
}

export async function ticketsWithoutEvents(db: Queryable, limit: number): Promise<ChainEnd[]> {
  const text = `select id, number, version, head_hash from ticket t
    where not exists (select from event e where e.ticket_id = t.id) order by id limit $1`;
  return (await db.query<ChainEnd>(text, [limit])).rows;
}

export async function countEvents(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ count: number }>('select count(*) as count from event');
  return rows[0]?.count ?? 0;
}
