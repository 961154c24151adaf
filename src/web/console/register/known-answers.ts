import type { CustomerView } from '../../../contract/customer.ts';
import type { Playbook, PlaybookForm } from '../../../domain/playbook/schema.ts';
import type { Binding } from '../../../domain/playbook/schema-form.ts';
import type { Answers } from '../../../domain/ticket/events.ts';
import { fieldBoundTo } from './field-groups.ts';

/** What a registration starts with: the phone, since that is what rings, and the contact that the page was opened for. */
export function startAnswers(playbook: Playbook, form: PlaybookForm, contact: string | undefined): Answers {
  const channel = playbook.channels.find((one) => one.id === 'phone') ?? playbook.channels[0];
  return answersBy(form, { channel: channel?.id, 'customer-contact': contact });
}

/** What is on record about the caller. The contact is masked there and stays as typed; so does a masked number. */
export function customerAnswers(playbook: Playbook, form: PlaybookForm, customer: CustomerView | undefined): Answers {
  if (!customer) return {};
  const isTypeKnown = playbook.customerTypes.some((one) => one.id === customer.type);
  return answersBy(form, {
    'customer-name': customer.name,
    'customer-number': customer.number.includes('*') ? undefined : customer.number,
    'customer-type': isTypeKnown ? customer.type : undefined,
    'preferred-channel': customer.preferredChannel ?? undefined,
  });
}

function answersBy(form: PlaybookForm, bound: Partial<Record<Binding, string | undefined>>): Answers {
  const answers: Answers = {};
  for (const [binding, value] of Object.entries(bound)) {
    const field = fieldBoundTo(form, binding as Binding);
    if (field && value) answers[field.id] = value;
  }
  return answers;
}
