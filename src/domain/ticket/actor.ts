import type { StaffRole } from '../playbook/schema-parts.ts';

/**
 * Who acts. Staff and programs (bearer tokens) hold roles; the customer acts through the portal on one ticket, another party
 * through a link that was sent to it (`id` is the ticket, `linkBy` whoever of the staff made the link); the system acts when time passes.
 */
export type Actor =
  | { kind: 'staff'; id: number; roles: readonly StaffRole[]; departments: readonly string[] }
  | { kind: 'program'; id: number; roles: readonly StaffRole[]; departments: readonly string[] }
  | { kind: 'customer'; id: number }
  | { kind: 'party'; id: number; party: string; linkBy: number | null }
  | { kind: 'system' };

/** What an event remembers of its actor; `id` is a staff, token, customer or (of a party) ticket id, null for the system. */
export type EventActor = { kind: Actor['kind']; id: number | null };

export const systemActor: Actor = { kind: 'system' };

export function eventActor(actor: Actor): EventActor {
  return { kind: actor.kind, id: actor.kind === 'system' ? null : actor.id };
}

export function rolesOf(actor: Actor): readonly StaffRole[] {
  return actor.kind === 'staff' || actor.kind === 'program' ? actor.roles : [];
}
