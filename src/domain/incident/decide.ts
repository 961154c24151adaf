import { type IncidentAction, mayWithIncidents } from '../access/incident-rules.ts';
import { Refusal } from '../refusal.ts';
import { type Actor, eventActor } from '../ticket/actor.ts';
import type { IncidentCommand, OpenIncident } from './commands.ts';
import type { IncidentEvent, IncidentHappening } from './events.ts';
import { evolveIncident } from './evolve.ts';
import { checkPublic, checkPublicText } from './public-text.ts';
import type { Incident } from './state.ts';

export type IncidentDecision = { events: IncidentEvent[]; state: Incident };
/** `now` is epoch ms. */
type Who = { actor: Actor; now: number };

/** A new incident with its first word to the public. The state's `id` is 0 until the store has given one. */
export function decideOpening(who: Who, asked: OpenIncident): IncidentDecision {
  demand(who.actor, 'open');
  const { number, title, impact, phase, estimate, message } = asked;
  checkPublicText(title, 'title');
  checkMessage(who, asked);
  return record(who, null, [
    { type: 'incident.opened', data: { number, title, impact, words: tidied(asked.words) } },
    { type: 'incident.updated', data: { phase, impact, estimate, message } },
  ]);
}

/** `seen` is the version that the person saw: what others told the public since is refused with it; null takes it as it is. */
export function decideIncident(
  who: Who,
  state: Incident,
  command: IncidentCommand,
  seen: number | null = null,
): IncidentDecision {
  demand(who.actor, command.do);
  if (seen !== null && (seen < state.latest.seq || seen > state.version)) {
    throw new Refusal('incident.changed', 'version', { id: state.id, seen, now: state.version });
  }
  // A ticket is taken out of the past as well: it was linked by mistake, or it leaves with the incident's end.
  if (state.status === 'closed' && command.do !== 'unlink')
    throw new Refusal('incident.closed', '', { number: state.number });
  return record(who, state, happeningsOf(who, command));
}

function happeningsOf(who: Who, command: IncidentCommand): IncidentHappening[] {
  switch (command.do) {
    case 'update': {
      const { phase, impact, estimate, message } = command;
      checkMessage(who, command);
      return [{ type: 'incident.updated', data: { phase, impact, estimate, message } }];
    }
    case 'link':
      return command.tickets.length === 0 ? [] : [{ type: 'tickets.linked', data: { tickets: [...command.tickets] } }];
    case 'unlink':
      return command.tickets.length === 0
        ? []
        : [{ type: 'tickets.unlinked', data: { tickets: [...command.tickets] } }];
    case 'close': {
      const { outcome, message, rootCause, solution } = command;
      if (outcome === 'resolved' && solution === '') throw new Refusal('incident.solution-missing', 'solution');
      checkPublicText(message, 'message');
      for (const [field, text] of Object.entries({ rootCause, solution })) checkPublic(text, field);
      return [{ type: 'incident.closed', data: { outcome, message, rootCause, solution } }];
    }
  }
}

function demand(actor: Actor, action: IncidentAction): void {
  if (!mayWithIncidents(actor, action)) throw new Refusal('auth.forbidden', '', { command: action });
}

function checkMessage({ now }: Who, { message, estimate }: Pick<OpenIncident, 'message' | 'estimate'>): void {
  checkPublicText(message, 'message');
  if (estimate !== null && estimate <= now) throw new Refusal('incident.estimate-past', 'estimate', { estimate, now });
}

/** Each once, none that would be found everywhere. */
function tidied(words: readonly string[]): string[] {
  return [...new Set(words.map((word) => word.trim()).filter((word) => Array.from(word).length > 1))];
}

/** Machines whose clocks differ a little may act on one incident: its events keep their order in time. */
function record({ actor, now }: Who, before: Incident | null, happenings: IncidentHappening[]): IncidentDecision {
  const at = Math.max(now, before?.changedAt ?? now);
  const events: IncidentEvent[] = [];
  let state = before;
  for (const happening of happenings) {
    const event = { ...happening, seq: (state?.version ?? 0) + 1, at, actor: eventActor(actor) };
    events.push(event);
    state = evolveIncident(state, event);
    if (before) state = { ...state, id: before.id };
  }
  if (!state) throw new Error('an incident is opened before anything else');
  return { events, state };
}
