import type { PlaybookStage } from '../playbook/schema.ts';
import { Refusal } from '../refusal.ts';
import { checkFuture } from '../ticket/check-time.ts';
import type { DecisionContext } from '../ticket/context.ts';
import { enterStage, waitOver } from '../ticket/decide-stage.ts';
import type { Draft } from '../ticket/draft.ts';
import { openGates } from '../ticket/gates.ts';
import type { Makers } from '../ticket/makers.ts';
import { isNeeded } from '../ticket/stage-condition.ts';
import { placeOf, stagesInOrder } from '../ticket/stage-order.ts';
import type { TicketState } from '../ticket/state.ts';
import type { CoordinationCommand } from './commands.ts';
import { taskHappening } from './decide-task.ts';
import { howAnswered } from './how-answered.ts';
import { mayAnswerFor, partyAsked, partyOf } from './may-answer.ts';
import { nextId } from './next-id.ts';
import { partiesAsked } from './parties-asked.ts';
import { nothingUnderWay, type Party, type SolutionRound } from './state.ts';
import { usesOf } from './uses.ts';

type Item = Extract<CoordinationCommand, { do: 'circulate-solution' }>['items'][number];

/** A solution says what, who, when and how; it goes to all parties and is carried out once nobody objects, or a supervisor overrules. */
export const solutionMakers: Makers<'circulate-solution' | 'answer-solution' | 'overrule-solution'> = {
  'circulate-solution': (context, draft, { summary, items }) => {
    if (items.length === 0) throw new Refusal('solution.no-items', 'items');
    for (const [index, item] of items.entries())
      checkItem(context, draft.state, item, (part) => `items.${index}.${part}`);
    const parties = partiesAsked(context.playbook, draft.state);
    if (parties.length === 0) throw new Refusal('solution.nobody-to-ask', 'items');
    const round = nextId((draft.state.coordination ?? nothingUnderWay).rounds, 'items');
    const confirmed = parties.filter((party) => isOwnDepartment(context, party)).map(({ id }) => id);
    const data = {
      round,
      parties: parties.map(({ id }) => id),
      confirmed,
      items: items.map(({ who, when }) => ({ who, when })),
    };
    const text = { summary, what: items.map(({ what }) => what), how: items.map(({ how }) => how) };
    draft.add([{ type: 'solution.circulated', data, text }]);
    agreeIfAllConfirmed(context, draft, round);
  },
  'answer-solution': (context, draft, { round: id, party: partyId, answer, via, note }) => {
    const round = askedRound(draft.state, id);
    const before = Object.hasOwn(round.answers, partyId) ? round.answers[partyId] : undefined;
    const party = before === undefined ? partyOf(draft.state, partyId, 'party') : partyAsked(draft.state, partyId);
    if (!mayAnswerFor(context.actor, draft.state, party))
      throw new Refusal('party.not-yours', 'party', { party: partyId });
    if (before === undefined) throw new Refusal('solution.not-asked', 'party', { party: partyId });
    if (before !== 'pending')
      throw new Refusal('solution.already-answered', 'party', { party: partyId, answer: before });
    const how = howAnswered(context, party, via);
    if (answer === 'objected' && note === '') throw new Refusal('solution.reason-missing', 'note');
    draft.add([{ type: 'solution.answered', data: { round: id, party: partyId, answer, ...how }, text: { note } }]);
    if (answer === 'objected') goBack(context, draft);
    else agreeIfAllConfirmed(context, draft, id);
  },
  'overrule-solution': (context, draft, { round: id, reason }) => {
    const { status } = askedRound(draft.state, id);
    agree(context, draft, id, reason);
    if (status === 'objected') goOn(context, draft);
  },
};

/** What, who, when and how; of the customer's own part it is enough what. @throws Refusal party.unknown, solution.*, time.not-in-future */
function checkItem(
  context: DecisionContext,
  state: TicketState,
  { who, when, how }: Item,
  fieldOf: (part: keyof Item) => string,
): void {
  const { kind } = partyOf(state, who, fieldOf('who'));
  if (kind !== 'customer' && when === null) throw new Refusal('solution.when-missing', fieldOf('when'));
  if (kind !== 'customer' && how === '') throw new Refusal('solution.how-missing', fieldOf('how'));
  checkFuture(context, when, fieldOf('when'));
}

/** Whoever proposes agrees with it. */
function isOwnDepartment({ actor }: DecisionContext, { department }: Party): boolean {
  return actor.kind === 'staff' && department !== null && actor.departments.includes(department);
}

function agreeIfAllConfirmed(context: DecisionContext, draft: Draft, id: number): void {
  const round = draft.state.coordination?.rounds.find((one) => one.id === id);
  const isAgreed = round?.status === 'open' && Object.values(round.answers).every((answer) => answer === 'confirmed');
  if (isAgreed) agree(context, draft, id, null);
}

/** What departments have to do becomes their task, due when the solution says. */
function agree(context: DecisionContext, draft: Draft, id: number, reason: string | null): void {
  const { items } = draft.state.coordination?.rounds.find((one) => one.id === id) ?? { items: [] };
  const what = wordsOf(draft.state, id);
  draft.add([
    { type: 'solution.agreed', data: { round: id, isOverruled: reason !== null }, text: { reason: reason ?? '' } },
  ]);
  if (!usesOf(context.playbook).has('tasks')) return;
  for (const [index, { who, when }] of items.entries()) {
    const { department } = partyAsked(draft.state, who);
    if (department === null || !context.directory.department(department)?.isActive) continue;
    // Agreed on later than planned: a time that has passed can be nobody's deadline any more.
    const due = when !== null && when > context.now ? when : null;
    const order = { department, owner: null, due, what: what[index] ?? '', cause: 'solution' as const, of: id };
    draft.add([taskHappening(context, draft.state, order, (part) => `items.${index}.${part}`)]);
  }
}

function wordsOf({ text }: TicketState, round: number): string[] {
  const what = text?.coordination?.[`solution:${round}`]?.what;
  return Array.isArray(what) ? what : [];
}

/** An objection sends the work back to where the stage says. */
function goBack(context: DecisionContext, draft: Draft): void {
  const { objected } = context.playbook.stage(draft.state.stage);
  if (!objected || objected.to === draft.state.stage) return;
  draft.add(waitOver(draft.state));
  enterStage(context, draft, objected.to);
}

/**
 * A ruling ends the talk that an objection began: the ticket goes on where the party was asked. What the stages on the way there brought is known
 * from before; only where one of them has not been through yet, or something begun meanwhile is open, is it done first.
 */
function goOn(context: DecisionContext, draft: Draft): void {
  const { playbook } = context;
  const { state } = draft;
  const order = stagesInOrder(playbook.source);
  const here = placeOf(playbook, state.stage);
  const asking = order.find((stage, place) => place > here && stage.objected?.to === state.stage);
  if (here === -1 || !asking || !isNeeded(asking, state)) return;
  const isThrough = (stage: PlaybookStage) =>
    openGates(playbook, stage, state).length === 0 &&
    (stage.form === undefined || state.forms[stage.form]?.cycle === state.cycle);
  const between = order.slice(here, order.indexOf(asking)).filter((stage) => isNeeded(stage, state));
  if (!between.every(isThrough)) return;
  draft.add([{ type: 'stage.completed', data: { stage: state.stage }, text: null }]);
  enterStage(context, draft, asking.id);
}

/** @throws Refusal solution.unknown, solution.round-over */
function askedRound({ coordination }: TicketState, id: number): SolutionRound {
  const round = (coordination ?? nothingUnderWay).rounds.find((one) => one.id === id);
  if (!round) throw new Refusal('solution.unknown', 'round', { round: id });
  if (round.status !== 'open' && round.status !== 'objected')
    throw new Refusal('solution.round-over', 'round', { round: id, status: round.status });
  return round;
}
