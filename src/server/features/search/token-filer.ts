import { setTimeout as delay } from 'node:timers/promises';
import { type DatabasePool, isUnavailable } from '../../database/pool.ts';
import type { Logger } from '../../platform/logger.ts';
import { fileNewTokens } from './store.ts';

/**
 * New tokens wait in a list until there are a few megabytes of them; then whoever registers the next ticket would file them all, for a
 * second or more. So this files them all along, in the background. Harmless in several processes at once: one works, the others pass.
 */
export type TokenFiler = { stop(): Promise<void> };

const everyMs = 2_000;

export function startTokenFiler({ pool, logger }: { pool: DatabasePool; logger: Logger }): TokenFiler {
  const stopping = new AbortController();
  const work = async () => {
    while (!stopping.signal.aborted) {
      await fileNewTokens(pool).catch((error: unknown) => {
        if (!isUnavailable(error)) logger.warn({ error }, 'search tokens could not be filed; trying again');
      });
      await delay(everyMs, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
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
