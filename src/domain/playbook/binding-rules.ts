import type { PlaybookField } from './schema.ts';
import type { Binding, FieldType } from './schema-form.ts';

/** What a field must be to set an attribute, and whether only the registration form can set it. */
export type BindingRule = {
  types: readonly FieldType[];
  optionsFrom?: PlaybookField['optionsFrom'];
  atRegistration?: true;
};

const words = ['text', 'long-text', 'list'] as const;
const registered = { atRegistration: true } as const;

export const bindingRules: Readonly<Record<Binding, BindingRule>> = {
  'customer-name': { types: ['text'], ...registered },
  'customer-contact': { types: ['text'], ...registered },
  'customer-number': { types: ['text'], ...registered },
  'customer-type': { types: ['choice'], optionsFrom: 'customer-types', ...registered },
  'preferred-channel': { types: ['choice'], ...registered },
  channel: { types: ['choice'], optionsFrom: 'channels', ...registered },
  'received-at': { types: ['date-time'], ...registered },
  description: { types: words, ...registered },
  expectation: { types: words, ...registered },
  category: { types: ['choice'], optionsFrom: 'categories' },
  priority: { types: ['choice'], optionsFrom: 'priorities' },
  'priority-reason': { types: words },
  department: { types: ['department'] },
  owner: { types: ['staff'] },
  collaborators: { types: ['staff-list'] },
  requirement: { types: words },
  deadline: { types: ['date-time'] },
  'root-cause': { types: words },
  solution: { types: words },
  eta: { types: ['date-time'] },
  verified: { types: ['check'] },
  rating: { types: ['choice'], optionsFrom: 'ratings' },
  'rating-dimensions': { types: ['rating-dimensions'] },
  'rating-remark': { types: words },
  praised: { types: ['check'] },
  'training-case': { types: ['check'] },
  topic: { types: ['choice'] },
  'others-involved': { types: words },
  retrospective: { types: words },
};
