import { advanceClocks } from './clocks.ts';
import type { TicketContext } from './context.ts';
import type { EventOf, TicketEvent } from './events.ts';
import { emptyText, type TicketFacts, type TicketState, type TicketText } from './state.ts';

/** Folds one event into a ticket. Pure: the same events under the same playbook and calendar give the same ticket. */
export function evolve(context: TicketContext, state: TicketState | null, event: TicketEvent): TicketState {
  if (event.type === 'ticket.registered') return withClocks(context, register(context, event), event);
  if (state === null) throw new Error(`A ticket begins with ticket.registered, not ${event.type}`);
  const facts = { ...state, ...factsAfter(context, state, event), version: event.seq };
  return withClocks(context, { ...facts, text: textAfter(state.text, event) }, event);
}

function withClocks(context: TicketContext, state: TicketState, event: TicketEvent): TicketState {
  return { ...state, clocks: advanceClocks(context, state, event) };
}

function register(context: TicketContext, event: EventOf<'ticket.registered'>): TicketState {
  const { data, text, at, actor } = event;
  const stage = context.playbook.firstStage;
  return {
    id: 0,
    version: event.seq,
    number: data.number,
    playbook: data.playbook,
    calendar: data.calendar,
    customerId: data.customerId,
    channel: data.channel,
    receivedAt: data.receivedAt,
    registeredAt: at,
    registeredBy: actor.kind === 'staff' ? actor.id : null,
    stage: stage.id,
    status: stage.status,
    cycle: 1,
    category: null,
    priority: context.playbook.source.initialPriority,
    isClassified: false,
    department: null,
    owner: null,
    collaborators: [],
    isAccepted: false,
    deadline: null,
    eta: null,
    wait: null,
    escalation: 0,
    isVerified: false,
    lastInformedAt: null,
    lastDelayToldAt: null,
    isResultTold: false,
    resolvedAt: null,
    closedAt: null,
    dismissed: null,
    rating: null,
    isSatisfied: null,
    ratingDimensions: {},
    forms: { [data.form]: { at, by: actor.id, seq: event.seq, cycle: 1, answers: data.answers } },
    clocks: [],
    text: text && { ...emptyText, answers: { [data.form]: text.answers } },
  };
}

function factsAfter(context: TicketContext, state: TicketFacts, event: TicketEvent): Partial<TicketFacts> {
  switch (event.type) {
    case 'stage.entered':
      return { stage: event.data.stage, status: context.playbook.stage(event.data.stage).status };
    case 'form.submitted':
      return { forms: { ...state.forms, [event.data.form]: submitted(state, event) } };
    case 'ticket.classified':
      return {
        category: event.data.category ?? state.category,
        priority: event.data.priority ?? state.priority,
        isClassified: true,
      };
    case 'handoff.made': {
      const { department, owner, collaborators, deadline } = event.data;
      return { department, owner, collaborators, deadline, isAccepted: false };
    }
    case 'handoff.accepted': {
      const owner = state.owner ?? (event.actor.kind === 'staff' ? event.actor.id : null);
      return { isAccepted: true, eta: event.data.eta ?? state.eta, owner };
    }
    case 'handoff.bounced':
      return { department: null, owner: null, collaborators: [], deadline: null, isAccepted: false };
    case 'solution.proposed':
      return { eta: event.data.eta ?? state.eta };
    case 'work.verified':
      return { isVerified: true };
    case 'customer.informed':
      return informed(state, event);
    case 'wait.started':
      return { wait: { for: event.data.for, since: event.at, until: event.data.until } };
    case 'wait.ended':
      return { wait: null };
    case 'ticket.escalated':
      return { escalation: event.data.level };
    case 'ticket.resolved':
      return { resolvedAt: event.at };
    case 'callback.made':
      return {
        rating: event.data.rating,
        isSatisfied: event.data.isSatisfied,
        ratingDimensions: event.data.dimensions,
      };
    case 'ticket.reopened':
      return reopened(event);
    case 'ticket.dismissed':
      return { dismissed: event.data.reason };
    case 'ticket.closed':
      return { status: 'closed', closedAt: event.at, wait: null };
    case 'calendar.revised':
      return { calendar: { id: event.data.id, version: event.data.version } };
    default:
      return {};
  }
}

function submitted(state: TicketFacts, event: EventOf<'form.submitted'>): TicketFacts['forms'][string] {
  return { at: event.at, by: event.actor.id, seq: event.seq, cycle: state.cycle, answers: event.data.answers };
}

function informed(state: TicketFacts, event: EventOf<'customer.informed'>): Partial<TicketFacts> {
  const { kind, eta } = event.data;
  return {
    lastInformedAt: event.at,
    eta: eta ?? state.eta,
    lastDelayToldAt: kind === 'delay' ? event.at : state.lastDelayToldAt,
    isResultTold: state.isResultTold || kind === 'result',
  };
}

/** Second handling: what was promised, verified and told in the cycle before no longer counts. */
function reopened(event: EventOf<'ticket.reopened'>): Partial<TicketFacts> {
  return {
    cycle: event.data.cycle,
    isAccepted: false,
    isVerified: false,
    isResultTold: false,
    resolvedAt: null,
    closedAt: null,
    dismissed: null,
    rating: null,
    isSatisfied: null,
    ratingDimensions: {},
    eta: null,
    wait: null,
  };
}

function textAfter(text: TicketText | null, event: TicketEvent): TicketText | null {
  if (text === null || event.text === null) return text;
  switch (event.type) {
    case 'form.submitted':
      return { ...text, answers: { ...text.answers, [event.data.form]: event.text.answers } };
    case 'ticket.classified':
      return { ...text, reason: event.text.reason };
    case 'handoff.made':
      return { ...text, requirement: event.text.requirement };
    case 'handoff.accepted':
      return { ...text, plan: event.text.plan };
    case 'solution.proposed':
      return { ...text, rootCause: event.text.rootCause, solution: event.text.solution };
    case 'callback.made':
      return { ...text, remark: event.text.remark };
    default:
      return text;
  }
}
