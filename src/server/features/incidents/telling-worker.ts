import { setTimeout as delay } from 'node:timers/promises';
import { isUnavailable } from '../../database/pool.ts';
import type { Engine } from '../tickets/index.ts';
import { workTellings } from './work-tellings.ts';

const restMs = 500;

/** Looks twice a second, and goes on at once while there is something to tell. */
export function startTellingWorker(engine: Engine): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const work = async () => {
    while (!stopping.signal.aborted) {
      const round = await workTellings(engine).catch((error: unknown) => {
        if (!isUnavailable(error)) engine.logger.error({ error }, 'an incident could not be told; trying again');
        return null;
      });
      if (round === null) await delay(restMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  const done = work();
  return {
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
}
