import type { Queryable } from '../../database/pool.ts';

/** SQL of making search tokens again. */
export type Unsearchable = {
  id: number;
  number: string;
  customer_id: number;
  data_key: Buffer;
  profile: Buffer | null;
};

/** Tickets after `after` that have no tokens though their customer can be read. */
export async function listUnsearchable(db: Queryable, after: number, limit: number): Promise<Unsearchable[]> {
  const { rows } = await db.query<Unsearchable>(
    `select t.id, t.number, t.customer_id, c.data_key, c.profile from ticket t join customer c on c.id = t.customer_id
     where t.id > $1 and c.data_key is not null and not exists (select from ticket_search s where s.ticket_id = t.id)
     order by t.id limit $2`,
    [after, limit],
  );
  return rows;
}

/** What was said in each, sealed, in its order. */
export async function readSaid(db: Queryable, ids: readonly number[]): Promise<Map<number, Buffer[]>> {
  const { rows } = await db.query<{ id: number; secret: Buffer }>(
    `select ticket_id as id, secret from event where ticket_id = any($1::bigint[]) and secret is not null order by ticket_id, seq`,
    [ids],
  );
  const byTicket = Map.groupBy(rows, ({ id }) => id);
  return new Map([...byTicket].map(([id, own]) => [id, own.map(({ secret }) => secret)]));
}

export async function insertTokens(
  db: Queryable,
  rows: readonly { id: number; tokens: readonly number[] }[],
): Promise<void> {
  await db.query(
    `insert into ticket_search (ticket_id, tokens) select id, tokens::int[] from unnest($1::bigint[], $2::text[]) as given (id, tokens)
     on conflict do nothing`,
    [rows.map(({ id }) => id), rows.map(({ tokens }) => `{${tokens.join(',')}}`)],
  );
}
