import { type LogLevel, parseCronItems, run, type TaskList, Logger as WorkerLogger } from 'graphile-worker';
import type { DatabasePool } from '../database/pool.ts';
import type { Logger } from '../platform/logger.ts';

/**
 * Work that need not happen within the second: queued in PostgreSQL by graphile-worker, tried again when it fails, shared by all
 * processes, each run once. Promises that are due are not here: `features/tickets/work-clocks.ts` keeps those to the second.
 */
export type JobDeps = {
  logger: Logger;
  pool: DatabasePool;
  /** What is done every hour; the result is logged. */
  hourly: () => Promise<object>;
};

const everyHour = '17 * * * *';
const pollMs = 10_000;

export async function startJobs(deps: JobDeps): Promise<{ stop(): Promise<void> }> {
  const taskList: TaskList = { upkeep: async () => deps.logger.info(await deps.hourly(), 'upkeep done') };
  const runner = await run({
    pgPool: deps.pool,
    taskList,
    parsedCronItems: parseCronItems([
      { task: 'upkeep', match: everyHour, options: { backfillPeriod: 0, maxAttempts: 3 } },
    ]),
    concurrency: 1,
    pollInterval: pollMs,
    noHandleSignals: true,
    logger: new WorkerLogger(() => (level, message) => write(deps.logger, level, message)),
  });
  return { stop: () => runner.stop() };
}

function write(logger: Logger, level: LogLevel, message: string): void {
  if (level === 'error') logger.error({ source: 'jobs' }, message);
  else if (level === 'warning') logger.warn({ source: 'jobs' }, message);
  else logger.debug({ source: 'jobs' }, message);
}
