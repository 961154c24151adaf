import { departmentsOf, staffOf } from '../coordination/state.ts';
import type { Role, StaffRole } from '../playbook/schema-parts.ts';
import { type Actor, rolesOf } from '../ticket/actor.ts';
import type { CommandName } from '../ticket/commands.ts';
import { actingRole } from '../ticket/interface.ts';
import type { TicketAttachment, TicketFacts } from '../ticket/state.ts';

/**
 * Who may read and do what with tickets: one table for lists, details, search, exports and the live stream.
 * Departments see what was handed to them; service staff, quality and management see all.
 */

const readsAll: readonly StaffRole[] = ['agent', 'supervisor', 'quality', 'manager', 'admin'];
const registers: readonly StaffRole[] = ['agent', 'supervisor', 'admin'];
const ofDepartment: ReadonlySet<Role> = new Set<Role>(['specialist', 'contact']);

/**
 * `customer` is the customer through the portal, `collaborator` whoever was asked to help, of whatever department; `involved` is staff that has
 * a part in what is under way between departments, `link` whoever was sent a link to answer by.
 */
type Party = Role | 'customer' | 'collaborator' | 'involved' | 'link';

/** Who runs the work between departments; and who of the others may answer for their own part of it. */
const coordinators: readonly Party[] = ['agent', 'supervisor', 'owner', 'contact', 'interface'];
const answerers: readonly Party[] = ['agent', 'supervisor', 'owner', 'contact', 'specialist', 'interface', 'involved'];

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
  decline: ['owner', 'contact', 'specialist', 'supervisor'],
  'settle-date': ['agent', 'supervisor', 'interface'],
  'report-obstacle': ['owner', 'contact', 'specialist', 'supervisor', 'collaborator', 'involved'],
  'record-progress': ['agent', 'supervisor', 'specialist', 'contact', 'owner', 'collaborator', 'involved'],
  'inform-customer': ['agent', 'supervisor', 'specialist', 'contact', 'owner'],
  'record-reply': ['agent', 'supervisor', 'specialist', 'contact', 'owner', 'customer'],
  chase: ['agent', 'supervisor', 'customer'],
  'add-note': [
    'agent',
    'supervisor',
    'specialist',
    'contact',
    'quality',
    'manager',
    'owner',
    'collaborator',
    'involved',
  ],
  attach: [
    'agent',
    'supervisor',
    'specialist',
    'contact',
    'quality',
    'manager',
    'owner',
    'collaborator',
    'involved',
    'customer',
  ],
  'start-wait': ['agent', 'supervisor', 'specialist', 'contact', 'owner'],
  'end-wait': ['agent', 'supervisor', 'specialist', 'contact', 'owner'],
  extend: [],
  rate: ['agent', 'supervisor', 'customer'],
  reopen: ['agent', 'supervisor'],
  escalate: ['agent', 'supervisor', 'specialist', 'contact', 'owner'],
  dismiss: ['supervisor'],
  'link-incident': ['agent', 'supervisor', 'manager'],
  'unlink-incident': ['agent', 'supervisor', 'manager'],
  'name-party': coordinators,
  'drop-party': coordinators,
  'note-contact': coordinators,
  'assign-task': coordinators,
  'accept-task': answerers,
  'decline-task': answerers,
  'finish-task': answerers,
  'cancel-task': coordinators,
  'send-letter': coordinators,
  'answer-letter': [...answerers, 'link'],
  'settle-letter': coordinators,
  'withdraw-letter': coordinators,
  'call-meeting': coordinators,
  'record-minutes': answerers,
  'cancel-meeting': coordinators,
  'circulate-solution': coordinators,
  'answer-solution': [...answerers, 'customer', 'link'],
  'overrule-solution': ['supervisor'],
  'cite-case': ['agent', 'supervisor', 'specialist', 'contact', 'quality', 'owner', 'collaborator'],
};

export type ReadScope =
  | { kind: 'all' }
  | { kind: 'departments'; departments: readonly string[]; staff: number | null }
  | { kind: 'none' };

/** What an actor may read; stores turn it into SQL, `mayRead` is the same rule for one ticket. */
export function readScope(actor: Actor): ReadScope {
  if (actor.kind === 'system') return { kind: 'all' };
  if (actor.kind === 'customer' || actor.kind === 'party') return { kind: 'none' };
  if (actor.roles.some((role) => readsAll.includes(role))) return { kind: 'all' };
  return { kind: 'departments', departments: actor.departments, staff: actor.kind === 'staff' ? actor.id : null };
}

export function mayRead(actor: Actor, facts: Readable): boolean {
  if (actor.kind === 'customer') return actor.id === facts.customerId;
  if (actor.kind === 'party') return actor.id === facts.id;
  const scope = readScope(actor);
  if (scope.kind !== 'departments') return scope.kind === 'all';
  if (facts.department !== null && scope.departments.includes(facts.department)) return true;
  if (isInvolved(facts, scope)) return true;
  return scope.staff !== null && (facts.owner === scope.staff || facts.collaborators.includes(scope.staff));
}

/** Departments and people who have a part in what is under way between departments. */
export type Involved = { departments: readonly string[]; staff: readonly number[] };

export function involvedOf({ coordination }: Pick<TicketFacts, 'coordination'>): Involved {
  if (!coordination) return { departments: [], staff: [] };
  return { departments: departmentsOf(coordination), staff: staffOf(coordination) };
}

/** What of a ticket decides who may read it; `involved` stands for the coordination where that is not at hand. */
type Readable = Pick<TicketFacts, 'id' | 'department' | 'owner' | 'collaborators' | 'customerId'> &
  (Pick<TicketFacts, 'coordination'> | { involved: Involved });

/** The customer sees what they sent themselves and what was shown to them; other parties get what they need with their letters. */
export function mayReadAttachment(
  actor: Actor,
  facts: Readable,
  attachment: Pick<TicketAttachment, 'isShown'>,
): boolean {
  if (actor.kind === 'party' || !mayRead(actor, facts)) return false;
  return actor.kind !== 'customer' || attachment.isShown;
}

function isInvolved(
  facts: Pick<TicketFacts, 'coordination'> | { involved: Involved },
  { departments, staff }: { departments: readonly string[]; staff: number | null },
): boolean {
  const involved = 'involved' in facts ? facts.involved : involvedOf(facts);
  if (involved.departments.some((code) => departments.includes(code))) return true;
  return staff !== null && involved.staff.includes(staff);
}

export function mayRegister(actor: Actor): boolean {
  return (
    actor.kind === 'customer' || actor.kind === 'system' || rolesOf(actor).some((role) => registers.includes(role))
  );
}

export function mayCommand(actor: Actor, facts: TicketFacts, command: CommandName): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'customer') return who[command].includes('customer') && actor.id === facts.customerId;
  if (actor.kind === 'party') return who[command].includes('link') && actor.id === facts.id;
  return who[command].some((party) => isParty(actor, facts, party));
}

function isParty(actor: Actor, facts: TicketFacts, party: Party): boolean {
  if (party === 'customer' || party === 'link') return false;
  if (party === 'involved') {
    if (actor.kind !== 'staff' && actor.kind !== 'program') return false;
    return isInvolved(facts, { departments: actor.departments, staff: actor.kind === 'staff' ? actor.id : null });
  }
  if (party === 'collaborator') return actor.kind === 'staff' && facts.collaborators.includes(actor.id);
  return holdsRole(actor, facts, party);
}

/**
 * Whether the actor holds a role towards this ticket. An administrator may do what a supervisor may; while nobody is the interface yet, any agent
 * may do what it does.
 */
export function holdsRole(
  actor: Actor,
  facts: Pick<TicketFacts, 'department' | 'owner' | 'registeredBy'>,
  role: Role,
): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'customer' || actor.kind === 'party') return false;
  if (role === 'owner') return actor.kind === 'staff' && actor.id === facts.owner;
  const acting = actingRole(role, facts);
  if (acting === 'interface') return actor.kind === 'staff' && actor.id === facts.registeredBy;
  if (acting === 'supervisor' && actor.roles.includes('admin')) return true;
  if (!actor.roles.includes(acting)) return false;
  return !ofDepartment.has(acting) || (facts.department !== null && actor.departments.includes(facts.department));
}
