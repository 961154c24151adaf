import type { ReadScope } from '../../../domain/access/ticket-rules.ts';
import type { PoolClient, Queryable } from '../../database/pool.ts';
import { addScope, Conditions } from '../tickets/index.ts';

/** Which tickets an incident has, and which it might have. */

/** Locks them in the order of their ids, so that two who lock many never wait for each other. */
export async function lockTickets(client: PoolClient, ids: readonly number[]): Promise<void> {
  await client.query('select from ticket where id = any($1::bigint[]) order by id for update', [ids]);
}

/** By number, as far as the reader may see them. */
export async function idsByNumber(
  db: Queryable,
  scope: ReadScope,
  numbers: readonly string[],
): Promise<Map<string, number>> {
  const where = new Conditions();
  where.add((value) => `number = any(${value}::text[])`, numbers);
  addScope(where, scope);
  const text = `select id, number from ticket where ${where.text()}`;
  const { rows } = await db.query<{ id: number; number: string }>(text, where.values);
  return new Map(rows.map(({ id, number }) => [number, id]));
}

export async function numbersById(
  db: Queryable,
  scope: ReadScope,
  ids: readonly number[],
): Promise<Map<number, string>> {
  const where = new Conditions();
  where.add((value) => `id = any(${value}::bigint[])`, ids);
  addScope(where, scope);
  const text = `select id, number from ticket where ${where.text()}`;
  const { rows } = await db.query<{ id: number; number: string }>(text, where.values);
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** Open tickets of the incident: those whose customers hear its next word. */
export async function countOpen(db: Queryable, incidentId: number): Promise<number> {
  const text = `select count(*) as count from ticket where incident_id = $1 and status <> 'closed'`;
  const { rows } = await db.query<{ count: number }>({ name: 'incident-hears', text, values: [incidentId] });
  return rows[0]?.count ?? 0;
}

/** Of these, open ones that are part of no incident and were received from `since` on (epoch ms), newest first. */
export async function unlinkedSince(db: Queryable, ids: readonly number[], since: number): Promise<number[]> {
  const text = `select id from ticket where id = any($1::bigint[]) and incident_id is null and status <> 'closed'
    and received_at >= $2 order by id desc`;
  const { rows } = await db.query<{ id: number }>(text, [ids, new Date(since).toISOString()]);
  return rows.map(({ id }) => id);
}
