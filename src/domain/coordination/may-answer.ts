import { holdsRole } from '../access/ticket-rules.ts';
import { Refusal } from '../refusal.ts';
import { type Actor, rolesOf } from '../ticket/actor.ts';
import type { TicketFacts } from '../ticket/state.ts';
import { customerParty, nothingUnderWay, type Party, type Task } from './state.ts';

/** Who may speak for a party, and who may work on a task. */

/** A department speaks for itself, or its supervisor for it; what customers and outsiders say by phone the service side records. */
export function mayAnswerFor(actor: Actor, facts: TicketFacts, party: Party): boolean {
  switch (actor.kind) {
    case 'system':
      return true;
    case 'party':
      return actor.id === facts.id && actor.party === party.id;
    case 'customer':
      return actor.id === facts.customerId && party.kind === 'customer';
    default:
      if (isSupervisor(actor)) return true;
      if (party.kind === 'department') return party.department !== null && actor.departments.includes(party.department);
      return (
        holdsRole(actor, facts, 'agent') || holdsRole(actor, facts, 'owner') || holdsRole(actor, facts, 'interface')
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

function isSupervisor(actor: Actor): boolean {
  const roles = rolesOf(actor);
  return roles.includes('supervisor') || roles.includes('admin');
}

const theCustomer: Party = { id: customerParty, kind: 'customer', role: 'involved', department: null };

/** The customer is a party of every ticket, named or not. @throws Refusal party.unknown */
export function partyOf({ coordination }: TicketFacts, id: string, field: string): Party {
  const { parties } = coordination ?? nothingUnderWay;
  const found = parties.find((party) => party.id === id) ?? (id === customerParty ? theCustomer : undefined);
  if (found) return found;
  const known = [...parties.map((party) => party.id), customerParty];
  throw new Refusal('party.unknown', field, { given: id, known });
}
