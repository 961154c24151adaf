import type { IncidentEvent } from '../../../domain/incident/events.ts';
import { evolveIncident } from '../../../domain/incident/evolve.ts';
import type { Incident } from '../../../domain/incident/state.ts';
import { type DatabasePool, type PoolClient, transaction } from '../../database/pool.ts';
import { type Difference, differencesOf } from '../tickets/index.ts';
import {
  type IncidentColumns,
  incidentIdsAfter,
  lockColumns,
  memberIds,
  readAllEvents,
  repairColumns,
} from './store-rebuild.ts';

/**
 * Folds every incident's events again and compares with its row, and the tickets that its events name with those that say they are
 * part of it. With `repairs` the row is written anew; what two histories tell differently is reported and left.
 */
export type IncidentFinding = {
  number: string;
  differences: Difference[];
  isRepaired: boolean;
  /** Why it could not be repaired, or not all of it. */
  blocked: string | null;
};
export type RebuildIncidentsSummary = { incidents: number; different: number; repaired: number };

const batchSize = 200;

export async function rebuildIncidents(
  pool: DatabasePool,
  repairs: boolean,
  { found }: { found: (one: IncidentFinding) => void },
): Promise<RebuildIncidentsSummary> {
  const summary: RebuildIncidentsSummary = { incidents: 0, different: 0, repaired: 0 };
  for (let after = 0; ; ) {
    const ids = await incidentIdsAfter(pool, after, batchSize);
    const last = ids.at(-1);
    if (last === undefined) return summary;
    for (const id of ids) {
      const one = await transaction(pool, (client) => rebuildIncident(client, id, repairs));
      if (!one) continue;
      summary.incidents++;
      if (one.differences.length === 0) continue;
      summary.different++;
      if (one.isRepaired) summary.repaired++;
      found(one);
    }
    after = last;
  }
}

async function rebuildIncident(client: PoolClient, id: number, repairs: boolean): Promise<IncidentFinding | null> {
  const row = await lockColumns(client, id);
  if (!row) return null;
  const events = await readAllEvents(client, id);
  const missing = missingIn(row, events);
  if (missing !== null) {
    const differences = [{ field: 'events', stored: undefined, rebuilt: missing }];
    return { number: row.number, differences, isRepaired: false, blocked: missing };
  }
  const columns = columnsOf(events);
  const ofRow = Object.entries(columns).flatMap(([name, rebuilt]) =>
    differencesOf(name, row[name as keyof IncidentColumns], rebuilt),
  );
  const ofTickets = differencesOf('tickets', await memberIds(client, id), membersIn(events));
  if (repairs && ofRow.length > 0) await repairColumns(client, id, columns);
  const blocked = ofTickets.length > 0 ? 'its tickets tell otherwise in their own events' : null;
  const differences = [...ofRow, ...ofTickets];
  return { number: row.number, differences, isRepaired: repairs && differences.length > 0 && !blocked, blocked };
}

/** Nothing is written over what is left of an event that was taken away: column and facts agree that there was one. */
function missingIn({ version, facts }: IncidentColumns, events: readonly IncidentEvent[]): string | null {
  const gap = events.findIndex(({ seq }, index) => seq !== index + 1);
  const first = gap === -1 ? events.length + 1 : gap + 1;
  const isWhole = gap === -1 && events.length > 0 && Math.min(version, facts.version) <= events.length;
  return isWhole ? null : `event ${first} is missing`;
}

function columnsOf(events: readonly IncidentEvent[]): IncidentColumns {
  const state = events.reduce<Incident | null>(evolveIncident, null);
  if (!state) throw new Error('an incident begins with an event');
  const { id: _, ...facts } = state;
  const { version, number, status, openedAt, closedAt } = facts;
  return { version, number, status, opened_at: openedAt, closed_at: closedAt, facts };
}

function membersIn(events: readonly IncidentEvent[]): number[] {
  const members = new Set<number>();
  for (const { type, data } of events) {
    if (type === 'tickets.linked') for (const id of data.tickets) members.add(id);
    if (type === 'tickets.unlinked') for (const id of data.tickets) members.delete(id);
  }
  return [...members].sort((a, b) => a - b);
}
