import { nothingUnderWay } from '../../coordination/state.ts';
import { maskContact } from '../../customer/mask.ts';
import type { OutputContext, OutputTicket } from '../context.ts';
import type { DocumentRow, DocumentSection, FormDocument, Signature } from '../document.ts';
import { fillNames } from '../language.ts';
import { plainText } from '../plain-text.ts';
import { speechOf } from '../speech.ts';
import { type PaperWord, paperWord } from './paper-words.ts';

/** What every paper between departments is written with: its words, what was said, and the names of parties. */
export type Paper = ReturnType<typeof paperOf>;

export function paperOf(ticket: OutputTicket, context: OutputContext) {
  const { facts, text, customer } = ticket;
  const speech = speechOf(context, customer.isErased);
  const underWay = facts.coordination ?? nothingUnderWay;
  const heard = (subject: string, key: string) => text?.coordination?.[subject]?.[key];
  const words = (subject: string, key: string): string => {
    if (text === null) return customer.isErased ? speech.say('erased') : '';
    const said = heard(subject, key);
    return typeof said === 'string' ? plainText(said) : '';
  };
  const lines = (subject: string, key: string): string[] => {
    const said = heard(subject, key);
    return Array.isArray(said) ? said.map(plainText) : [];
  };
  const say = (key: PaperWord, values: Record<string, string | number> = {}) =>
    speech.name(fillNames(paperWord(key), values));
  const party = (id: string): string => {
    if (id === 'customer') return say('customer');
    const [kind, rest = ''] = id.split(/:(.*)/);
    if (kind === 'department') return speech.department(rest);
    return words(`party:${id}`, 'name') || id;
  };
  /** How to reach somebody outside, masked as customers' contacts are. */
  const contact = (id: string) => {
    const known = words(`party:${id}`, 'contact');
    return context.isRevealed ? known : maskContact(known);
  };
  return { ticket, context, speech, underWay, say, words, lines, party, contact };
}

export const narrow = (label: string, value: string): DocumentRow => ({ label, value, isWide: false });
export const wide = (label: string, value: DocumentRow['value']): DocumentRow => ({ label, value, isWide: true });

/** A list over the whole width, left out where there is nothing to list. */
export function gridSection(heading: string, columns: string[], rows: string[][]): DocumentSection[] {
  if (rows.length === 0) return [];
  return [{ heading, rows: [{ label: '', value: { kind: 'grid', columns, rows }, isWide: true }] }];
}

export function sheet(
  { ticket, context, speech }: Paper,
  form: string,
  title: string,
  number: string,
  sections: DocumentSection[],
  signatures: Signature[],
): FormDocument {
  return {
    form,
    title,
    number: plainText(number || ticket.facts.number),
    organisation: plainText(context.directory.organisation),
    isFilled: true,
    sections: sections
      .map((section) => ({
        ...section,
        rows: section.rows
          .filter(({ value }) => !Array.isArray(value) || value.length > 0)
          .filter(({ value }) => value !== ''),
      }))
      .filter(({ rows }) => rows.length > 0),
    signatures,
    printedAt: speech.time(context.now),
  };
}
