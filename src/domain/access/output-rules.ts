import type { StaffRole } from '../playbook/schema-parts.ts';
import { type Actor, rolesOf } from '../ticket/actor.ts';

/**
 * Who may have contacts written out in what is printed or downloaded, giving a reason. One ticket's forms: those who talk to
 * customers. A table over many tickets: those who answer for the service.
 */
const revealers = {
  ticket: ['agent', 'supervisor', 'admin'],
  table: ['supervisor', 'manager', 'admin'],
} as const satisfies Record<string, readonly StaffRole[]>;

export function mayRevealIn(kind: keyof typeof revealers, actor: Actor): boolean {
  const allowed: readonly StaffRole[] = revealers[kind];
  return rolesOf(actor).some((role) => allowed.includes(role));
}

export function revealersOf(kind: keyof typeof revealers): readonly StaffRole[] {
  return revealers[kind];
}
