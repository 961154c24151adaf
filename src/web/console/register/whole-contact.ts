import { isPhone, normaliseContact } from '../../../domain/customer/contact.ts';

/** Long enough to be somebody's: a mobile or landline number, an e-mail address, an account name. Looking up less finds nothing. */
export function isWholeContact(text: string): boolean {
  const contact = normaliseContact(text);
  if (contact.includes('@')) return /^[^@\s]+@[^@\s]+\.[^@\s]{2,}$/.test(contact);
  if (!isPhone(contact)) return contact.length >= 5 && !/^\+?\d+$/.test(contact);
  const digits = contact.replace(/\D/g, '').length;
  return /^1[3-9]/.test(contact) ? digits === 11 : digits >= 7;
}
