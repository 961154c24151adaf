import type { DatabasePool } from '../database/pool.ts';
import type { PlaybookRegistry } from '../features/playbooks/index.ts';
import { numberPlan, quotedSequence } from '../features/tickets/index.ts';
import type { Clock } from '../platform/clock.ts';

/** Takes away what has had its time. Safe to run twice, and beside people who work. */
export type UpkeepDeps = { pool: DatabasePool; clock: Clock; playbooks: PlaybookRegistry; timeZone: string };
export type UpkeepDone = { sequences: number; idempotencyKeys: number; sessions: number };

const dayMs = 86_400_000;
/** A program that has not tried again by then will not. */
const keysKeptMs = 7 * dayMs;

export async function upkeep(deps: UpkeepDeps): Promise<UpkeepDone> {
  const { pool, clock } = deps;
  const before = new Date(clock.now() - keysKeptMs).toISOString();
  const now = new Date(clock.now()).toISOString();
  const keys = await pool.query('delete from idempotency where at < $1', [before]);
  const sessions = await pool.query('delete from auth_session where expires_at < $1', [now]);
  return {
    sequences: await dropPastSequences(deps),
    idempotencyKeys: keys.rowCount ?? 0,
    sessions: sessions.rowCount ?? 0,
  };
}

/** The sequences of days that are over: no number of theirs is drawn any more. Yesterday's and tomorrow's are left, for clocks that differ. */
async function dropPastSequences({ pool, clock, playbooks, timeZone }: UpkeepDeps): Promise<number> {
  const near = [-dayMs, 0, dayMs].flatMap((distance) =>
    playbooks.list().map(({ source }) => numberPlan(source.number, clock.now() + distance, timeZone).sequence),
  );
  const { rows } = await pool.query<{ name: string }>(
    `select sequencename as name from pg_sequences where schemaname = current_schema() and sequencename like 'number %'
     and not (sequencename = any($1::text[])) order by sequencename limit 500`,
    [near],
  );
  for (const { name } of rows) await pool.query(`drop sequence if exists ${quotedSequence(name)}`);
  return rows.length;
}
