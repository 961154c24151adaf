import { maskContact, maskNumber } from '../customer/mask.ts';
import type { PlaybookField } from '../playbook/schema.ts';
import type { OutputContext } from './context.ts';

/** What a field says, masked where it tells how to reach a person and the reader has not given a reason to see that. */
export function maskField(field: PlaybookField, text: string, context: Pick<OutputContext, 'isRevealed'>): string {
  if (context.isRevealed) return text;
  if (field.binds === 'customer-contact') return maskContact(text);
  return field.binds === 'customer-number' ? maskNumber(text) : text;
}
