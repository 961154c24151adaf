import type { CustomerView } from '../../../contract/customer.ts';
import type { CustomerBrief, TicketRow } from '../../../contract/ticket.ts';
import { maskContact, maskNumber } from '../../../domain/customer/mask.ts';
import { type CustomerProfile, emptyProfile } from '../../../domain/customer/profile.ts';
import type { KeyRing } from '../../platform/crypto/key-ring.ts';
import { openProfile } from './sealed-customer.ts';
import type { StoredCustomer } from './store.ts';

/** Customers as the API shows them: ways to reach the person masked; of an erased one only that there was one. */

type Sealed = Pick<StoredCustomer, 'id' | 'type' | 'data_key' | 'profile'>;

export function profileOf(
  ring: KeyRing,
  { id, data_key, profile }: Pick<Sealed, 'id' | 'data_key' | 'profile'>,
): CustomerProfile {
  return data_key && profile ? openProfile(ring.unwrap(data_key), id, profile) : emptyProfile;
}

export function briefOf(ring: KeyRing, customer: Sealed): CustomerBrief {
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

export function viewOf(ring: KeyRing, customer: StoredCustomer, tickets: TicketRow[]): CustomerView {
  return {
    ...briefOf(ring, customer),
    preferredChannel: customer.preferred_channel,
    note: profileOf(ring, customer).note,
    createdAt: new Date(customer.created_at).toISOString(),
    tickets,
  };
}
