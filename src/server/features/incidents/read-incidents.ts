import type { z } from 'zod';
import type { IncidentDetail, IncidentRow, IncidentTicket, incidentEndpoints } from '../../../contract/incident.ts';
import { incidentsReadBy } from '../../../domain/access/incident-rules.ts';
import { readScope } from '../../../domain/access/ticket-rules.ts';
import type { Incident } from '../../../domain/incident/state.ts';
import { statuses } from '../../../domain/playbook/schema.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/ticket/actor.ts';
import { type Engine, listTickets } from '../tickets/index.ts';
import { isConcerned, listIncidents as listRows, readIncident, readIncidentEvents } from './store.ts';
import { countTellings, lastTellings, listSetAside, silentOutcomes } from './store-telling.ts';
import { countOpen, numbersById } from './store-tickets.ts';
import { incidentDetail, incidentRow } from './view.ts';

const mostEntries = 300;

export async function listIncidents(
  engine: Engine,
  actor: Actor,
  { status, after, limit }: z.output<typeof incidentEndpoints.listIncidents.query>,
): Promise<{ items: IncidentRow[]; next?: string }> {
  const reads = incidentsReadBy(actor);
  if (reads === 'none') return { items: [] };
  const window = { status, beforeId: cursorOf(after), limit: limit + 1 };
  const rows = await listRows(engine.pool, reads === 'concerned' ? readScope(actor) : null, window);
  const items = rows.slice(0, limit).map(incidentRow);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return last ? { items, next: String(last.id) } : { items };
}

function cursorOf(after: string | undefined): number | null {
  if (after === undefined) return null;
  if (/^\d{1,15}$/.test(after)) return Number(after);
  throw new Refusal('request.invalid', 'after', {}, 'after takes the "next" of the page before, unchanged');
}

/** Refuses alike what does not exist and what this actor may not read. */
export async function incidentFor(engine: Engine, actor: Actor, id: number): Promise<Incident> {
  const reads = incidentsReadBy(actor);
  const incident = reads === 'none' ? null : await readIncident(engine.pool, id);
  const isShown = incident && (reads === 'all' || (await isConcerned(engine.pool, readScope(actor), id)));
  if (!incident || !isShown) throw new Refusal('incident.unknown', 'id', { id });
  return incident;
}

export async function readDetail(engine: Engine, actor: Actor, id: number): Promise<IncidentDetail> {
  const incident = await incidentFor(engine, actor, id);
  const [events, tellings, aside, hears] = await Promise.all([
    readIncidentEvents(engine.pool, id, mostEntries),
    countTellings(engine.pool, id),
    listSetAside(engine.pool, id),
    countOpen(engine.pool, id),
  ]);
  const visible = await numbersById(
    engine.pool,
    readScope(actor),
    aside.map(({ ticket }) => ticket),
  );
  const setAside = aside.filter(({ ticket }) => visible.has(ticket));
  return incidentDetail(engine, actor, incident, { events, tellings, setAside, hears });
}

/** Its tickets, closed ones too, with what became of the last word for each. */
export async function listIncidentTickets(
  engine: Engine,
  actor: Actor,
  id: number,
  { after, limit }: { after?: string; limit: number },
): Promise<{ items: IncidentTicket[]; next?: string }> {
  await incidentFor(engine, actor, id);
  const query = { incident: [String(id)], status: [...statuses], sort: 'received' as const, after, limit };
  const { items, next } = await listTickets(engine, actor, query);
  const tellings = await lastTellings(
    engine.pool,
    id,
    items.map((row) => row.id),
  );
  const silent: readonly string[] = silentOutcomes;
  const told = (ticketId: number): IncidentTicket['told'] => {
    const telling = tellings.get(ticketId);
    if (!telling) return 'none';
    if (telling.fault !== null) return 'set-aside';
    if (!telling.isDone) return 'waiting';
    return telling.outcome !== null && silent.includes(telling.outcome) ? 'skipped' : 'told';
  };
  return { items: items.map((row) => ({ ...row, told: told(row.id) })), ...(next && { next }) };
}
