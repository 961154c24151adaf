import type { OutputDirectory, OutputTicket } from '../../../domain/output/context.ts';
import type { Period } from '../../../domain/output/table-document.ts';
import type { CompiledPlaybook } from '../../../domain/playbook/compile.ts';
import type { PlaybookTable } from '../../../domain/playbook/schema.ts';
import type { Actor } from '../../../domain/ticket/actor.ts';
import type { Member } from '../session/index.ts';

/** Tickets of one playbook by the time they were received; `after` is what `next` said. */
export type ScanQuery = {
  playbook: string;
  /** Events are read only for tables whose rows are events, and then only those. */
  rows: PlaybookTable['rows'];
  /** The latest note comes along, for tables that have a column for it. */
  hasNotes: boolean;
  period: Period;
  after: string | null;
  limit: number;
  isNewestFirst: boolean;
};
export type ScanPage = { tickets: OutputTicket[]; next: string | null };

/** Where the documents come from. Tickets are read through the actor. */
export type OutputSource = {
  /** With all its events. @throws Refusal ticket.unknown */
  loadTicket(actor: Actor, id: number): Promise<OutputTicket>;
  scanTickets(actor: Member, query: ScanQuery): Promise<ScanPage>;
  /** The version in force unless one is named. @throws Refusal playbook.unknown */
  playbook(id: string, version?: number): CompiledPlaybook;
  directory(): Promise<OutputDirectory>;
};
