import type { ClockView, TicketDetail, TicketRow } from '../../../contract/ticket.ts';
import { maskAnswers } from '../../../domain/customer/mask-answers.ts';
import { availableActions } from '../../../domain/ticket/actions.ts';
import type { Actor } from '../../../domain/ticket/actor.ts';
import { isRunOpen } from '../../../domain/ticket/clocks.ts';
import type { TicketContext } from '../../../domain/ticket/context.ts';
import { answersOf, type Description, describe } from '../../../domain/ticket/describe.ts';
import { openGates } from '../../../domain/ticket/gates.ts';
import { prefill } from '../../../domain/ticket/prefill.ts';
import { passedOver } from '../../../domain/ticket/stage-condition.ts';
import type { ClockRun, TicketFacts, TicketState } from '../../../domain/ticket/state.ts';
import { briefOf } from '../customers/index.ts';
import { nextPromise } from './columns.ts';
import { contextAt, contextOf, type Engine } from './engine.ts';
import type { LoadedTicket } from './store-load.ts';
import { coordinationView } from './view-coordination.ts';

/** Tickets as the API shows them. Times leave as ISO 8601 in UTC. */

export const iso = (at: number): string => new Date(at).toISOString();
const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));

export function ticketRow(
  context: TicketContext,
  facts: TicketFacts,
  { subject, customerName }: Description,
): TicketRow {
  const next = nextPromise(facts.clocks);
  return {
    id: facts.id,
    number: facts.number,
    version: facts.version,
    playbook: facts.playbook.id,
    subject,
    customerName,
    channel: facts.channel,
    stage: facts.stage,
    status: facts.status,
    priority: facts.priority,
    isGreenLane: context.playbook.greenLane(facts.priority),
    category: facts.category,
    department: facts.department,
    owner: facts.owner,
    cycle: facts.cycle,
    escalation: facts.escalation,
    isWaiting: facts.wait !== null,
    incident: facts.incident?.id ?? null,
    receivedAt: iso(facts.receivedAt),
    nextPromise: next && {
      clock: next.clock,
      name: context.playbook.clock(next.clock).name,
      due: isoOrNull(next.due),
      isBreached: next.breachedAt !== null,
    },
  };
}

export function clockView(context: TicketContext, run: ClockRun, now: number): ClockView {
  const clock = context.playbook.clock(run.clock);
  return {
    clock: run.clock,
    name: clock.name,
    help: clock.help,
    cycle: run.cycle,
    subject: run.subject,
    status: run.status,
    // The engine says a breach within a second or so; the page need not wait for it.
    isBreached: run.breachedAt !== null || (isRunOpen(run) && run.due !== null && now > run.due),
    target: run.target,
    time: clock.time,
    start: iso(run.start),
    due: isoOrNull(run.due),
    stop: isoOrNull(run.stop),
    breachedAt: isoOrNull(run.breachedAt),
    extendedTo: isoOrNull(run.extension?.due ?? null),
  };
}

/** Clocks that make no promise for this ticket (no target under its priority) are not shown. */
function shownClocks(engine: Engine, facts: TicketFacts): ClockView[] {
  const under = ({ stopSeq }: ClockRun) =>
    stopSeq === null ? contextOf(engine, facts) : contextAt(engine, facts, stopSeq);
  return facts.clocks
    .filter((run) => run.target !== null || run.promised !== null || run.breachedAt !== null)
    .map((run) => clockView(under(run), run, engine.clock.now()));
}

function takenOver({ text, ...facts }: TicketState): Pick<TicketDetail, 'takenOver'> {
  const reference = text?.reference ?? '';
  const isHistory = facts.isHistory === true;
  return isHistory || reference !== '' ? { takenOver: { reference, isHistory } } : {};
}

export function ticketDetail(engine: Engine, { state, customer }: LoadedTicket, actor: Actor): TicketDetail {
  const context = contextOf(engine, state);
  const now = engine.clock.now();
  const { text } = state;
  const stage = context.playbook.stage(state.stage);
  return {
    ...ticketRow(context, state, describe(context.playbook, state, text)),
    playbookVersion: state.playbook.version,
    ...(state.earlier && { earlierVersions: [...new Set(state.earlier.map(({ version }) => version))] }),
    customer: briefOf(engine.ring, customer),
    registeredAt: iso(state.registeredAt),
    registeredBy: state.registeredBy,
    ...takenOver(state),
    isClassified: state.isClassified,
    isAccepted: state.isAccepted,
    isVerified: state.isVerified,
    isResultTold: state.isResultTold,
    collaborators: state.collaborators,
    deadline: isoOrNull(state.deadline),
    counterDate: isoOrNull(state.counterDate),
    eta: isoOrNull(state.eta),
    promises: state.promises.map((promise) => ({ ...promise, at: iso(promise.at), eta: iso(promise.eta) })),
    passedOver: passedOver(context.playbook, state),
    coordination: coordinationView({ ...context, now }, state, actor),
    wait: state.wait && { for: state.wait.for, since: iso(state.wait.since), until: isoOrNull(state.wait.until) },
    lastInformedAt: isoOrNull(state.lastInformedAt),
    resolvedAt: isoOrNull(state.resolvedAt),
    closedAt: isoOrNull(state.closedAt),
    dismissed: state.dismissed,
    rating: state.rating,
    isSatisfied: state.isSatisfied,
    ratingDimensions: state.ratingDimensions,
    reason: text?.reason ?? '',
    requirement: text?.requirement ?? '',
    rootCause: text?.rootCause ?? '',
    solution: text?.solution ?? '',
    again: text?.again ?? '',
    forms: Object.entries(state.forms).map(([form, { at, by, cycle, seq }]) => ({
      form,
      cycle,
      at: iso(at),
      by,
      answers: maskAnswers(contextAt(engine, state, seq).playbook.form(form), answersOf(state, text, form)),
    })),
    clocks: shownClocks(engine, state),
    actions: availableActions({ ...context, now, isErased: customer.data_key === null }, state, actor),
    ...(stage.form !== undefined && state.status !== 'closed'
      ? {
          currentForm: {
            form: stage.form,
            answers: maskAnswers(context.playbook.form(stage.form), prefill(context.playbook, state, text, stage.form)),
          },
        }
      : {}),
    openGates: state.status === 'closed' ? [] : openGates(context.playbook, stage, state).map((gate) => `gate.${gate}`),
  };
}
