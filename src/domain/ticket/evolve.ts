import { coordinationAfter } from '../coordination/evolve.ts';
import { usesOf } from '../coordination/uses.ts';
import { advanceClocks } from './clocks.ts';
import type { TicketContext } from './context.ts';
import type { EventOf, TicketEvent } from './events.ts';
import { factsAfter } from './evolve-facts.ts';
import { textAfter } from './evolve-text.ts';
import { interfaceAfter } from './interface.ts';
import { emptyText, type TicketState } from './state.ts';

/** Folds one event into a ticket. Pure: the same events under the same playbook and calendar give the same ticket. */
export function evolve(context: TicketContext, state: TicketState | null, event: TicketEvent): TicketState {
  if (event.type === 'ticket.registered') return withClocks(context, register(context, event), event);
  if (state === null) throw new Error(`A ticket begins with ticket.registered, not ${event.type}`);
  const registeredBy = interfaceAfter(context, state, event);
  const changes = { registeredBy, ...factsAfter(context, state, event) };
  const facts = { ...state, ...changes, version: event.seq, changedAt: event.at };
  const coordination = coordinationAfter(state.coordination, event, usesOf(context.playbook).has('parties'));
  if (coordination) facts.coordination = coordination;
  return withClocks(context, { ...facts, text: textAfter(state.text, event) }, event);
}

function withClocks(context: TicketContext, state: TicketState, event: TicketEvent): TicketState {
  return { ...state, clocks: advanceClocks(context, state, event) };
}

function register(context: TicketContext, event: EventOf<'ticket.registered'>): TicketState {
  const { data, text, at, actor } = event;
  const stage = context.playbook.firstStage;
  const by = actor.kind === 'staff' ? actor.id : null;
  return {
    id: 0,
    version: event.seq,
    changedAt: at,
    number: data.number,
    playbook: data.playbook,
    calendar: data.calendar,
    customerId: data.customerId,
    channel: data.channel,
    receivedAt: data.receivedAt,
    registeredAt: at,
    registeredBy: by,
    ...(data.isHistory && { isHistory: true }),
    stage: stage.id,
    status: stage.status,
    cycle: 1,
    category: null,
    priority: context.playbook.source.initialPriority,
    isClassified: false,
    department: null,
    owner: null,
    collaborators: [],
    isHandedOff: false,
    handoffs: 0,
    isAccepted: false,
    counterDate: null,
    deadline: null,
    eta: null,
    toldEta: null,
    wait: null,
    escalation: 0,
    isVerified: false,
    lastInformedAt: null,
    chasedAt: null,
    lastDelayToldAt: null,
    isResultTold: false,
    resolvedAt: null,
    closedAt: null,
    dismissed: null,
    incident: null,
    citedCases: [],
    rating: null,
    isSatisfied: null,
    ratingDimensions: {},
    forms: { [data.form]: { at, by, seq: event.seq, cycle: 1, answers: data.answers } },
    promises: [],
    attachments: [],
    clocks: [],
    text: text && { ...emptyText, answers: { [data.form]: text.answers }, reference: text.reference ?? '' },
  };
}
