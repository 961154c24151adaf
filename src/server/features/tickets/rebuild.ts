import { type DatabasePool, type PoolClient, transaction } from '../../database/pool.ts';
import type { Clock } from '../../platform/clock.ts';
import { openKeyRing } from '../../platform/crypto/open-key-ring.ts';
import { openCalendars } from '../calendars/index.ts';
import { loadRegistry } from '../playbooks/index.ts';
import type { Difference } from './differences.ts';
import { type RebuildParts, rebuildTicket } from './rebuild-ticket.ts';
import { countTickets, loadStored, lockTicket, ticketIdsAfter, writeProjection } from './store-rebuild.ts';

/**
 * Folds every ticket's events again and compares with all that is derived from them: state, columns, clocks, search tokens. With
 * `repairs` what differs is written anew, each ticket under its lock and guarded by its version.
 */

export type RebuildDeps = RebuildParts & { pool: DatabasePool };

/** What it takes, without a server. */
export async function openRebuild(pool: DatabasePool, masterKey: Buffer, clock: Clock): Promise<RebuildDeps> {
  const ring = await openKeyRing(pool, masterKey);
  return { pool, ring, playbooks: await loadRegistry(pool), calendars: await openCalendars(pool, clock.now()) };
}

export type TicketFinding = {
  number: string;
  differences: Difference[];
  isRepaired: boolean;
  /** Why it could not be repaired, where it was to be. */
  blocked: string | null;
};
export type RebuildSummary = { tickets: number; different: number; places: number; repaired: number };
type Watch = {
  found: (finding: TicketFinding) => void;
  progress: (done: number, all: number) => void;
};

const batchSize = 100;

export async function rebuildTickets(deps: RebuildDeps, repairs: boolean, watch: Watch): Promise<RebuildSummary> {
  const summary: RebuildSummary = { tickets: 0, different: 0, places: 0, repaired: 0 };
  const all = await countTickets(deps.pool);
  for (let after = 0; ; ) {
    const ids = await ticketIdsAfter(deps.pool, after, batchSize);
    const last = ids.at(-1);
    if (last === undefined) return summary;
    after = last;
    for (const one of await findAmong(deps, ids)) {
      const finding = repairs ? await transaction(deps.pool, (client) => repair(deps, client, one.id)) : one.finding;
      if (!finding) continue;
      summary.different++;
      summary.places += finding.differences.length;
      if (finding.isRepaired) summary.repaired++;
      watch.found(finding);
    }
    summary.tickets += ids.length;
    watch.progress(summary.tickets, Math.max(all, summary.tickets));
  }
}

/** Which of these differ, all seen at one moment. */
async function findAmong(deps: RebuildDeps, ids: readonly number[]): Promise<{ id: number; finding: TicketFinding }[]> {
  const stored = await transaction(deps.pool, async (client) => {
    await client.query('set transaction isolation level repeatable read, read only');
    return loadStored(client, ids);
  });
  return stored.flatMap((one) => {
    const { number, differences, blocked } = rebuildTicket(deps, one);
    return differences.length === 0
      ? []
      : [{ id: one.id, finding: { number, differences, isRepaired: false, blocked } }];
  });
}

async function repair(deps: RebuildDeps, client: PoolClient, id: number): Promise<TicketFinding | null> {
  await lockTicket(client, id);
  const [stored] = await loadStored(client, [id]);
  if (!stored) return null;
  const { number, differences, blocked, projection } = rebuildTicket(deps, stored);
  if (differences.length === 0) return null;
  if (blocked !== null || !projection) return { number, differences, isRepaired: false, blocked };
  const isRepaired = await writeProjection(client, projection, stored.ticket?.version ?? null);
  return { number, differences, isRepaired, blocked: isRepaired ? null : 'somebody has changed it meanwhile' };
}
