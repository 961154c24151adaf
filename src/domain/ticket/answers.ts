import type { CompiledPlaybook } from '../playbook/compile.ts';
import type { PlaybookField, PlaybookForm } from '../playbook/schema.ts';
import { Refusal } from '../refusal.ts';
import { parseInstant } from '../time/instant.ts';
import { isToCome } from './check-time.ts';
import type { DecisionContext, Directory } from './context.ts';
import type { Answers, AnswerValue } from './events.ts';

/** Checks a form's answers against its playbook and parts them into the clear and the private half. */

export type AnswerProblem = {
  field: string;
  code: 'form.field-missing' | 'form.field-invalid' | 'form.field-unknown' | 'form.field-in-future';
  expected?: string;
};

/** What the answers are held against; `now` is epoch ms. */
type Asked = Pick<DecisionContext, 'playbook' | 'directory' | 'now'>;

const longestText = { text: 400, 'long-text': 8_000 } as const;
const listLimit = { items: 30, length: 1_000 } as const;

/** Refuses with all problems at once; the first one names the field. Empty answers count as not given. */
export function checkAnswers(context: Asked, form: PlaybookForm, given: Answers): Answers {
  const answers = withoutEmpty(given);
  const problems = [
    ...unknownFields(form, answers),
    ...form.fields.flatMap((field) => checkField(context, field, answers)),
  ];
  const [first] = problems;
  if (first) {
    throw new Refusal(first.code, `answers.${first.field}`, { form: form.id, problems }, messageOf(problems));
  }
  return answers;
}

/** What is missing or wrong, field by field; `checkAnswers` without the refusal, for gates and previews. */
export function missingFields(form: PlaybookForm, answers: Answers): string[] {
  const given = withoutEmpty(answers);
  return form.fields
    .filter((field) => isRequired(field, given) && given[field.id] === undefined)
    .map((field) => field.id);
}

export function splitAnswers(
  playbook: CompiledPlaybook,
  form: PlaybookForm,
  answers: Answers,
): { clear: Answers; secret: Answers } {
  const clear: Answers = {};
  const secret: Answers = {};
  for (const field of form.fields) {
    const value = answers[field.id];
    if (value !== undefined) (playbook.isPrivate(field) ? secret : clear)[field.id] = value;
  }
  return { clear, secret };
}

/** Texts trimmed; blank texts and lines, empty lists and empty ratings are left out. */
function withoutEmpty(answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers)
      .map(([id, value]): [string, AnswerValue] => [id, trimmed(value)])
      .filter(([, value]) => !isEmpty(value)),
  );
}

function trimmed(value: AnswerValue): AnswerValue {
  if (typeof value === 'string') return value.trim();
  if (!Array.isArray(value)) return value;
  return (value as unknown[])
    .map((one) => (typeof one === 'string' ? one.trim() : one))
    .filter((one) => one !== '') as string[];
}

function isEmpty(value: AnswerValue | null): boolean {
  if (typeof value === 'object') return value === null || Object.keys(value).length === 0;
  return value === '';
}

function isRequired(field: PlaybookField, answers: Answers): boolean {
  if (field.required) return true;
  if (!field.requiredWhen) return false;
  const other = answers[field.requiredWhen.field];
  return field.requiredWhen.is.some((value) => value === other);
}

function unknownFields(form: PlaybookForm, answers: Answers): AnswerProblem[] {
  const known = new Set(form.fields.map((field) => field.id));
  return Object.keys(answers)
    .filter((id) => !known.has(id))
    .map((field) => ({ field, code: 'form.field-unknown', expected: [...known].join(', ') }));
}

function checkField(context: Asked, field: PlaybookField, answers: Answers): AnswerProblem[] {
  const value = answers[field.id];
  if (value === undefined) {
    return isRequired(field, answers) ? [{ field: field.id, code: 'form.field-missing' }] : [];
  }
  // A required check is a confirmation: not ticked is not given.
  if (field.type === 'check' && value === false && isRequired(field, answers)) {
    return [{ field: field.id, code: 'form.field-missing' }];
  }
  const expected = expectation(context, field, value);
  if (expected !== null) return [{ field: field.id, code: 'form.field-invalid', expected }];
  if (!field.past || !isToCome(parseInstant(String(value), ''), context.now)) return [];
  return [{ field: field.id, code: 'form.field-in-future', expected: 'a time that is not still to come' }];
}

/** What a value should have been; null when it is right. */
function expectation({ playbook, directory }: Asked, field: PlaybookField, value: AnswerValue): string | null {
  const options = playbook.optionsOf(field);
  const isOption = (one: unknown) => typeof one === 'string' && (options === null || options.has(one));
  switch (field.type) {
    case 'text':
    case 'long-text': {
      const most = field.maxLength ?? longestText[field.type];
      return typeof value === 'string' && value.length <= most ? null : `text of at most ${most} characters`;
    }
    case 'list':
      return Array.isArray(value) &&
        value.length <= listLimit.items &&
        value.every((one) => typeof one === 'string' && one.length <= listLimit.length)
        ? null
        : `at most ${listLimit.items} texts of at most ${listLimit.length} characters`;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? null : 'a number';
    case 'check':
      return typeof value === 'boolean' ? null : 'true or false';
    case 'date-time':
      return isInstant(value) ? null : 'a date and time with offset, such as 2026-03-01T09:30:00+08:00';
    case 'choice':
      return isOption(value) ? null : `one of ${[...(options ?? [])].join(', ')}`;
    case 'choices':
      return Array.isArray(value) && value.every(isOption) ? null : `any of ${[...(options ?? [])].join(', ')}`;
    case 'department':
      return typeof value === 'string' && directory.department(value)?.isActive
        ? null
        : 'the code of an active department';
    case 'staff':
      return isStaff(directory, value) ? null : 'the id of an active member of staff';
    case 'staff-list':
      return Array.isArray(value) && value.every((one) => isStaff(directory, one))
        ? null
        : 'ids of active members of staff';
    case 'rating-dimensions':
      return isDimensions(playbook, value) ? null : 'a rating for each dimension';
  }
}

function isInstant(value: AnswerValue): boolean {
  if (typeof value !== 'string') return false;
  try {
    parseInstant(value, '');
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

function isStaff(directory: Directory, value: unknown): boolean {
  return typeof value === 'number' && directory.staff(value)?.isActive === true;
}

export function isDimensions(playbook: CompiledPlaybook, value: AnswerValue): boolean {
  if (typeof value !== 'object' || Array.isArray(value)) return false;
  const dimensions = new Set(playbook.source.ratingDimensions.map((one) => one.id));
  const ratings = new Set(playbook.source.ratings.map((one) => one.id));
  return Object.entries(value).every(([dimension, rating]) => dimensions.has(dimension) && ratings.has(rating));
}

function messageOf(problems: AnswerProblem[]): string {
  const words = ({ code, expected = 'missing' }: AnswerProblem) =>
    code === 'form.field-unknown' ? `no such field, there are ${expected}` : expected;
  return problems.map((one) => `${one.field}: ${words(one)}`).join('; ');
}
