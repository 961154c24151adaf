import type { PlaybookField, PlaybookForm } from '../../../domain/playbook/schema.ts';
import type { Answers, AnswerValue } from '../../../domain/ticket/events.ts';

/** What stands in a form's inputs, by field id. A field that nobody has touched and nothing is known of is absent. */
export type FormValues = Readonly<Record<string, AnswerValue>>;

/** Does the field hold an answer? Blank text, empty lists and an unticked box are none. */
export function isFilled(value: AnswerValue | undefined): boolean {
  if (value === undefined) return false;
  if (typeof value === 'string') return value.trim() !== '';
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.some((item) => String(item).trim() !== '');
  return Object.keys(value).length > 0;
}

/** Answers as the API takes them: text trimmed, blank items and empty fields left out, unknown fields dropped. */
export function toAnswers(form: PlaybookForm, values: FormValues): Answers {
  const answers: Answers = {};
  for (const field of form.fields) {
    const value = cleaned(field, values[field.id]);
    if (value !== undefined) answers[field.id] = value;
  }
  return answers;
}

function cleaned(field: PlaybookField, value: AnswerValue | undefined): AnswerValue | undefined {
  if (value === undefined) return undefined;
  if (field.type === 'check') return value === '' ? undefined : value === true;
  if (!isFilled(value)) return undefined;
  if (typeof value === 'string') return value.trim();
  if (isTextList(value)) return value.map((item) => item.trim()).filter((item) => item !== '');
  return value;
}

function isTextList(value: AnswerValue): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/**
 * What the form starts with: what is known, and over it what the person has typed. Where the person has typed nothing,
 * news from the server shows at once; where something was typed, it stays.
 */
export function startValues(form: PlaybookForm, known: Answers, typed: FormValues): FormValues {
  const values: Record<string, AnswerValue> = {};
  for (const { id } of form.fields) {
    const value = typed[id] ?? known[id];
    if (value !== undefined) values[id] = value;
  }
  return values;
}
