import { findPersonalData } from '../../case/personal-data.ts';
import { normaliseContact } from '../../customer/contact.ts';
import { maskContact, maskNumber } from '../../customer/mask.ts';
import type { OutputTicket } from '../context.ts';

type Reachable = Pick<OutputTicket['customer'], 'contact' | 'number'>;

/**
 * What somebody wrote, with every way to reach or to identify a person masked, however it is spelt: of the customer what is in the profile, of
 * anybody what shows itself (phones, e-mail, accounts, cards). Names, addresses and order numbers stay: departments work with them.
 */
export function maskedWords(text: string, customer: Reachable): string {
  const person = { names: [], contacts: contactsIn(customer), numbers: [] };
  return findPersonalData(text, person)
    .filter(({ isHard }) => isHard)
    .reduceRight((words, { from, to }) => words.slice(0, from) + masked(words.slice(from, to)) + words.slice(to), text);
}

/** A profile may hold other words beside the contact, and a customer number that is a phone. */
function contactsIn({ contact, number }: Reachable): string[] {
  const field = maskNumber(number) === number ? contact : `${contact};${number}`;
  const inside = findPersonalData(field).filter(({ isHard }) => isHard);
  return [field, ...inside.map(({ from, to }) => field.slice(from, to))];
}

/** As one contact: what stands between its digits parts nothing. */
const masked = (found: string) => maskContact(normaliseContact(found.replace(/[\p{Cf},，、/|•*]/gu, '')));
