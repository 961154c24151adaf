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
  for (const field of form.fields) groups[groupOf(form, field, values)].push(field);
  groups.customer.sort((a, b) => placeOf(form, a) - placeOf(form, b));
  return groups;
}

function groupOf(form: PlaybookForm, field: PlaybookField, values: FormValues): keyof FieldGroups {
  const { binds } = field;
  if (isOfCustomer(field)) return 'customer';
  if (binds && sourceBindings.includes(binds)) return 'source';
  if (binds && urgencyBindings.includes(binds)) return 'urgency';
  if (binds && demandBindings.includes(binds)) return 'demand';
  if (!binds && decidedBy(form, field)) return 'customer';
  // What can become required stays in its place; it must not jump about while somebody types.
  return field.requiredWhen || isRequired(field, values) ? 'demand' : 'more';
}

const isOfCustomer = ({ binds }: PlaybookField) => binds !== undefined && customerOrder.includes(binds);

/** The customer's field that is asked for or not by the answer to this one, as the number is by whether there is any. */
function decidedBy({ fields }: PlaybookForm, { id }: PlaybookField): PlaybookField | undefined {
  return fields.find((other) => isOfCustomer(other) && other.requiredWhen?.field === id);
}

/** What decides on another field stands just before it. */
function placeOf(form: PlaybookForm, field: PlaybookField): number {
  const { binds } = isOfCustomer(field) ? field : (decidedBy(form, field) ?? field);
  const place = binds ? customerOrder.indexOf(binds) : customerOrder.length;
  return isOfCustomer(field) ? place : place - 0.5;
}

/** The same form with its fields in that order, so that what is missing is named in the order of the page. */
export function inCallOrder(form: PlaybookForm): PlaybookForm {
  const { customer, source, demand, urgency, more } = fieldGroups(form, {});
  return { ...form, fields: [...customer, ...source, ...demand, ...urgency, ...more] };
}

export function fieldBoundTo(form: PlaybookForm, binding: Binding): PlaybookField | undefined {
  return form.fields.find((field) => field.binds === binding);
}
