import { type KnownPerson, nobodyKnown } from '../../../domain/case/find-known.ts';
import { personOf, type TicketSource } from '../../../domain/case/from-ticket.ts';
import { profileOf } from '../customers/index.ts';
import { contextOf, type LoadedTicket } from '../tickets/index.ts';
import type { CaseDeps } from './deps.ts';

/** The ticket as a case is made from it. */
export function sourceOf({ engine }: CaseDeps, { state, customer }: LoadedTicket): TicketSource {
  const { name, contact, number } = profileOf(engine.ring, customer);
  const { text, ...facts } = state;
  return { playbook: contextOf(engine, state).playbook, facts, text, customer: { name, contact, number } };
}

/** The person whom a case must not name: whose ticket it was learned from. Nothing is known of one who was erased. */
export async function personOfTicket(deps: CaseDeps, ticketId: number): Promise<KnownPerson> {
  const [loaded] = await deps.loadTickets([ticketId]);
  return loaded ? personOf(sourceOf(deps, loaded)) : nobodyKnown;
}
