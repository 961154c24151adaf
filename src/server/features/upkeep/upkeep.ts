import type { DatabasePool } from '../../database/pool.ts';
import type { Clock } from '../../platform/clock.ts';
import { deleteOrphans } from '../attachments/index.ts';
import { incidentNumber } from '../incidents/index.ts';
import type { PlaybookRegistry } from '../playbooks/index.ts';
import { numberPlan } from '../tickets/index.ts';
import { deleteOldAnswers, deleteOldKeys, deleteOldSessions, dropSequencesBut } from './store.ts';

/** Takes away what has had its time. Safe to run twice, and beside people who work. */
export type UpkeepDeps = { pool: DatabasePool; clock: Clock; playbooks: PlaybookRegistry; timeZone: string };
export type UpkeepDone = {
  sequences: number;
  idempotencyKeys: number;
  answers: number;
  sessions: number;
  attachments: number;
};

const dayMs = 86_400_000;
/** A program that has not tried again by then will not; what it was answered is kept for a day. */
const keysKeptMs = 7 * dayMs;
/** Longer than an upload may be used, so that none is taken away while it is put on its ticket. */
const uploadsKeptMs = 2 * dayMs;
const mostUploads = 5_000;

export async function upkeep(deps: UpkeepDeps): Promise<UpkeepDone> {
  const { pool, clock } = deps;
  return {
    sequences: await dropSequencesBut(pool, sequencesInUse(deps)),
    idempotencyKeys: await deleteOldKeys(pool, clock.now() - keysKeptMs),
    answers: await deleteOldAnswers(pool, clock.now() - dayMs),
    sessions: await deleteOldSessions(pool, clock.now()),
    attachments: await deleteOrphans(pool, clock.now() - uploadsKeptMs, mostUploads),
  };
}

/** No number of a day that is over is drawn any more; yesterday's and tomorrow's sequences are left, for clocks that differ. */
function sequencesInUse({ clock, playbooks, timeZone }: UpkeepDeps): string[] {
  const patterns = [incidentNumber, ...playbooks.list().map(({ source }) => source.number)];
  return [-dayMs, 0, dayMs].flatMap((distance) =>
    patterns.map((pattern) => numberPlan(pattern, clock.now() + distance, timeZone).sequence),
  );
}
