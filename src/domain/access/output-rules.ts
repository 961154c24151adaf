import type { Actor } from '../ticket/actor.ts';
import { rolesOf } from '../ticket/actor.ts';
import type { TicketFacts } from '../ticket/state.ts';
import { customerAccess } from './customer-rules.ts';

/**
 * Who may have contacts written out in what is printed or downloaded, giving a reason. In the forms of one ticket: whoever may
 * reveal its customer. In a table over many tickets: only those who answer for the service.
 */
export function mayRevealInForms(actor: Actor, facts: Pick<TicketFacts, 'owner'>): boolean {
  const access = customerAccess(actor, 'reveal');
  if (access.is !== 'if-tied') return access.is === 'allowed';
  return actor.kind === 'staff' && facts.owner === actor.id;
}

export function mayRevealInTables(actor: Actor): boolean {
  return rolesOf(actor).includes('supervisor');
}
