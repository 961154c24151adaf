import type { StaffRole } from '../playbook/schema-parts.ts';
import { Refusal } from '../refusal.ts';
import { type Actor, rolesOf } from '../ticket/actor.ts';

/** Who may look into drafts, versions and what they would change, and who may write and publish. Reading what is in force is for all staff. */
export const playbookRights = {
  'playbook.see': ['supervisor', 'manager', 'admin'],
  'playbook.edit': ['manager', 'admin'],
} as const satisfies Record<string, readonly StaffRole[]>;
export type PlaybookRight = keyof typeof playbookRights;

export function mayWithPlaybooks(actor: Actor, right: PlaybookRight): boolean {
  const allowed: readonly StaffRole[] = playbookRights[right];
  return rolesOf(actor).some((role) => allowed.includes(role));
}

/** @throws Refusal auth.forbidden, naming the roles that would do */
export function demandPlaybookRight(actor: Actor, right: PlaybookRight): void {
  if (!mayWithPlaybooks(actor, right)) throw new Refusal('auth.forbidden', '', { roles: playbookRights[right] });
}
