import { systemActor } from '../../../domain/ticket/actor.ts';
import { decideTick } from '../../../domain/ticket/decide.ts';
import { isUnavailable, type PoolClient, transaction } from '../../database/pool.ts';
import { tellOf, writeOf } from './act-on-ticket.ts';
import { contextOf, type Engine } from './engine.ts';
import { claimDue, setAside, stillDue } from './store-clocks.ts';
import { loadRows, type TicketRow, withoutText } from './store-load.ts';
import { type TicketWrite, updateTickets } from './store-write.ts';

/**
 * Says what the passing of time brings: warnings, breaches, steps of the ladder. Due clocks are claimed with SKIP LOCKED, so that any
 * number of processes share them; what is said is written in the claiming transaction, so a death in between says nothing twice.
 */

export const batchSize = 100;

export type ClockRound = { handled: number; setAside: number };
type Fault = { id: number; error: unknown };
type Decided = { writes: TicketWrite[]; silent: number[]; faults: Fault[] };

/** Handles one batch of due clocks. */
export async function workDueClocks(engine: Engine, limit = batchSize): Promise<ClockRound> {
  const now = engine.clock.now();
  const done = await transaction(engine.pool, async (client) => {
    const ids = await claimDue(client, now, limit);
    if (ids.length === 0) return { handled: 0, written: [], faults: [] };
    const rows = await loadRows(client, ids);
    const { writes, silent, faults } = decideAll(engine, rows, now);
    faults.push(...unread(ids, rows));
    faults.push(...(await faultsOfSilence(client, silent, now)));
    const { written, failed } = await writeAll(client, writes);
    faults.push(...failed);
    for (const { id, error } of faults)
      await setAside(client, id, now, error instanceof Error ? error.message : String(error));
    return { handled: ids.length - faults.length, written, faults };
  });
  for (const write of done.written) tellOf(engine, write);
  for (const { id, error } of done.faults) engine.logger.error({ error, ticket: id }, 'a clock was set aside');
  return { handled: done.handled, setAside: done.faults.length };
}

function decideAll(engine: Engine, rows: readonly TicketRow[], now: number): Decided {
  const decided: Decided = { writes: [], silent: [], faults: [] };
  for (const row of rows) {
    try {
      const loaded = withoutText(engine.ring, row);
      const context = { ...contextOf(engine, loaded.state), directory: engine.directory, actor: systemActor, now };
      const decision = decideTick(context, loaded.state);
      if (decision.events.length > 0) decided.writes.push(writeOf(engine, loaded, decision));
      else decided.silent.push(row.id);
    } catch (error) {
      decided.faults.push({ id: row.id, error });
    }
  }
  return decided;
}

function unread(ids: readonly number[], rows: readonly TicketRow[]): Fault[] {
  const read = new Set(rows.map(({ id }) => id));
  return ids
    .filter((id) => !read.has(id))
    .map((id) => ({ id, error: new Error('the customer of the ticket is gone') }));
}

/** Somebody who acted just before has said it already; but a clock that stays due and silent would come back for ever. */
async function faultsOfSilence(client: PoolClient, silent: readonly number[], now: number): Promise<Fault[]> {
  if (silent.length === 0) return [];
  const error = new Error('a clock is due and has nothing to say');
  return (await stillDue(client, silent, now)).map((id) => ({ id, error }));
}

/** All in one statement; only when that fails each by itself, so that the one that fails stops no other. */
async function writeAll(
  client: PoolClient,
  writes: readonly TicketWrite[],
): Promise<{ written: readonly TicketWrite[]; failed: Fault[] }> {
  const error = writes.length === 0 ? null : await tryWrite(client, writes);
  if (error === null) return { written: writes, failed: [] };
  const written: TicketWrite[] = [];
  const failed: Fault[] = [];
  for (const write of writes) {
    const own = writes.length === 1 ? error : await tryWrite(client, [write]);
    if (own === null) written.push(write);
    else failed.push({ id: write.after.id, error: own });
  }
  return { written, failed };
}

/** Null, or why nothing of it was written. */
async function tryWrite(client: PoolClient, writes: readonly TicketWrite[]): Promise<unknown> {
  await client.query('savepoint batch');
  try {
    await updateTickets(client, writes);
    await client.query('release savepoint batch');
    return null;
  } catch (error) {
    if (isUnavailable(error)) throw error;
    await client.query('rollback to savepoint batch');
    return error ?? new Error('unknown');
  }
}
