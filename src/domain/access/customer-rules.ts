import type { StaffRole } from '../playbook/schema-parts.ts';
import { type Actor, rolesOf } from '../ticket/actor.ts';

/**
 * Who may do what with customers: one table for look-up, page, change, reveal and erasure. `through` widens it to those whom a ticket of that
 * customer concerns.
 */
export type CustomerAction = 'read' | 'change' | 'reveal' | 'erase';
export type TicketTie = 'readable' | 'owned';

type Rule = { roles: readonly StaffRole[]; through: TicketTie | null };

const rules: Record<CustomerAction, Rule> = {
  read: { roles: ['agent', 'supervisor', 'quality', 'manager', 'admin'], through: 'readable' },
  change: { roles: ['agent', 'supervisor', 'admin'], through: null },
  // Seeing how to reach a person is for those who have to: an administrator as such does not.
  reveal: { roles: ['agent', 'supervisor'], through: 'owned' },
  erase: { roles: ['supervisor', 'admin'], through: null },
};

/** `if-tied`: only when a ticket of the customer is readable for, or owned by, this actor. */
export type CustomerAccess = { is: 'allowed' } | { is: 'refused' } | { is: 'if-tied'; tie: TicketTie };

export function customerAccess(actor: Actor, action: CustomerAction): CustomerAccess {
  if (actor.kind === 'system') return { is: 'allowed' };
  if (actor.kind === 'customer' || actor.kind === 'party') return { is: 'refused' };
  const { roles, through } = rules[action];
  const held = rolesOf(actor);
  if (held.some((role) => roles.includes(role))) return { is: 'allowed' };
  return through === null ? { is: 'refused' } : { is: 'if-tied', tie: through };
}
