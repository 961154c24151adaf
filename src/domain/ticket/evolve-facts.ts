import { copiedTo } from './collaborators.ts';
import type { TicketContext } from './context.ts';
import type { EventOf, TicketEvent } from './events.ts';
import { placeOf, stagesThatBind } from './stage-order.ts';
import type { PromisedDate, SubmittedForm, TicketFacts } from './state.ts';

/** What an event changes in the clear part of a ticket; its clocks apart. */
export function factsAfter(context: TicketContext, state: TicketFacts, event: TicketEvent): Partial<TicketFacts> {
  switch (event.type) {
    case 'stage.entered':
      return { stage: event.data.stage, status: context.playbook.stage(event.data.stage).status };
    case 'form.submitted':
      return submitted(context, state, event);
    case 'ticket.classified':
      return classified(context, state, event);
    case 'handoff.made':
      return { ...event.data, isHandedOff: true, handoffs: state.handoffs + 1, isAccepted: false, counterDate: null };
    case 'handoff.accepted':
      return accepted(state, event);
    case 'handoff.date-settled':
      return settled(state, event);
    case 'obstacle.reported':
      return expected(state, event, 'obstacle', event.data.eta);
    case 'handoff.declined':
    case 'handoff.bounced':
      return {
        department: null,
        owner: null,
        collaborators: [],
        deadline: null,
        isHandedOff: false,
        isAccepted: false,
        counterDate: null,
        isVerified: false,
      };
    case 'solution.proposed':
      return expected(state, event, 'solution', event.data.eta);
    case 'work.verified':
      return { isVerified: true };
    case 'customer.chased':
      return { chasedAt: event.at };
    case 'customer.informed':
      return informed(state, event);
    case 'wait.started':
      return { wait: { for: event.data.for, since: event.at, until: event.data.until } };
    case 'wait.ended':
      return { wait: null };
    case 'attachment.added': {
      const { attachment, mediaType, bytes, isShown } = event.data;
      const added = { id: attachment, seq: event.seq, by: event.actor.kind, mediaType, bytes, isShown };
      return { attachments: [...state.attachments, added] };
    }
    case 'ticket.escalated':
      return { escalation: event.data.level };
    case 'ticket.resolved':
      return { resolvedAt: event.at };
    case 'callback.made': {
      const { rating, isSatisfied, dimensions } = event.data;
      return { rating, isSatisfied, ratingDimensions: dimensions };
    }
    case 'ticket.reopened':
      return reopened(context, state, event);
    case 'ticket.dismissed':
      return { dismissed: event.data.reason };
    case 'ticket.closed':
      return { status: 'closed', closedAt: event.at, wait: null };
    case 'incident.linked':
      return { incident: { id: event.data.incident, number: event.data.number } };
    case 'incident.unlinked':
      return { incident: null };
    case 'playbook.migrated':
      return migrated(context, state, event);
    case 'case.cited':
      return { citedCases: [...state.citedCases, { id: event.data.caseId, version: event.data.version }] };
    case 'calendar.revised':
      return { calendar: { id: event.data.id, version: event.data.version } };
    default:
      return {};
  }
}

function accepted(state: TicketFacts, event: EventOf<'handoff.accepted'>): Partial<TicketFacts> {
  const { owner, eta, isCounter } = event.data;
  return {
    ...expected(state, event, 'accepted', eta),
    isAccepted: true,
    owner,
    counterDate: isCounter ? eta : null,
  };
}

/** An agreed date is the new deadline; where none was agreed on, the deadline is what is expected again. */
function settled(state: TicketFacts, event: EventOf<'handoff.date-settled'>): Partial<TicketFacts> {
  const { deadline } = event.data;
  return { ...expected(state, event, 'settled', deadline), deadline, counterDate: null };
}

/** Every time that was named is kept, so that one can see how often it moved. */
function expected(
  state: TicketFacts,
  { at, actor }: TicketEvent,
  on: PromisedDate['on'],
  eta: number | null,
): Partial<TicketFacts> {
  if (eta === null || eta === state.promises.at(-1)?.eta) return { eta: eta ?? state.eta };
  const by = actor.kind === 'staff' ? actor.id : null;
  return { eta, promises: [...state.promises, { at, by, eta, on }] };
}

function submitted(
  { playbook }: TicketContext,
  state: TicketFacts,
  event: EventOf<'form.submitted'>,
): Partial<TicketFacts> {
  const { form, answers } = event.data;
  const by = event.actor.kind === 'staff' ? event.actor.id : null;
  const latest: SubmittedForm = { at: event.at, by, seq: event.seq, cycle: state.cycle, answers };
  const channel = playbook.form(form).fields.find((field) => field.binds === 'channel');
  const said = channel && answers[channel.id];
  return {
    forms: { ...state.forms, [form]: latest },
    channel: typeof said === 'string' ? said : state.channel,
  };
}

function classified(
  { playbook }: TicketContext,
  state: TicketFacts,
  { data }: EventOf<'ticket.classified'>,
): Partial<TicketFacts> {
  const category = data.category ?? state.category;
  return {
    category,
    priority: data.priority ?? state.priority,
    isClassified: true,
    // A hand-off names its collaborators itself; who is copied in by a category found out later is added here.
    collaborators: state.isHandedOff ? copiedTo(playbook, { ...state, category }) : state.collaborators,
  };
}

function informed(state: TicketFacts, event: EventOf<'customer.informed'>): Partial<TicketFacts> {
  const { kind, eta } = event.data;
  const isResult = kind === 'result';
  return {
    ...expected(state, event, 'told', eta),
    lastInformedAt: event.at,
    // Once the result is there, nothing that was announced before it is still awaited.
    toldEta: eta ?? (isResult ? null : state.toldEta),
    lastDelayToldAt: kind === 'delay' ? event.at : state.lastDelayToldAt,
    isResultTold: state.isResultTold || isResult,
    ...(kind === 'news' && { isNewsTold: true }),
  };
}

/** Second handling: what was promised, verified and told in the cycle before no longer counts. */
function reopened(
  { playbook }: TicketContext,
  state: TicketFacts,
  { data }: EventOf<'ticket.reopened'>,
): Partial<TicketFacts> {
  const isHandedOffAnew = stagesThatBind(playbook, 'department').some(
    (stage) => placeOf(playbook, stage.id) >= placeOf(playbook, data.stage),
  );
  return {
    cycle: data.cycle,
    stage: data.stage,
    status: playbook.stage(data.stage).status,
    isHandedOff: state.isHandedOff && !isHandedOffAnew,
    deadline: isHandedOffAnew ? null : state.deadline,
    isAccepted: false,
    counterDate: null,
    isVerified: false,
    isResultTold: false,
    ...(state.isNewsTold && { isNewsTold: false }),
    resolvedAt: null,
    closedAt: null,
    dismissed: null,
    rating: null,
    isSatisfied: null,
    ratingDimensions: {},
    eta: null,
    toldEta: null,
    wait: null,
  };
}

function migrated(
  { playbook }: TicketContext,
  state: TicketFacts,
  { seq, data }: EventOf<'playbook.migrated'>,
): Partial<TicketFacts> {
  return {
    playbook: { id: state.playbook.id, version: data.to },
    earlier: [...(state.earlier ?? []), { version: data.from, until: seq }],
    stage: data.stage,
    status: playbook.stage(data.stage).status,
  };
}
