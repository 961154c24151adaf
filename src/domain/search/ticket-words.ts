import { contactsOf } from '../customer/contact.ts';
import { wordsOf } from './words.ts';

/**
 * What a ticket is found by: its number, who asked and how to reach them, and all that was ever said in its events, in their order. Each line
 * is cut by itself, so that what one event adds depends on no other: added event by event it comes to the same as all of it at once.
 */
export type FoundBy = { number: string; name: string; contact: string; customerNumber: string };

/** Tokens of one ticket at most; of what is said after that only the same words are found. */
export const mostTokens = 20_000;

/** @param said the `text` of each event; null where nothing was said */
export function ticketWords(
  { number, name, contact, customerNumber }: FoundBy,
  said: Iterable<unknown>,
): ReadonlySet<string> {
  return cut([number, name, contact, ...contactsOf(contact), customerNumber, ...linesOf(said)]);
}

export function saidWords(said: Iterable<unknown>): ReadonlySet<string> {
  return cut(linesOf(said));
}

/** Every text in what was said, line by line, each once: answers of forms, messages, reasons. */
export function linesOf(said: Iterable<unknown>): string[] {
  const lines = new Set<string>();
  for (const one of said) collect(one, lines);
  return [...lines];
}

function collect(value: unknown, lines: Set<string>): void {
  if (typeof value === 'string') for (const line of value.split('\n')) lines.add(line.trim());
  else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) collect(inner, lines);
}

function cut(lines: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const line of lines) if (line !== '') wordsOf(`\n${line}\n`, words);
  return words;
}
