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

/** Required always, or while the field that it depends on has one of the named answers. */
export function isRequired(field: PlaybookField, values: FormValues): boolean {
  if (field.required) return true;
  const condition = field.requiredWhen;
  if (!condition) return false;
  const answer = values[condition.field];
  const given = Array.isArray(answer) ? answer : [answer ?? false];
  return condition.is.some((wanted) => given.some((one) => one === wanted));
}

/** A rating by dimension is an answer only when every dimension has been rated. */
function isAnswered(field: PlaybookField, values: FormValues, dimensionIds: readonly string[]): boolean {
  const value = values[field.id];
  if (field.type !== 'rating-dimensions') return isFilled(value);
  const rated = typeof value === 'object' && !Array.isArray(value) ? value : {};
  return dimensionIds.every((id) => (rated[id] ?? '') !== '');
}
