import type { StaffRole } from '../playbook/schema-parts.ts';
import { Refusal } from '../refusal.ts';
import { type Actor, rolesOf } from '../ticket/actor.ts';

/** Reviews name who did well and who did not: they are for those who answer for the work. */
export const reviewers: readonly StaffRole[] = ['supervisor', 'quality', 'manager', 'admin'];
/** What a review comes to is for those to write down who can have it done. */
const noteWriters: readonly StaffRole[] = ['supervisor', 'manager', 'admin'];

export function mayReview(actor: Actor): boolean {
  return actor.kind === 'system' || rolesOf(actor).some((role) => reviewers.includes(role));
}

export function mayWriteReviewNotes(actor: Actor): boolean {
  return rolesOf(actor).some((role) => noteWriters.includes(role));
}

/** @throws Refusal auth.forbidden, naming the roles that would do */
export function demandReviewNotes(actor: Actor): void {
  if (!mayWriteReviewNotes(actor)) throw new Refusal('auth.forbidden', '', { roles: noteWriters });
}
