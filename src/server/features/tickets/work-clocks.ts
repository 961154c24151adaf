import { systemActor } from '../../../domain/ticket/actor.ts';
import { decideTick } from '../../../domain/ticket/decide.ts';
import { type DatabasePool, isUnavailable, transaction } from '../../database/pool.ts';
import { keep } from './act-on-ticket.ts';
import { contextOf, type Engine } from './engine.ts';
import { claimDue, isStillDue, nextWake, setAside } from './store-clocks.ts';
import { type LoadedTicket, loadTickets } from './store-load.ts';

/**
 * Says what the passing of time brings: warnings, breaches, steps of the ladder. Due clocks are claimed with SKIP LOCKED, so that any
 * number of processes share them; what is said is written in the claiming transaction, so a death in between says nothing twice.
 */

const batchSize = 100;

export type ClockRound = { handled: number; setAside: number };

/** Handles one batch of due clocks. */
export async function workDueClocks(engine: Engine, limit = batchSize): Promise<ClockRound> {
  const now = engine.clock.now();
  return transaction(engine.pool, async (client) => {
    const ids = await claimDue(client, now, limit);
    if (ids.length === 0) return { handled: 0, setAside: 0 };
    const round = { handled: 0, setAside: 0 };
    for (const loaded of await loadTickets(client, engine.ring, ids)) {
      // A row that fails is rolled back alone, set aside and reported: it must not stop the others or come back for ever.
      await client.query('savepoint one');
      try {
        await handle({ ...engine, pool: client as unknown as DatabasePool }, loaded, now);
        await client.query('release savepoint one');
        round.handled++;
      } catch (error) {
        if (isUnavailable(error)) throw error;
        await client.query('rollback to savepoint one');
        await setAside(client, loaded.state.id, now, error instanceof Error ? error.message : String(error));
        engine.logger.error({ error, ticket: loaded.state.number }, 'a clock was set aside');
        round.setAside++;
      }
    }
    return round;
  });
}

async function handle(engine: Engine, loaded: LoadedTicket, now: number): Promise<void> {
  const context = { ...contextOf(engine, loaded.state), directory: engine.directory, actor: systemActor, now };
  const decision = decideTick(context, loaded.state);
  if (decision.events.length > 0) await keep(engine, loaded, decision);
  // Somebody who acted just before has said it already; but a clock that stays due and silent would come back for ever.
  else if (await isStillDue(engine.pool, loaded.state.id, now))
    throw new Error('a clock is due and has nothing to say');
}

/** Looks often enough that a due clock is said within a second, and at once when a batch was full. */
export function startClockWorker(engine: Engine): { stop(): Promise<void> } {
  const longestRestMs = 500;
  let isStopping = false;
  let wakeUp: () => void = () => {};
  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const run = async () => {
    while (!isStopping) {
      try {
        const { handled, setAside: failed } = await workDueClocks(engine);
        if (handled + failed >= batchSize) continue;
        const next = await nextWake(engine.pool);
        await rest(Math.min(Math.max((next ?? Number.POSITIVE_INFINITY) - engine.clock.now(), 20), longestRestMs));
      } catch (error) {
        engine.logger.warn({ error }, 'clocks could not be worked just now; trying again');
        await rest(longestRestMs * 2);
      }
    }
  };
  const running = run();
  return {
    stop: async () => {
      isStopping = true;
      wakeUp();
      await running;
    },
  };
}
