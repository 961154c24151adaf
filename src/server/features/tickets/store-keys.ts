import type { Queryable } from '../../database/pool.ts';

/** Which of an actor's idempotency keys have made a ticket, with the hash of what the request said. */
export async function findKeys(
  db: Queryable,
  actor: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
  if (keys.length === 0) return new Map();
  const text = 'select key, request_hash from idempotency where actor = $1 and key = any($2::text[])';
  const { rows } = await db.query<{ key: string; request_hash: Buffer }>({
    name: 'idempotency-keys',
    text,
    values: [actor, keys],
  });
  return new Map(rows.map(({ key, request_hash }) => [key, request_hash]));
}
