import { type CustomerProfile, emptyProfile } from '../../../domain/customer/profile.ts';
import { searchableText, shownText } from '../../../domain/search/searchable-text.ts';
import { linesOf } from '../../../domain/search/ticket-words.ts';
import { emptyText, type TicketText } from '../../../domain/ticket/state.ts';
import type { KeyRing } from '../../platform/crypto/key-ring.ts';
import { open, type SealingKey } from '../../platform/crypto/seal.ts';
import { aadOf, openProfile } from '../customers/index.ts';
import type { Candidate } from './store.ts';

export type OpenedCandidate = {
  id: number;
  customerId: number;
  text: TicketText | null;
  searchable: string;
  /** For showing a part of it: contacts masked. */
  shown(): string;
};

/**
 * Decrypts what a candidate can be found by. Of an erased customer only the number is left.
 * @param secrets what was said beside the forms, where that is looked at
 */
export function openCandidate(ring: KeyRing, candidate: Candidate, secrets: readonly Buffer[] = []): OpenedCandidate {
  const { id, number, customer_id: customerId, data_key, secret } = candidate;
  const key = data_key && ring.unwrap(data_key);
  const text: TicketText | null =
    key && secret ? { ...emptyText, ...JSON.parse(open(key, secret, aadOf(customerId))) } : null;
  const said = key ? linesOf(secrets.map((one) => JSON.parse(open(key, one, aadOf(customerId))))) : [];
  const { name, contact, number: customerNumber } = profileOf(key, candidate);
  return {
    id,
    customerId,
    text,
    searchable: searchableText({ number, name, contact, customerNumber, text, said }),
    shown: () => shownText({ contact, customerNumber, text, said }),
  };
}

function profileOf(key: SealingKey | null, { customer_id, profile }: Candidate): CustomerProfile {
  return key && profile ? openProfile(key, customer_id, profile) : emptyProfile;
}
