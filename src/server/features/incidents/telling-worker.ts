import { startWorkLoop } from '../../jobs/work-loop.ts';
import type { Engine } from '../tickets/index.ts';
import { workTellings } from './work-tellings.ts';

/** Looks twice a second, and goes on at once while there is something to tell. */
export function startTellingWorker(engine: Engine): { stop(): Promise<void> } {
  return startWorkLoop({
    workOne: async () => (await workTellings(engine)) !== null,
    restMs: 500,
    logger: engine.logger,
    failure: 'an incident could not be told; trying again',
  });
}
