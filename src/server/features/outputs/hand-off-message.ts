import type { OutputLanguage } from '../../../domain/output/language.ts';
import { handOffAddressee, handOffForm, handOffLines } from '../../../domain/output/papers/hand-off-paper.ts';
import { paperOf } from '../../../domain/output/papers/paper-context.ts';
import { systemActor } from '../../../domain/ticket/actor.ts';
import type { TicketFacts } from '../../../domain/ticket/state.ts';
import type { OutputSource } from './output-source.ts';
import { contextFor } from './read-outputs.ts';

/** A hand-off in the words of its template, masked, and which one it is. */
export type HandOffMessage = {
  facts: TicketFacts;
  /** Of the last hand-off; null while there was none. */
  handedOffAt: number | null;
  lines: string[];
  addressee: number | null;
};

/** For the department's group chat. @throws Refusal ticket.unknown */
export async function readHandOffMessage(
  source: OutputSource,
  id: number,
  { language, now }: { language: OutputLanguage; now: number },
): Promise<HandOffMessage> {
  const ticket = await source.loadTicket(systemActor, id);
  const { facts, events } = ticket;
  const context = await contextFor(source, ticket, { language, isRevealed: false, now });
  const paper = paperOf(ticket, context);
  const playbook = source.playbook(facts.playbook.id, facts.playbook.version);
  return {
    facts,
    handedOffAt: events.findLast(({ type }) => type === 'handoff.made')?.seq ?? null,
    lines: handOffLines(paper, handOffForm(playbook, ticket)),
    addressee: handOffAddressee(paper),
  };
}
