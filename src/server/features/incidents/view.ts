import type {
  IncidentDetail,
  IncidentEntry,
  IncidentRow,
  PublicIncident,
  TellingView,
} from '../../../contract/incident.ts';
import { mayWithIncidents } from '../../../domain/access/incident-rules.ts';
import type { IncidentEvent } from '../../../domain/incident/events.ts';
import type { Incident } from '../../../domain/incident/state.ts';
import type { Actor } from '../../../domain/ticket/actor.ts';
import type { Engine } from '../tickets/index.ts';
import type { TellingCount } from './store-telling.ts';

/** Incidents as the API shows them. Times leave as ISO 8601 in UTC. */

const iso = (at: number): string => new Date(at).toISOString();
const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));

export function incidentRow(incident: Incident): IncidentRow {
  const { id, number, version, status, phase, impact, title, outcome, linked, latest } = incident;
  return {
    id,
    number,
    version,
    status,
    phase,
    impact,
    title,
    outcome,
    linked,
    estimate: isoOrNull(incident.estimate),
    openedAt: iso(incident.openedAt),
    closedAt: isoOrNull(incident.closedAt),
    latest: { at: iso(latest.at), message: latest.message },
  };
}

export type DetailParts = {
  events: readonly IncidentEvent[];
  tellings: readonly TellingCount[];
  setAside: IncidentDetail['setAside'];
  hears: number;
};

export function incidentDetail(
  { directory }: Pick<Engine, 'directory'>,
  actor: Actor,
  incident: Incident,
  { events, tellings, setAside, hears }: DetailParts,
): IncidentDetail {
  const told = new Map(tellings.map((one) => [one.seq, tellingView(one)]));
  const nameOf = (id: number) => directory.staff(id)?.name ?? '';
  const isOpen = incident.status === 'open';
  return {
    ...incidentRow(incident),
    words: incident.words,
    openedBy: incident.openedBy,
    entries: events.map((event) => ({ ...entryOf(event, nameOf), telling: told.get(event.seq) })),
    hears,
    setAside,
    may: {
      update: isOpen && mayWithIncidents(actor, 'update'),
      link: isOpen && mayWithIncidents(actor, 'link'),
      close: isOpen && mayWithIncidents(actor, 'close'),
    },
  };
}

function tellingView({ total, told, skipped, set_aside: setAside }: TellingCount): TellingView {
  return { total, told, skipped, setAside };
}

function entryOf(event: IncidentEvent, nameOf: (id: number) => string): IncidentEntry {
  const { seq, type, at, actor } = event;
  const name = actor.kind === 'staff' && actor.id !== null ? nameOf(actor.id) : '';
  return { seq, type, at: iso(at), actor: { ...actor, name }, ...contentOf(event) };
}

function contentOf(event: IncidentEvent): Partial<IncidentEntry> {
  switch (event.type) {
    case 'incident.opened':
      return { impact: event.data.impact, message: event.data.title };
    case 'incident.updated':
      return { ...event.data, estimate: isoOrNull(event.data.estimate) };
    case 'incident.closed':
      return event.data;
    default:
      return { tickets: event.data.tickets.length };
  }
}

export function publicIncident(incident: Incident, events: readonly IncidentEvent[]): PublicIncident {
  const { number, title, phase, impact } = incident;
  let last = phase;
  const updates = events.flatMap((event) => {
    if (event.type !== 'incident.updated' && event.type !== 'incident.closed') return [];
    if (event.type === 'incident.updated') last = event.data.phase;
    else if (event.data.outcome === 'resolved') last = 'resolved';
    return { at: iso(event.at), phase: last, message: event.data.message };
  });
  return {
    number,
    title,
    phase,
    impact,
    estimate: isoOrNull(incident.estimate),
    openedAt: iso(incident.openedAt),
    closedAt: isoOrNull(incident.closedAt),
    updates: updates.reverse(),
  };
}
