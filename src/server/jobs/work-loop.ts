import { setTimeout as delay } from 'node:timers/promises';
import { isUnavailable } from '../database/pool.ts';
import type { Logger } from '../platform/logger.ts';

type Work = {
  /** One piece of work; false when there was none. */
  workOne: () => Promise<boolean>;
  /** How long to rest when there was none, or it could not be done. */
  restMs: number;
  logger: Logger;
  /** What is logged of a failure; a database that is away is not worth a line each time. */
  failure: string;
};

/** Works as long as there is something to do, and looks again after a rest. `stop` waits for what is under way. */
export function startWorkLoop({ workOne, restMs, logger, failure }: Work): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const work = async () => {
    while (!stopping.signal.aborted) {
      const isDone = await workOne().catch((error: unknown) => {
        if (!isUnavailable(error)) logger.error({ error }, failure);
        return false;
      });
      if (!isDone) await delay(restMs, undefined, { signal: stopping.signal }).catch(() => {});
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
