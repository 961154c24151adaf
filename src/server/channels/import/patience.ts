import { setTimeout as delay } from 'node:timers/promises';
import { isDiskFull, isUnavailable } from '../../database/pool.ts';

/** Somebody has asked to stop, or the database has been away for too long: nothing is lost, run it again. */
export class ImportStopped extends Error {
  override readonly name = 'ImportStopped';
}

export type PatienceOptions = {
  signal: AbortSignal;
  /** Told each time that it has to wait, with why. */
  onWait: (why: string) => void;
  longestMs?: number;
};

const firstWaitMs = 200;
const longestWaitMs = 5_000;
const longestAbsenceMs = 15 * 60_000;

/** Does the work again until the database takes it. What was written although the answer got lost is found by its name. */
export async function patiently<T>(work: () => Promise<T>, options: PatienceOptions): Promise<T> {
  const since = Date.now();
  for (let waitMs = firstWaitMs; ; waitMs = Math.min(waitMs * 2, longestWaitMs)) {
    try {
      return await work();
    } catch (error) {
      if (!isUnavailable(error) && !isDiskFull(error)) throw error;
      const why = isDiskFull(error) ? 'the disk of the database is full' : 'the database does not answer';
      if (Date.now() - since > (options.longestMs ?? longestAbsenceMs)) throw new ImportStopped(`${why} for too long`);
      options.onWait(why);
      await rest(waitMs, options.signal);
    }
  }
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(ms, undefined, { signal });
  } catch {
    throw new ImportStopped('interrupted');
  }
}
