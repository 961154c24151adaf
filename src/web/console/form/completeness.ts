import type { PlaybookField, PlaybookForm } from '../../../domain/playbook/schema.ts';
import { type FormValues, isFilled } from './form-values.ts';

/** How far a form is: `missing` lists the required fields without an answer, in the order of the form. */
export type Completeness = {
  requiredCount: number;
  filledCount: number;
  missing: PlaybookField[];
  isComplete: boolean;
};

export function completenessOf(form: PlaybookForm, values: FormValues, dimensionIds: readonly string[]): Completeness {
  const required = form.fields.filter((field) => isRequired(field, values));
  const missing = required.filter((field) => !isAnswered(field, values, dimensionIds));
  return {
    requiredCount: required.length,
    filledCount: required.length - missing.length,
    missing,
    isComplete: missing.length === 0,
  };
}

/** Required always, or while the field that it depends on has one of the named answers; the engine's own rule. */
export function isRequired(field: PlaybookField, values: FormValues): boolean {
  if (field.required) return true;
  const condition = field.requiredWhen;
  if (!condition) return false;
  const answer = values[condition.field];
  return condition.is.some((wanted) => wanted === answer);
}

/** "No" answers a yes-or-no question; a rating by dimension is an answer once every dimension has been rated. */
function isAnswered(field: PlaybookField, values: FormValues, dimensionIds: readonly string[]): boolean {
  const value = values[field.id];
  if (field.type === 'check') return typeof value === 'boolean';
  if (field.type !== 'rating-dimensions') return isFilled(value);
  const rated = typeof value === 'object' && !Array.isArray(value) ? value : {};
  return dimensionIds.every((id) => (rated[id] ?? '') !== '');
}
