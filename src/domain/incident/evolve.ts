import type { IncidentEvent, IncidentEventOf } from './events.ts';
import type { Incident } from './state.ts';

/** Folds one event into an incident. Pure; `id` is 0 until the store has given one. */
export function evolveIncident(state: Incident | null, event: IncidentEvent): Incident {
  if (event.type === 'incident.opened') return opened(event);
  if (state === null) throw new Error(`An incident begins with incident.opened, not ${event.type}`);
  return { ...state, ...after(state, event), version: event.seq, changedAt: event.at };
}

function opened({ seq, at, actor, data }: IncidentEventOf<'incident.opened'>): Incident {
  return {
    id: 0,
    version: seq,
    changedAt: at,
    number: data.number,
    status: 'open',
    phase: 'investigating',
    impact: data.impact,
    title: data.title,
    words: data.words,
    estimate: null,
    openedAt: at,
    openedBy: actor.kind === 'staff' ? actor.id : null,
    closedAt: null,
    outcome: null,
    latest: { seq, at, message: data.title },
    linked: 0,
  };
}

function after(state: Incident, event: Exclude<IncidentEvent, { type: 'incident.opened' }>): Partial<Incident> {
  const { seq, at } = event;
  switch (event.type) {
    case 'incident.updated': {
      const { phase, impact, estimate, message } = event.data;
      return { phase, impact, estimate, latest: { seq, at, message } };
    }
    case 'tickets.linked':
      return { linked: state.linked + event.data.tickets.length };
    case 'tickets.unlinked':
      return { linked: state.linked - event.data.tickets.length };
    case 'incident.closed': {
      const { outcome, message } = event.data;
      const phase = outcome === 'resolved' ? 'resolved' : state.phase;
      return { status: 'closed', closedAt: at, outcome, phase, estimate: null, latest: { seq, at, message } };
    }
  }
}
