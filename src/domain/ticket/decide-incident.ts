import type { PlaybookStage } from '../playbook/schema.ts';
import type { Binding } from '../playbook/schema-form.ts';
import { Refusal } from '../refusal.ts';
import { systemActor } from './actor.ts';
import { splitAnswers } from './answers.ts';
import type { DecisionContext } from './context.ts';
import { decide } from './decide.ts';
import { autoAdvance, completeStage, waitOver } from './decide-stage.ts';
import { answersOf } from './describe.ts';
import { type Decision, Draft, notBefore } from './draft.ts';
import type { Answers, AnswerValue, Happening } from './events.ts';
import { openGates } from './gates.ts';
import { incidentOver } from './incident-over.ts';
import { nextNeeded } from './stage-condition.ts';
import type { TicketState } from './state.ts';
import { tick } from './tick.ts';

/** What an incident does to each of its tickets. Always said by the system: the incident itself remembers who said it. */

/** Where the words can be read by everybody who has a ticket, whatever else carries them there. */
const via = 'portal';

export type IncidentNews = { message: string; estimate: number | null };
export type IncidentSolution = { message: string; rootCause: string; solution: string; note: string };

/**
 * News of the incident: to this customer a delay when it is later than what they were told before. An estimate (epoch ms) that has passed
 * by now promises nothing any more.
 */
export function decideIncidentNews(given: DecisionContext, state: TicketState, news: IncidentNews): Decision {
  const context = { ...notBefore(given, state), actor: systemActor };
  const eta = news.estimate !== null && news.estimate > context.now ? news.estimate : null;
  const isLater = eta !== null && state.toldEta !== null && eta > state.toldEta;
  const kind = isLater ? 'delay' : 'progress';
  return decide(context, state, { do: 'inform-customer', kind, via, message: news.message, eta });
}

/**
 * The incident is resolved: the ticket gets cause and solution, goes on to where the customer is asked whether it is solved, as far as the
 * gates on its way are open, and the customer is told the result. The forms on the way get what the incident says; what else they ask can be
 * added to them later. A ticket that does not get there has no result yet, see `leftUnfinished`.
 */
export function decideIncidentResolved(given: DecisionContext, state: TicketState, said: IncidentSolution): Decision {
  if (state.status === 'closed') throw new Refusal('ticket.closed');
  const context = { ...notBefore(given, state), actor: systemActor };
  const draft = new Draft(context, state);
  tick(context, draft, context.now);
  if (draft.state.status !== 'resolved') {
    draft.add([...waitOver(draft.state), ...solved(draft.state, said)]);
    goOn(context, draft, said);
  }
  draft.add([informed('result', said.message)]);
  autoAdvance(context, draft);
  const isThere = draft.state.status === 'resolved' || draft.state.status === 'closed';
  return isThere ? draft.decision() : leftUnfinished(context, state, said);
}

/**
 * The failure is over and this ticket is not: its customer hears the news, which keeps no promise to resolve, nothing counts as verified, and
 * whoever has it goes on with what the incident found out.
 */
function leftUnfinished(context: DecisionContext, state: TicketState, said: IncidentSolution): Decision {
  const draft = new Draft(context, state);
  tick(context, draft, context.now);
  draft.add([...waitOver(draft.state), informed('progress', said.message)]);
  const note = [said.note, said.rootCause, said.solution].filter((line) => line !== '').join('\n');
  draft.add(incidentOver(draft.state, 'unfinished', note));
  return draft.decision();
}

function informed(kind: 'progress' | 'result', message: string): Happening {
  return { type: 'customer.informed', data: { kind, via, eta: null }, text: { message } };
}

/** The incident ended without solving this: the ticket goes back to normal handling, and the customer hears it when there is a message. */
export function decideIncidentReturned(
  given: DecisionContext,
  state: TicketState,
  { message, note }: Pick<IncidentSolution, 'message' | 'note'>,
): Decision {
  const context = { ...notBefore(given, state), actor: systemActor };
  const draft = new Draft(context, state);
  tick(context, draft, context.now);
  if (message !== '') draft.add([informed('progress', message)]);
  draft.add(incidentOver(draft.state, 'returned', note));
  return draft.decision();
}

function solved(state: TicketState, { rootCause, solution }: IncidentSolution): Happening[] {
  return [
    { type: 'solution.proposed', data: { eta: null }, text: { rootCause, solution } },
    ...(state.isVerified ? [] : [{ type: 'work.verified' as const, data: {}, text: null }]),
  ];
}

function goOn(context: DecisionContext, draft: Draft, said: IncidentSolution): void {
  const { playbook } = context;
  for (let steps = 0; steps < playbook.source.stages.length; steps++) {
    const stage = playbook.stage(draft.state.stage);
    const isThere = stage.status === 'resolved' || nextNeeded(playbook.source, draft.state) === undefined;
    if (isThere || holds(playbook, stage, draft.state)) return;
    if (stage.form !== undefined) draft.add(answered(context, draft.state, stage.form, said));
    completeStage(context, draft);
  }
}

/** What is mended for everybody was put to nobody: only what parties have been asked to agree on waits for them. */
function holds(playbook: DecisionContext['playbook'], stage: PlaybookStage, state: TicketState): boolean {
  const wasPut = (state.coordination?.rounds.length ?? 0) > 0;
  return openGates(playbook, stage, state).some((gate) => gate !== 'agreed' || wasPut);
}

/** What was answered before stays. */
function answered({ playbook }: DecisionContext, state: TicketState, id: string, said: IncidentSolution): Happening[] {
  const form = playbook.form(id);
  const known: Partial<Record<Binding, AnswerValue>> = {
    'root-cause': said.rootCause,
    solution: said.solution,
    verified: true,
  };
  const isOfThisCycle = state.forms[id]?.cycle === state.cycle;
  const answers: Answers = isOfThisCycle ? answersOf(state, state.text, id) : {};
  for (const field of form.fields) {
    const value = field.binds && known[field.binds];
    if (value !== undefined && value !== '') answers[field.id] = value;
  }
  if (Object.keys(answers).length === 0) return [];
  const { clear, secret } = splitAnswers(playbook, form, answers);
  return [
    { type: 'form.submitted', data: { form: id, stage: state.stage, answers: clear }, text: { answers: secret } },
  ];
}
