import type { Role, StaffRole } from '../playbook/schema-parts.ts';
import { type Actor, rolesOf } from '../ticket/actor.ts';
import type { CommandName } from '../ticket/commands.ts';
import type { TicketFacts } from '../ticket/state.ts';

/**
 * Who may read and do what with tickets: one table for lists, details, search, exports and the live stream.
 * Departments see what was handed to them; service staff, quality and management see all.
 */

const readsAll: readonly StaffRole[] = ['agent', 'supervisor', 'quality', 'manager', 'admin'];
const registers: readonly StaffRole[] = ['agent', 'supervisor', 'admin'];
const ofDepartment: ReadonlySet<Role> = new Set<Role>(['specialist', 'contact']);

/** `customer` is the customer through the portal, `collaborator` whoever was asked to help, of whatever department. */
type Party = Role | 'customer' | 'collaborator';

/**
 * Parties by command. A form has its stage's roles besides, classifying and handing off those of the stages whose forms say so
 * (`ticket/actions.ts`); who may extend is the playbook's word alone.
 */
const who: Record<CommandName, readonly Party[]> = {
  'submit-form': ['supervisor'],
  classify: ['supervisor'],
  'hand-off': ['supervisor', 'contact', 'owner'],
  accept: ['owner', 'contact', 'specialist', 'supervisor'],
  bounce: ['owner', 'contact', 'specialist', 'supervisor'],
  'record-progress': ['agent', 'supervisor', 'specialist', 'contact', 'owner', 'collaborator'],
  'inform-customer': ['agent', 'supervisor', 'specialist', 'contact', 'owner'],
  'record-reply': ['agent', 'supervisor', 'specialist', 'contact', 'owner', 'customer'],
  chase: ['agent', 'supervisor', 'customer'],
  'add-note': ['agent', 'supervisor', 'specialist', 'contact', 'quality', 'manager', 'owner', 'collaborator'],
  'start-wait': ['agent', 'supervisor', 'specialist', 'contact', 'owner'],
  'end-wait': ['agent', 'supervisor', 'specialist', 'contact', 'owner'],
  extend: [],
  rate: ['agent', 'supervisor', 'customer'],
  reopen: ['agent', 'supervisor'],
  escalate: ['agent', 'supervisor', 'specialist', 'contact', 'owner'],
  dismiss: ['supervisor'],
  'link-incident': ['agent', 'supervisor', 'manager'],
  'unlink-incident': ['agent', 'supervisor', 'manager'],
};

export type ReadScope =
  | { kind: 'all' }
  | { kind: 'departments'; departments: readonly string[]; staff: number | null }
  | { kind: 'none' };

/** What an actor may read; stores turn it into SQL, `mayRead` is the same rule for one ticket. */
export function readScope(actor: Actor): ReadScope {
  if (actor.kind === 'system') return { kind: 'all' };
  if (actor.kind === 'customer') return { kind: 'none' };
  if (actor.roles.some((role) => readsAll.includes(role))) return { kind: 'all' };
  return { kind: 'departments', departments: actor.departments, staff: actor.kind === 'staff' ? actor.id : null };
}

export function mayRead(
  actor: Actor,
  facts: Pick<TicketFacts, 'department' | 'owner' | 'collaborators' | 'customerId'>,
): boolean {
  if (actor.kind === 'customer') return actor.id === facts.customerId;
  const scope = readScope(actor);
  if (scope.kind !== 'departments') return scope.kind === 'all';
  if (facts.department !== null && scope.departments.includes(facts.department)) return true;
  return scope.staff !== null && (facts.owner === scope.staff || facts.collaborators.includes(scope.staff));
}

export function mayRegister(actor: Actor): boolean {
  return (
    actor.kind === 'customer' || actor.kind === 'system' || rolesOf(actor).some((role) => registers.includes(role))
  );
}

export function mayCommand(actor: Actor, facts: TicketFacts, command: CommandName): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'customer') return who[command].includes('customer') && actor.id === facts.customerId;
  return who[command].some((party) => isParty(actor, facts, party));
}

function isParty(actor: Actor, facts: TicketFacts, party: Party): boolean {
  if (party === 'customer') return false;
  if (party === 'collaborator') return actor.kind === 'staff' && facts.collaborators.includes(actor.id);
  return holdsRole(actor, facts, party);
}

/** Whether the actor holds a role towards this ticket. An administrator may do what a supervisor may. */
export function holdsRole(
  actor: Actor,
  facts: Pick<TicketFacts, 'department' | 'owner' | 'registeredBy'>,
  role: Role,
): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'customer') return false;
  if (role === 'owner') return actor.kind === 'staff' && actor.id === facts.owner;
  if (role === 'interface') return actor.kind === 'staff' && actor.id === facts.registeredBy;
  if (role === 'supervisor' && actor.roles.includes('admin')) return true;
  if (!actor.roles.includes(role)) return false;
  return !ofDepartment.has(role) || (facts.department !== null && actor.departments.includes(facts.department));
}
