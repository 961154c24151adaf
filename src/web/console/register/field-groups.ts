import type { PlaybookField, PlaybookForm } from '../../../domain/playbook/schema.ts';
import type { Binding } from '../../../domain/playbook/schema-form.ts';
import { isRequired } from '../form/completeness.ts';
import type { FormValues } from '../form/form-values.ts';

/** The registration form in the order of a phone call: who, from where, what, how urgent; and what may be left for later. */
export type FieldGroups = Record<'customer' | 'source' | 'demand' | 'urgency' | 'more', PlaybookField[]>;

const customerOrder: readonly Binding[] = ['customer-contact', 'customer-name', 'customer-number', 'customer-type'];
const sourceBindings: readonly Binding[] = ['channel', 'received-at'];
const urgencyBindings: readonly Binding[] = ['category', 'priority', 'priority-reason'];
const demandBindings: readonly Binding[] = ['description', 'expectation'];

export function fieldGroups(form: PlaybookForm, values: FormValues): FieldGroups {
  const groups: FieldGroups = { customer: [], source: [], demand: [], urgency: [], more: [] };
  for (const field of form.fields) groups[groupOf(field, values)].push(field);
  groups.customer.sort((a, b) => placeOf(a) - placeOf(b));
  return groups;
}

function groupOf(field: PlaybookField, values: FormValues): keyof FieldGroups {
  const { binds } = field;
  if (binds && customerOrder.includes(binds)) return 'customer';
  if (binds && sourceBindings.includes(binds)) return 'source';
  if (binds && urgencyBindings.includes(binds)) return 'urgency';
  if (binds && demandBindings.includes(binds)) return 'demand';
  // What can become required stays in its place; it must not jump about while somebody types.
  return field.requiredWhen || isRequired(field, values) ? 'demand' : 'more';
}

function placeOf({ binds }: PlaybookField): number {
  return binds ? customerOrder.indexOf(binds) : customerOrder.length;
}

/** The same form with its fields in that order, so that what is missing is named in the order of the page. */
export function inCallOrder(form: PlaybookForm): PlaybookForm {
  const { customer, source, demand, urgency, more } = fieldGroups(form, {});
  return { ...form, fields: [...customer, ...source, ...demand, ...urgency, ...more] };
}

export function fieldBoundTo(form: PlaybookForm, binding: Binding): PlaybookField | undefined {
  return form.fields.find((field) => field.binds === binding);
}
