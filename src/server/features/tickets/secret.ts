import type { CompiledPlaybook } from '../../../domain/playbook/compile.ts';
import { type Description, describe } from '../../../domain/ticket/describe.ts';
import { emptyText, type TicketState, type TicketText } from '../../../domain/ticket/state.ts';
import type { KeyRing } from '../../platform/crypto/key-ring.ts';
import { open, type SealingKey, seal } from '../../platform/crypto/seal.ts';

/** Private text at rest: sealed under the customer's data key, bound to the customer, so that it cannot be moved to another. */

export const customerAad = (customerId: number): string => `c${customerId}`;

export function sealJson(key: SealingKey, customerId: number, value: unknown): Buffer {
  return seal(key, JSON.stringify(value), customerAad(customerId));
}

/** Null once the customer has been erased: without the data key nothing can be read. */
export function openJson<T>(
  ring: KeyRing,
  dataKey: Buffer | null,
  customerId: number,
  secret: Buffer | null,
): T | null {
  if (dataKey === null || secret === null) return null;
  return JSON.parse(open(ring.unwrap(dataKey), secret, customerAad(customerId))) as T;
}

export function openText(
  ring: KeyRing,
  dataKey: Buffer | null,
  customerId: number,
  secret: Buffer | null,
): TicketText | null {
  const text = openJson<TicketText>(ring, dataKey, customerId, secret);
  return text && { ...emptyText, ...text };
}

/** What lists show of a ticket, sealed apart from its text; null when nothing is to be shown, or the text was not read. */
export function sealDescription(playbook: CompiledPlaybook, key: SealingKey | null, state: TicketState): Buffer | null {
  if (key === null || state.text === null) return null;
  return sealJson(key, state.customerId, describe(playbook, state, state.text));
}

export function openDescription(
  ring: KeyRing,
  dataKey: Buffer | null,
  customerId: number,
  description: Buffer | null,
): Description | null {
  return openJson<Description>(ring, dataKey, customerId, description);
}
