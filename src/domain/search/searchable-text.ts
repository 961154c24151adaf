import { contactsOf, isPhone } from '../customer/contact.ts';
import { maskContact } from '../customer/mask.ts';
import type { TicketText } from '../ticket/state.ts';

/** Everything by which a ticket can be found: its number, who asked and how to reach them, and all that was written. */
export type SearchableParts = {
  number: string;
  name?: string;
  contact?: string;
  customerNumber?: string;
  text: TicketText | null;
  /** What was said beside the forms: messages, notes, progress. */
  said?: Iterable<string>;
};

/** The one text that a candidate is checked against; a line for each part, empty ones left out. */
export function searchableText({ number, name, contact, customerNumber, text, said = [] }: SearchableParts): string {
  const parts = [number, name, contact, ...contactsOf(contact ?? ''), customerNumber, spokenText(text), ...said];
  const lines = parts.map((part) => part?.trim() ?? '').filter((part) => part !== '');
  return [...new Set(lines)].join('\n');
}

/**
 * The same for showing a part of it: what names a way to reach the customer is masked, as an answer that is nothing but a phone or
 * e-mail and as the contact kept today.
 */
export function shownText({
  contact,
  customerNumber,
  text,
  said = [],
}: Pick<SearchableParts, 'contact' | 'customerNumber' | 'text' | 'said'>): string {
  const kept = new Set(contactsOf(`${contact ?? ''}\n${customerNumber ?? ''}`));
  const lines = [...spokenText(text).split('\n'), ...said];
  return lines.map((line) => (isReachable(line, kept) ? maskContact(line) : line)).join(' ');
}

function isReachable(line: string, kept: ReadonlySet<string>): boolean {
  const contacts = contactsOf(line);
  return contacts.length > 0 && contacts.every((one) => kept.has(one) || isPhone(one) || /^[^\s@]+@[^\s@]+$/.test(one));
}

/** What stands in the ticket's forms and fields, for a snippet or to compare tickets. Each text once. */
export function spokenText(text: TicketText | null): string {
  if (!text) return '';
  const { answers, reason, requirement, rootCause, solution, plan, remark, reference } = text;
  const written = Object.values(answers).flatMap((form) => Object.values(form).flatMap(wordsIn));
  const lines = [...written, reason, requirement, rootCause, solution, plan, remark, reference].map((line) =>
    line.trim(),
  );
  return [...new Set(lines.filter((line) => line !== ''))].join('\n');
}

/** Free texts and lists of them; what is chosen from options is filtered by, not searched for. */
function wordsIn(answer: unknown): string[] {
  if (typeof answer === 'string') return [answer];
  if (Array.isArray(answer)) return answer.filter((one) => typeof one === 'string');
  return [];
}
