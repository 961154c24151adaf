import type { CompiledPlaybook } from '../playbook/compile.ts';
import type { PlaybookField, PlaybookForm } from '../playbook/schema.ts';
import { staffRoles } from '../playbook/schema-parts.ts';
import type { Directory, StaffEntry } from '../ticket/context.ts';
import type { Answers, AnswerValue } from '../ticket/events.ts';

/** The made-up ticket of a preview: what somebody might answer, and the one person who works everywhere. */

export type Sample = { priority: string; category: string | null };

const hourMs = 3_600_000;
const person = 1;

/** Answers to what the form requires and to what it sets of the ticket. `now` is epoch ms. */
export function sampleAnswers(
  playbook: CompiledPlaybook,
  form: PlaybookForm,
  sample: Sample & { rating?: string | undefined },
  now: number,
): Answers {
  const answers: Answers = {};
  const isAsked = ({ requiredWhen }: PlaybookField) =>
    requiredWhen?.is.some((value) => answers[requiredWhen.field] === value) ?? false;
  // Nothing about when it came: the sample says so itself.
  let left = form.fields.filter(({ binds }) => binds !== 'received-at');
  let due = left.filter(({ required, binds }) => required || binds !== undefined);
  // What an answer makes required may stand before it in the form, and may itself require more.
  while (due.length > 0) {
    for (const field of due) {
      const value = sampleAnswer(playbook, field, sample, now);
      if (value !== null) answers[field.id] = value;
    }
    left = left.filter((field) => !due.includes(field));
    due = left.filter(isAsked);
  }
  return answers;
}

function sampleAnswer(
  playbook: CompiledPlaybook,
  field: PlaybookField,
  sample: Parameters<typeof sampleAnswers>[2],
  now: number,
): AnswerValue | null {
  switch (field.type) {
    case 'text':
    case 'long-text':
      return '…';
    case 'list':
      return ['…'];
    case 'number':
      return 1;
    case 'check':
      return true;
    case 'date-time':
      return new Date(field.past ? now : now + 24 * hourMs).toISOString();
    case 'staff':
      return person;
    case 'staff-list':
      return field.required ? [person] : null;
    case 'department':
      return departmentOf(playbook, sample);
    case 'rating-dimensions':
      return Object.fromEntries(playbook.source.ratingDimensions.map(({ id }) => [id, ratingOf(playbook, sample)]));
    case 'choice':
      return choiceOf(playbook, field, sample);
    case 'choices':
      return [...(playbook.optionsOf(field) ?? [])].slice(0, 1);
  }
}

function choiceOf(
  playbook: CompiledPlaybook,
  field: PlaybookField,
  sample: Parameters<typeof sampleAnswers>[2],
): string | null {
  const [first] = playbook.optionsOf(field) ?? [];
  switch (field.binds ?? field.optionsFrom) {
    case 'priority':
    case 'priorities':
      return sample.priority;
    case 'category':
    case 'categories':
      return sample.category ?? first ?? null;
    case 'rating':
    case 'ratings':
      return ratingOf(playbook, sample);
    default:
      return first ?? null;
  }
}

function ratingOf({ source }: CompiledPlaybook, { rating }: { rating?: string | undefined }): string {
  return rating ?? source.ratings.find(({ isSatisfied }) => isSatisfied)?.id ?? '';
}

function departmentOf({ source }: CompiledPlaybook, { category }: Sample): string | null {
  const suggested = source.categories.find(({ id }) => id === category)?.department;
  return suggested ?? source.departments[0]?.id ?? null;
}

/** One person in all roles and departments, so that nothing waits for anybody. */
export function sampleDirectory({ source }: CompiledPlaybook): Directory {
  const departments = source.departments.map(({ id }) => id);
  const everybody: StaffEntry = {
    id: person,
    name: '',
    roles: staffRoles,
    departments,
    supervisor: null,
    isActive: true,
  };
  return {
    staff: (id) => (id === person ? everybody : null),
    department: (code) => (departments.includes(code) ? { code, contact: person, isActive: true } : null),
    staffOf: () => [person],
    withRole: () => [person],
  };
}
