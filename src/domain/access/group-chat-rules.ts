import type { Actor } from '../ticket/actor.ts';
import type { TicketFacts } from '../ticket/state.ts';
import { holdsRole } from './ticket-rules.ts';

const again = ['agent', 'supervisor', 'interface', 'owner', 'contact'] as const;

/** Who may have a hand-off posted once more that could not be posted: both sides of it. */
export function mayPostAgain(actor: Actor, facts: Pick<TicketFacts, 'department' | 'owner' | 'registeredBy'>): boolean {
  return again.some((role) => holdsRole(actor, facts, role));
}
