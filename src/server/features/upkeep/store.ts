import type { DatabasePool } from '../../database/pool.ts';
import { quotedSequence } from '../tickets/index.ts';

/** Each returns how many it took away; instants are epoch ms. */

/** Those of imports stay: the same list, or one that overlaps it, may come again a year later. */
export async function deleteOldKeys(pool: DatabasePool, before: number): Promise<number> {
  const text = `delete from idempotency where at < $1 and actor <> 'system:'`;
  return (await pool.query(text, [new Date(before).toISOString()])).rowCount ?? 0;
}

export async function deleteOldAnswers(pool: DatabasePool, before: number): Promise<number> {
  return (await pool.query('delete from request_done where at < $1', [new Date(before).toISOString()])).rowCount ?? 0;
}

export async function deleteOldSessions(pool: DatabasePool, before: number): Promise<number> {
  const { rowCount } = await pool.query('delete from auth_session where expires_at < $1', [
    new Date(before).toISOString(),
  ]);
  return rowCount ?? 0;
}

/** Number sequences other than those named; at most 500 at a time, the rest next time. */
export async function dropSequencesBut(pool: DatabasePool, inUse: readonly string[]): Promise<number> {
  const { rows } = await pool.query<{ name: string }>(
    `select sequencename as name from pg_sequences where schemaname = current_schema() and sequencename like 'number %'
     and not (sequencename = any($1::text[])) order by sequencename limit 500`,
    [inUse],
  );
  for (const { name } of rows) await pool.query(`drop sequence if exists ${quotedSequence(name)}`);
  return rows.length;
}
