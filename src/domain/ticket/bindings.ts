import type { CompiledPlaybook } from '../playbook/compile.ts';
import type { PlaybookForm } from '../playbook/schema.ts';
import type { Binding } from '../playbook/schema-form.ts';
import { Refusal } from '../refusal.ts';
import { parseInstant } from '../time/instant.ts';
import { checkFuture } from './check-time.ts';
import type { DecisionContext } from './context.ts';
import type { Answers, AnswerValue, Happening } from './events.ts';
import { handOffHappenings, isHandedOffAs } from './hand-off.ts';
import type { TicketFacts, TicketState } from './state.ts';

/** A form's bound fields are more than answers: they classify, hand off, propose, verify and rate. */

export type Bound = Partial<Record<Binding, AnswerValue>>;

export function boundAnswers(form: PlaybookForm, answers: Answers): Bound {
  const bound: Bound = {};
  for (const field of form.fields) {
    const value = answers[field.id];
    if (field.binds && value !== undefined) bound[field.binds] = value;
  }
  return bound;
}

/** Where a refusal about a bound answer points: the form's own name for it. */
export function fieldFor(form: PlaybookForm, binding: Binding): string {
  return `answers.${form.fields.find((field) => field.binds === binding)?.id ?? binding}`;
}

export const text = (value: AnswerValue | undefined): string => {
  if (Array.isArray(value)) return value.join('\n');
  return value === undefined || typeof value === 'object' ? '' : String(value);
};
const code = (value: AnswerValue | undefined): string | null => (typeof value === 'string' ? value : null);
const staff = (value: AnswerValue | undefined): number | null => (typeof value === 'number' ? value : null);
const staffList = (value: AnswerValue | undefined): number[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'number') : [];

function instant(form: PlaybookForm, bound: Bound, binding: Binding): number | null {
  const value = bound[binding];
  return typeof value === 'string' ? parseInstant(value, fieldFor(form, binding)) : null;
}

type Asked = { context: DecisionContext; state: TicketState; form: PlaybookForm; bound: Bound; isCorrection: boolean };

/** What submitting these answers brings about besides `form.submitted`, in the order in which it happens. */
export function boundHappenings(
  context: DecisionContext,
  state: TicketState,
  form: PlaybookForm,
  answers: Answers,
  isCorrection: boolean,
): Happening[] {
  const asked = { context, state, form, bound: boundAnswers(form, answers), isCorrection };
  const isNewlyVerified = asked.bound.verified === true && !state.isVerified;
  return [
    ...classification(asked),
    ...handOff(asked),
    ...solution(asked),
    ...(isNewlyVerified ? [{ type: 'work.verified' as const, data: {}, text: null }] : []),
    ...rating(asked),
  ];
}

function classification({ state, bound }: Asked): Happening[] {
  const category = code(bound.category);
  const priority = code(bound.priority);
  if (category === null && priority === null) return [];
  const isSame = (category ?? state.category) === state.category && (priority ?? state.priority) === state.priority;
  if (state.isClassified && isSame) return [];
  return [
    { type: 'ticket.classified', data: { category, priority }, text: { reason: text(bound['priority-reason']) } },
  ];
}

/** Saying again what already holds is no new hand-off; it would have to be accepted once more. */
function handOff({ context, state, form, bound }: Asked): Happening[] {
  const owner = staff(bound.owner);
  const department = code(bound.department) ?? departmentOf(context, state, owner);
  if (department === null) return [];
  // What the form does not ask for stays as it is.
  const isAsked = (binding: Binding) => form.fields.some((field) => field.binds === binding);
  const isSame = state.isHandedOff && department === state.department;
  const facts = { ...state, category: code(bound.category) ?? state.category };
  const order = {
    department,
    owner: isSame && !isAsked('owner') ? state.owner : owner,
    collaborators: isSame && !isAsked('collaborators') ? state.collaborators : staffList(bound.collaborators),
    deadline: isSame && !isAsked('deadline') ? state.deadline : instant(form, bound, 'deadline'),
    requirement: text(bound.requirement),
  };
  if (isHandedOffAs(context.playbook, facts, order)) return [];
  return handOffHappenings(context, facts, order, (name) => fieldFor(form, name));
}

function departmentOf({ directory }: DecisionContext, facts: TicketFacts, owner: number | null): string | null {
  return owner === null ? null : (facts.department ?? directory.staff(owner)?.departments[0] ?? null);
}

/** Of cause, solution and expected time a form may ask for one alone; what it does not ask for stays as it is. */
function solution(asked: Asked): Happening[] {
  const { state, form, bound, isCorrection } = asked;
  const known = { 'root-cause': state.text?.rootCause ?? '', solution: state.text?.solution ?? '' };
  const isAsked = (binding: Binding) => form.fields.some((field) => field.binds === binding);
  const sayingOf = (binding: keyof typeof known) => (isAsked(binding) ? text(bound[binding]) : known[binding]);
  const said = { rootCause: sayingOf('root-cause'), solution: sayingOf('solution') };
  const eta = expected(asked);
  const isWorded = bound.solution !== undefined || bound['root-cause'] !== undefined;
  if (!isWorded && eta === null) return [];
  const isSame =
    (eta ?? state.eta) === state.eta && said.rootCause === known['root-cause'] && said.solution === known.solution;
  return isSame && (isCorrection || !isWorded) ? [] : [{ type: 'solution.proposed', data: { eta }, text: said }];
}

/** A time that is promised lies ahead; correcting a form later promises nothing anew that has passed since. */
function expected({ context, form, bound, isCorrection }: Asked): number | null {
  const eta = instant(form, bound, 'eta');
  if (isCorrection && eta !== null && eta <= context.now) return null;
  checkFuture(context, eta, fieldFor(form, 'eta'));
  return eta;
}

/** A rating is given once in each cycle; the form of the callback may repeat what the customer said on the public page. */
function rating({ context, state, form, bound }: Asked): Happening[] {
  const given = code(bound.rating);
  if (given === null || given === state.rating) return [];
  if (state.rating !== null) throw new Refusal('form.rating-is-final', fieldFor(form, 'rating'), { form: form.id });
  const dimensions = bound['rating-dimensions'];
  return [ratingHappening(context.playbook, given, dimensionsOf(dimensions), text(bound['rating-remark']))];
}

function dimensionsOf(value: AnswerValue | undefined): Record<string, string> {
  return value !== undefined && typeof value === 'object' && !Array.isArray(value) ? value : {};
}

export function ratingHappening(
  playbook: CompiledPlaybook,
  given: string,
  dimensions: Record<string, string>,
  remark: string,
): Extract<Happening, { type: 'callback.made' }> {
  const { id, isSatisfied } = playbook.rating(given);
  return { type: 'callback.made', data: { rating: id, isSatisfied, dimensions }, text: { remark } };
}
