import type { CompiledPlaybook } from '../playbook/compile.ts';
import type { PlaybookForm } from '../playbook/schema.ts';
import type { Binding } from '../playbook/schema-form.ts';
import { Refusal } from '../refusal.ts';
import { parseInstant } from '../time/instant.ts';
import type { Directory } from './context.ts';
import type { Answers, AnswerValue, Happening } from './events.ts';
import type { TicketFacts } from './state.ts';

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

export const text = (value: AnswerValue | undefined): string => {
  if (Array.isArray(value)) return value.join('\n');
  return value === undefined || typeof value === 'object' ? '' : String(value);
};
const code = (value: AnswerValue | undefined): string | null => (typeof value === 'string' ? value : null);
const staff = (value: AnswerValue | undefined): number | null => (typeof value === 'number' ? value : null);
const instant = (value: AnswerValue | undefined, field: string): number | null =>
  typeof value === 'string' ? parseInstant(value, field) : null;

/** What submitting these answers brings about besides `form.submitted`, in the order in which it happens. */
export function boundHappenings(
  playbook: CompiledPlaybook,
  directory: Directory,
  facts: TicketFacts,
  bound: Bound,
): Happening[] {
  return [
    ...classification(facts, bound),
    ...handOff(playbook, directory, facts, bound),
    ...solution(bound),
    ...(bound.verified === true && !facts.isVerified ? [{ type: 'work.verified' as const, data: {}, text: null }] : []),
    ...rating(playbook, bound),
  ];
}

function classification(facts: Pick<TicketFacts, 'category' | 'priority' | 'isClassified'>, bound: Bound): Happening[] {
  const category = code(bound.category);
  const priority = code(bound.priority);
  if (category === null && priority === null) return [];
  const isSame = (category ?? facts.category) === facts.category && (priority ?? facts.priority) === facts.priority;
  if (facts.isClassified && isSame) return [];
  return [
    { type: 'ticket.classified', data: { category, priority }, text: { reason: text(bound['priority-reason']) } },
  ];
}

function handOff(playbook: CompiledPlaybook, directory: Directory, facts: TicketFacts, bound: Bound): Happening[] {
  const owner = staff(bound.owner);
  const department =
    code(bound.department) ??
    (owner === null ? null : (facts.department ?? directory.staff(owner)?.departments[0] ?? null));
  if (department === null) return [];
  const deadline = instant(bound.deadline, 'answers.deadline');
  if (department === facts.department && owner === facts.owner && deadline === facts.deadline) return [];
  checkOwner(directory, department, owner, 'answers.owner');
  const collaborators = Array.isArray(bound.collaborators)
    ? bound.collaborators.filter((one) => typeof one === 'number')
    : [];
  return [
    {
      type: 'handoff.made',
      data: { department, owner, collaborators: withCopies(playbook, facts, bound, collaborators), deadline },
      text: { requirement: text(bound.requirement) },
    },
  ];
}

/** A category can say that whoever registered the ticket stays on it as a collaborator. */
export function withCopies(
  playbook: CompiledPlaybook,
  facts: TicketFacts,
  bound: Bound,
  collaborators: number[],
): number[] {
  const category = code(bound.category) ?? facts.category;
  const copies = category === null ? [] : (playbook.category(category).copies ?? []);
  const copied = copies.includes('interface') && facts.registeredBy !== null ? [facts.registeredBy] : [];
  return [...new Set([...collaborators, ...copied])];
}

/** The owner must be able to take the work: active, and of the department that it is handed to. */
export function checkOwner(directory: Directory, department: string, owner: number | null, field: string): void {
  if (!directory.department(department)?.isActive) {
    throw new Refusal(
      'handoff.department-unknown',
      field,
      { department },
      `there is no active department ${department}`,
    );
  }
  if (owner === null) return;
  const entry = directory.staff(owner);
  if (!entry?.isActive)
    throw new Refusal('handoff.owner-unknown', field, { owner }, `there is no active member of staff ${owner}`);
  if (!entry.departments.includes(department)) {
    throw new Refusal(
      'handoff.owner-elsewhere',
      field,
      { owner, department },
      `${entry.name} does not belong to ${department}`,
    );
  }
}

function solution(bound: Bound): Happening[] {
  if (bound.solution === undefined && bound['root-cause'] === undefined) return [];
  return [
    {
      type: 'solution.proposed',
      data: { eta: instant(bound.eta, 'answers.eta') },
      text: { rootCause: text(bound['root-cause']), solution: text(bound.solution) },
    },
  ];
}

function rating(playbook: CompiledPlaybook, bound: Bound): Happening[] {
  const given = code(bound.rating);
  if (given === null) return [];
  const dimensions = bound['rating-dimensions'];
  return [ratingHappening(playbook, given, dimensionsOf(dimensions), text(bound['rating-remark']))];
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
