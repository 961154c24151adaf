import type { CompiledPlaybook } from '../playbook/compile.ts';
import type { PlaybookField } from '../playbook/schema.ts';
import type { Binding } from '../playbook/schema-form.ts';
import { answersOf, answerTo } from './describe.ts';
import type { Answers, AnswerValue } from './events.ts';
import { placeOfForm, stagesInOrder } from './stage-order.ts';
import type { TicketFacts, TicketText } from './state.ts';
import { suggestedDepartments } from './suggested-departments.ts';

/**
 * What a form already knows: its own earlier answers of this cycle first, then what the ticket knows, then what the forms before it
 * said. What a second handling is to do better is asked again, not taken over.
 */
export function prefill(
  playbook: CompiledPlaybook,
  facts: TicketFacts,
  text: TicketText | null,
  form: string,
): Answers {
  const known: Answers = {};
  for (const field of playbook.form(form).fields) {
    const value =
      (field.binds && factFor(facts, text, field.binds)) ??
      saidBefore(playbook, facts, text, form, field) ??
      suggestedDepartment(playbook, facts, form, field);
    if (value !== undefined && value !== '') known[field.id] = value;
  }
  const isOfThisCycle = facts.forms[form]?.cycle === facts.cycle;
  const said = isOfThisCycle ? { ...known, ...answersOf(facts, text, form) } : known;
  return { ...ratedOf(playbook, facts, form), ...said };
}

/** A customer who has rated on the public page was asked: where the form first wants to know whether there is a rating, there is. */
function ratedOf(playbook: CompiledPlaybook, facts: TicketFacts, form: string): Answers {
  const field = playbook.form(form).fields.find(({ binds }) => binds === 'rating');
  const [only, ...others] = field?.requiredWhen?.is ?? [];
  if (facts.rating === null || !field?.requiredWhen || only === undefined || others.length > 0) return {};
  return { [field.requiredWhen.field]: only };
}

function factFor(facts: TicketFacts, text: TicketText | null, binding: Binding): AnswerValue | undefined {
  const isRated = facts.rating !== null;
  switch (binding) {
    case 'category':
      return facts.category ?? undefined;
    case 'priority':
      return facts.isClassified ? facts.priority : undefined;
    case 'channel':
      return facts.channel;
    case 'department':
      return facts.department ?? undefined;
    case 'owner':
      return facts.owner ?? undefined;
    case 'collaborators':
      return facts.collaborators.length > 0 ? facts.collaborators : undefined;
    case 'deadline':
      return instant(facts.deadline);
    case 'eta':
      return instant(facts.eta);
    case 'rating':
      return facts.rating ?? undefined;
    case 'rating-dimensions':
      return isRated ? facts.ratingDimensions : undefined;
    case 'rating-remark':
      return isRated ? text?.remark : undefined;
    default:
      return undefined;
  }
}

function instant(at: number | null): string | undefined {
  return at === null ? undefined : new Date(at).toISOString();
}

/** The latest that the forms of earlier stages said of the same thing. */
function saidBefore(
  playbook: CompiledPlaybook,
  facts: TicketFacts,
  text: TicketText | null,
  form: string,
  { binds, type }: PlaybookField,
): AnswerValue | undefined {
  if (!binds) return undefined;
  for (const earlier of formsBefore(playbook, form)) {
    const field = earlier.fields.find((one) => one.binds === binds && one.type === type);
    const value = field && answerTo(playbook, facts, text, earlier, field);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** As an earlier form suggested it, else as an answer given before does, else as the category says. */
function suggestedDepartment(
  playbook: CompiledPlaybook,
  facts: TicketFacts,
  form: string,
  { type }: PlaybookField,
): string | undefined {
  if (type !== 'department') return undefined;
  for (const earlier of formsBefore(playbook, form)) {
    const field = earlier.fields.find((one) => one.type === 'department');
    const value = field && facts.forms[earlier.id]?.answers[field.id];
    if (typeof value === 'string') return value;
  }
  const [suggested] = suggestedDepartments(playbook, facts);
  if (suggested !== undefined) return suggested;
  return facts.category === null ? undefined : playbook.category(facts.category).department;
}

/** Nearest first. */
function formsBefore(playbook: CompiledPlaybook, form: string) {
  return stagesInOrder(playbook.source)
    .slice(0, Math.max(0, placeOfForm(playbook, form)))
    .flatMap((stage) => (stage.form === undefined ? [] : [playbook.form(stage.form)]))
    .reverse();
}
