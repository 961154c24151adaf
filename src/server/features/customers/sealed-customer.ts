import { contactsOf } from '../../../domain/customer/contact.ts';
import { type CustomerProfile, emptyProfile } from '../../../domain/customer/profile.ts';
import type { KeyRing } from '../../platform/crypto/key-ring.ts';
import { open, type SealingKey, seal } from '../../platform/crypto/seal.ts';

/** Everything sealed under a customer's key carries this, so that it cannot be shown as another customer's. */
export const aadOf = (customerId: number): string => `c${customerId}`;

export type SealedCustomer = {
  /** The customer's own key, and the wrapped form that is stored. */
  key: SealingKey;
  wrapped: Buffer;
  profile: Buffer;
  /** To find the customer by contact or number. */
  hashes: Buffer[];
};

/**
 * A new customer's key and what is stored under it; the id must be settled before.
 * @param hashes those of the profile's contact and number, where they are known already
 */
export function newCustomer(
  ring: KeyRing,
  customerId: number,
  profile: Partial<CustomerProfile>,
  hashes?: Buffer[],
): SealedCustomer {
  const { key, wrapped } = ring.newDataKey();
  const whole = { ...emptyProfile, ...profile };
  const sealed = sealProfile(key, customerId, whole);
  return { key, wrapped, profile: sealed, hashes: hashes ?? contactHashes(ring, whole) };
}

export function sealProfile(key: SealingKey, customerId: number, profile: CustomerProfile): Buffer {
  return seal(key, JSON.stringify(profile), aadOf(customerId));
}

/** @throws UnsealError */
export function openProfile(key: SealingKey, customerId: number, profile: Buffer): CustomerProfile {
  return { ...emptyProfile, ...(JSON.parse(open(key, profile, aadOf(customerId))) as CustomerProfile) };
}

/** One hash for each contact in the field and one for the customer number, each once. */
export function contactHashes(
  ring: KeyRing,
  { contact, number }: Pick<CustomerProfile, 'contact' | 'number'>,
): Buffer[] {
  const contacts = new Set([...contactsOf(contact), ...contactsOf(number)]);
  return [...contacts].map((one) => ring.contactHash(one));
}
