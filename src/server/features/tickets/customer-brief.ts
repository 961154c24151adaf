import type { CustomerBrief } from '../../../contract/ticket.ts';
import { maskContact, maskNumber } from '../../../domain/customer/mask.ts';
import { type CustomerProfile, emptyProfile } from '../../../domain/customer/profile.ts';
import type { KeyRing } from '../../platform/crypto/key-ring.ts';
import { openProfile } from '../customers/index.ts';
import type { CustomerRow } from './store-load.ts';

/** The customer as a ticket shows one: personal fields masked. */
export function customerBrief(ring: KeyRing, customer: CustomerRow): CustomerBrief {
  const { name, contact, number } = profileOf(ring, customer);
  return {
    id: customer.id,
    name,
    contact: maskContact(contact),
    number: maskNumber(number),
    type: customer.type,
    isErased: customer.data_key === null,
  };
}

export function contactOf(ring: KeyRing, customer: CustomerRow): string {
  return profileOf(ring, customer).contact;
}

function profileOf(ring: KeyRing, { id, data_key, profile }: CustomerRow): CustomerProfile {
  return data_key && profile ? openProfile(ring.unwrap(data_key), id, profile) : emptyProfile;
}
