import type { Playbook } from '../playbook/schema.ts';
import type { Bilingual } from '../playbook/schema-parts.ts';
import type { TicketEvent } from '../ticket/events.ts';
import type { TicketFacts, TicketText } from '../ticket/state.ts';
import type { OutputLanguage } from './language.ts';

/** A ticket as its documents need it: what it has come to and everything that happened. */
export type OutputTicket = {
  facts: TicketFacts;
  /** Null once the customer has been erased. */
  text: TicketText | null;
  customer: OutputCustomer;
  events: readonly TicketEvent[];
};

/** Whole, unmasked; the documents mask it unless they are asked to reveal. Empty texts once erased. */
export type OutputCustomer = { name: string; contact: string; number: string; type: string; isErased: boolean };

/** Names behind ids, and what the organisation is called and where its clocks hang. */
export type OutputDirectory = {
  organisation: string;
  timeZone: string;
  /** Null for an id that is not known. */
  staff(id: number): string | null;
  /** Null where this person gave no address. */
  email(id: number): string | null;
  department(code: string): Bilingual | null;
  /** Who takes in a department's work; null where nobody is named. */
  contact(code: string): number | null;
  /** A customer may be known from another playbook, with a type of its own. */
  customerType(id: string): Bilingual | null;
};

export type OutputContext = {
  playbook: Playbook;
  directory: OutputDirectory;
  language: OutputLanguage;
  /** Contacts and customer numbers are masked unless the reader may see them and gave a reason. */
  isRevealed: boolean;
  /** Epoch ms. */
  now: number;
};
