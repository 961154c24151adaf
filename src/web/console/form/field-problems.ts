import type { PlaybookField, PlaybookForm } from '../../../domain/playbook/schema.ts';
import type { AnswerValue } from '../../../domain/ticket/events.ts';
import { completenessOf } from './completeness.ts';
import type { FormValues } from './form-values.ts';
import { liesBehind } from './quick-times.ts';

/** What is wrong with one field. `server` carries the server's own words; the others have texts that say the remedy. */
export type FieldProblem =
  | { field: string; code: 'required' | 'required-choice' | 'required-rating' | 'bad-time' | 'future-time' }
  | { field: string; code: 'too-long'; max: number; over: number }
  | { field: string; code: 'server'; message: string };

export function problemsOf(
  form: PlaybookForm,
  values: FormValues,
  context: { dimensionIds: readonly string[]; now: number },
): FieldProblem[] {
  const missing = new Set(completenessOf(form, values, context.dimensionIds).missing);
  return form.fields.flatMap((field) => {
    if (missing.has(field)) return [{ field: field.id, code: missingCode(field) }];
    const problem = valueProblem(field, values[field.id], context.now);
    return problem ? [problem] : [];
  });
}

function missingCode(field: PlaybookField) {
  if (field.type === 'rating-dimensions') return 'required-rating';
  const isPicked = ['choice', 'choices', 'check', 'staff', 'staff-list', 'department'].includes(field.type);
  return isPicked ? 'required-choice' : 'required';
}

function valueProblem(field: PlaybookField, value: AnswerValue | undefined, now: number): FieldProblem | null {
  if (value === undefined) return null;
  if (field.type === 'date-time') return timeProblem(field, String(value), now);
  const max = maxLengthOf(field);
  const length = Math.max(0, ...textsOf(value).map((text) => text.trim().length));
  return max !== null && length > max ? { field: field.id, code: 'too-long', max, over: length - max } : null;
}

/** What the engine takes (domain/ticket/answers.ts) where the playbook says nothing. */
const longestText = { text: 400, 'long-text': 8_000, list: 1_000 };

function maxLengthOf({ type, maxLength }: PlaybookField): number | null {
  if (type === 'list') return longestText.list;
  return type === 'text' || type === 'long-text' ? (maxLength ?? longestText[type]) : null;
}

function timeProblem(field: PlaybookField, text: string, now: number): FieldProblem | null {
  if (text === '') return null;
  const at = Date.parse(text);
  if (Number.isNaN(at)) return { field: field.id, code: 'bad-time' };
  return liesBehind(field) && at > now ? { field: field.id, code: 'future-time' } : null;
}

function textsOf(value: AnswerValue): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.map(String) : [];
}

/** What the server says of one input: by path, with its own words where it has some. */
export type ServerError = { field: string; code?: string; message: string };

/**
 * The server names fields by path (`answers.description`, `body.answers.demands.0`); what belongs to no field of this
 * form is returned in `others` so that it is still shown.
 */
export function serverProblems(form: PlaybookForm, errors: readonly ServerError[]) {
  const fields = new Map(form.fields.map((field) => [field.id, field]));
  const problems: FieldProblem[] = [];
  const others: ServerError[] = [];
  for (const error of errors) {
    const field =
      fields.get(error.field) ??
      error.field
        .split(/[./]/)
        .map((step) => fields.get(step))
        .find((one) => one !== undefined);
    if (!field) others.push(error);
    else if (error.code === 'form.field-missing') problems.push({ field: field.id, code: missingCode(field) });
    else if (error.code === 'form.field-in-future') problems.push({ field: field.id, code: 'future-time' });
    else problems.push({ field: field.id, code: 'server', message: error.message });
  }
  return { problems, others };
}
