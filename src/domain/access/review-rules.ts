import type { StaffRole } from '../playbook/schema-parts.ts';
import { type Actor, rolesOf } from '../ticket/actor.ts';

/** Reviews name who did well and who did not: they are for those who answer for the work. */
export const reviewers: readonly StaffRole[] = ['supervisor', 'quality', 'manager', 'admin'];

export function mayReview(actor: Actor): boolean {
  return actor.kind === 'system' || rolesOf(actor).some((role) => reviewers.includes(role));
}
