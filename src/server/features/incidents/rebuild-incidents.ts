import type { IncidentEvent } from '../../../domain/incident/events.ts';
import { evolveIncident } from '../../../domain/incident/evolve.ts';
import type { Incident } from '../../../domain/incident/state.ts';
import { type DatabasePool, type PoolClient, transaction } from '../../database/pool.ts';
import { type Difference, differencesOf } from '../tickets/index.ts';
import {
  everClosed,
  type IncidentColumns,
  incidentIdsAfter,
  lockColumns,
  memberIds,
  readAllEvents,
  repairColumns,
  type Telling,
  tellingsOf,
} from './store-rebuild.ts';

/**
 * Folds every incident's events again and compares with its row, the tickets that its events name with those that say they are part of it, and
 * what was to be told to them with what is written down for the worker. With `repairs` the row is written anew; what two histories tell
 * differently, and what a customer should have heard, is reported and left.
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
  const ofTellings = await tellingDifferences(client, id, events);
  const blocked =
    ofTickets.length > 0
      ? 'its tickets tell otherwise in their own events'
      : ofTellings.length > 0
        ? 'what customers were told is not made up afterwards; tell them with the next update'
        : null;
  const differences = [...ofRow, ...ofTickets, ...ofTellings];
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
  for (const event of events) changeMembers(members, event);
  return [...members].sort((a, b) => a - b);
}

function changeMembers(members: Set<number>, { type, data }: IncidentEvent): void {
  if (type === 'tickets.linked') for (const id of data.tickets) members.add(id);
  if (type === 'tickets.unlinked') for (const id of data.tickets) members.delete(id);
}

/**
 * `stored`: rows for what the incident never said, or for tickets that were never part of it. `rebuilt`: rows that are missing, for each word
 * and each ticket that was part of it then. Whether a row is done, with what outcome or fault, is the worker's own record and cannot be
 * derived: the ticket's chain says that its customer was told something, not of which incident.
 */
async function tellingDifferences(
  client: PoolClient,
  id: number,
  events: readonly IncidentEvent[],
): Promise<Difference[]> {
  const stored = await tellingsOf(client, id);
  const known = new Set(stored.map(nameOf));
  const everybody = membersEver(events);
  const closed = new Set(await everClosed(client, [...everybody]));
  const words = new Set(events.filter(({ type }) => !type.startsWith('tickets.')).map(({ seq }) => seq));
  const stray = stored.filter(({ seq, ticketId }) => !words.has(seq) || !everybody.has(ticketId)).map(nameOf);
  const missing = missingTellings(events, (one) => closed.has(one.ticketId) || known.has(nameOf(one)));
  return stray.length + missing.length === 0 ? [] : [{ field: 'tellings', stored: stray, rebuilt: missing }];
}

/** One walk through the events, with who is part of it at each: an incident may have thousands of tickets and hundreds of updates. */
function missingTellings(events: readonly IncidentEvent[], isSettled: (one: Telling) => boolean): string[] {
  const members = new Set<number>();
  const missing: Telling[] = [];
  for (const event of events) {
    changeMembers(members, event);
    if (event.type !== 'incident.updated' && event.type !== 'incident.closed') continue;
    for (const ticketId of members)
      if (!isSettled({ seq: event.seq, ticketId })) missing.push({ seq: event.seq, ticketId });
  }
  return missing.sort((a, b) => a.seq - b.seq || a.ticketId - b.ticketId).map(nameOf);
}

const nameOf = ({ seq, ticketId }: Telling) => `${seq}:${ticketId}`;

function membersEver(events: readonly IncidentEvent[]): Set<number> {
  return new Set(events.flatMap(({ type, data }) => (type === 'tickets.linked' ? data.tickets : [])));
}
