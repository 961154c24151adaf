import type { PlaybookForm } from '../playbook/schema.ts';
import type { Answers } from '../ticket/events.ts';
import { maskContact, maskNumber } from './mask.ts';

/** A form's answers for readers who have not given a reason: those that say how to reach the customer are masked. */
export function maskAnswers(form: Pick<PlaybookForm, 'fields'>, answers: Answers): Answers {
  const masked = { ...answers };
  for (const { id, binds } of form.fields) {
    const answer = masked[id];
    if (typeof answer !== 'string') continue;
    if (binds === 'customer-contact') masked[id] = maskContact(answer);
    if (binds === 'customer-number') masked[id] = maskNumber(answer);
  }
  return masked;
}
