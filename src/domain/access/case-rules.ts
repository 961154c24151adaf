import type { CaseCommandName } from '../case/commands.ts';
import type { CaseState } from '../case/state.ts';
import type { StaffRole } from '../playbook/schema-parts.ts';
import { type Actor, rolesOf } from '../ticket/actor.ts';

/**
 * Who may do what with the case library: one table. Published cases name nobody, so everybody who works here reads them, departments
 * too; what is still being written is seen by those who write and check it.
 */
type Party = StaffRole | 'owner' | 'editor' | 'everybody';

const writers: readonly Party[] = ['agent', 'supervisor', 'specialist', 'contact', 'quality', 'admin'];
const keepers: readonly Party[] = ['owner', 'supervisor', 'quality', 'admin'];
const reviewers: readonly Party[] = ['supervisor', 'quality', 'manager', 'admin'];
const drafters: readonly Party[] = ['owner', 'editor', 'supervisor', 'quality', 'admin'];

const who: Record<CaseCommandName, readonly Party[]> = {
  // A better version may come from anybody who writes cases: it is checked anyway.
  save: writers,
  submit: drafters,
  withdraw: drafters,
  approve: reviewers,
  'send-back': reviewers,
  discard: drafters,
  report: ['everybody'],
  confirm: keepers,
  retire: keepers,
  restore: keepers,
  give: keepers,
};
const seesUnpublished: readonly Party[] = [...new Set([...drafters, ...reviewers])];

/** Rating is a person's: programs have no opinion. */
export const mayRateCases = (actor: Actor): boolean => actor.kind === 'staff' && actor.roles.length > 0;

export function mayMakeCases(actor: Actor): boolean {
  return actor.kind === 'staff' && rolesOf(actor).some((role) => writers.includes(role));
}

export function mayReviewCases(actor: Actor): boolean {
  return actor.kind === 'staff' && rolesOf(actor).some((role) => reviewers.includes(role));
}

export function mayDoWithCase(
  actor: Actor,
  state: Pick<CaseState, 'owner' | 'working'>,
  command: CaseCommandName,
): boolean {
  return actor.kind === 'staff' && who[command].some((party) => isParty(actor, state, party));
}

export function maySeeUnpublished(actor: Actor, state: Pick<CaseState, 'owner' | 'working'>): boolean {
  return actor.kind === 'staff' && seesUnpublished.some((party) => isParty(actor, state, party));
}

type Person = Extract<Actor, { kind: 'staff' }>;

function isParty(actor: Person, { owner, working }: Pick<CaseState, 'owner' | 'working'>, party: Party): boolean {
  if (party === 'everybody') return true;
  if (party === 'owner') return actor.id === owner;
  if (party === 'editor') return working?.editors.includes(actor.id) ?? false;
  return actor.roles.includes(party);
}
