import { holdsRole, mayCommand } from '../access/ticket-rules.ts';
import { Refusal } from '../refusal.ts';
import { type Actor, rolesOf } from '../ticket/actor.ts';
import type { TicketFacts } from '../ticket/state.ts';
import { customerParty, departmentParty, type Meeting, nothingUnderWay, type Party, type Task } from './state.ts';

/** Who may speak for a party, and who may work on a task. */

/**
 * A department speaks for itself: nobody who is not of it answers in its name, a supervisor neither, who can overrule in their own. What
 * customers and outsiders say by phone the service side records.
 */
export function mayAnswerFor(actor: Actor, facts: TicketFacts, party: Party): boolean {
  switch (actor.kind) {
    case 'system':
      return true;
    case 'party':
      return actor.id === facts.id && actor.party === party.id && party.kind !== 'department';
    case 'customer':
      return actor.id === facts.customerId && party.kind === 'customer';
    default:
      if (party.kind === 'department') return party.department !== null && actor.departments.includes(party.department);
      return (
        isSupervisor(actor) ||
        holdsRole(actor, facts, 'agent') ||
        holdsRole(actor, facts, 'owner') ||
        holdsRole(actor, facts, 'interface')
      );
  }
}

/** Its owner, or while nobody owns it anybody of the department; a contact and a supervisor always may. */
export function mayWorkOn(actor: Actor, { department, owner }: Task): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind !== 'staff' && actor.kind !== 'program') return false;
  if (isSupervisor(actor) || (actor.kind === 'staff' && actor.id === owner)) return true;
  if (!actor.departments.includes(department)) return false;
  return owner === null || actor.roles.includes('contact');
}

/** Whoever takes the minutes or was there, and whoever runs the work between departments: the action items give work to others. */
export function mayMinute(actor: Actor, facts: TicketFacts, { minutesTaker, staff }: Meeting): boolean {
  if (actor.kind === 'staff' && (actor.id === minutesTaker || staff.includes(actor.id))) return true;
  return mayCommand(actor, facts, 'call-meeting');
}

function isSupervisor(actor: Actor): boolean {
  const roles = rolesOf(actor);
  return roles.includes('supervisor') || roles.includes('admin');
}

/** Somebody to ask: the customer and the department that has the ticket are parties of it, named or not. @throws Refusal party.unknown */
export function partyOf(facts: TicketFacts, id: string, field: string): Party {
  const { parties } = facts.coordination ?? nothingUnderWay;
  const own = facts.department === null ? [] : [departmentParty(facts.department)];
  const known = [...new Set([...parties.map((party) => party.id), ...own, customerParty])];
  if (!known.includes(id)) throw new Refusal('party.unknown', field, { given: id, known });
  return partyAsked(facts, id);
}

const departmentId = /^department:(.+)$/;

/** Whoever was asked once, also when they have been dropped since: letters and solutions keep naming them. */
export function partyAsked({ coordination }: Pick<TicketFacts, 'coordination'>, id: string): Party {
  const named = coordination?.parties.find((party) => party.id === id);
  if (named) return named;
  if (id === customerParty) return { id, kind: 'customer', role: 'involved', department: null };
  const department = departmentId.exec(id)?.[1] ?? null;
  return { id, kind: department === null ? 'external' : 'department', role: 'involved', department };
}
