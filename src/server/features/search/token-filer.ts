import type { DatabasePool } from '../../database/pool.ts';
import { startWorkLoop } from '../../jobs/work-loop.ts';
import type { Logger } from '../../platform/logger.ts';
import { fileNewTokens } from './store.ts';

/**
 * New tokens wait in a list until there are a few megabytes of them; then whoever registers the next ticket would file them all, for a
 * second or more. So this files them all along, in the background. Harmless in several processes at once: one works, the others pass.
 */
export function startTokenFiler({ pool, logger }: { pool: DatabasePool; logger: Logger }): { stop(): Promise<void> } {
  return startWorkLoop({
    workOne: async () => {
      await fileNewTokens(pool);
      return false;
    },
    restMs: 2_000,
    logger,
    failure: 'search tokens could not be filed; trying again',
  });
}
