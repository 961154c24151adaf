import type { Role } from '../playbook/schema-parts.ts';
import type { EventActor } from './actor.ts';
import type { TicketContext } from './context.ts';
import type { TicketEvent } from './events.ts';
import type { TicketFacts } from './state.ts';

/** Who stands between customer and departments: who becomes it, and who may do its work while nobody is it yet. */

type Unclaimed = Pick<TicketFacts, 'registeredBy' | 'department'>;

/**
 * What customers and programs register by themselves, and what came with an import, has no interface yet: the first who classifies it, hands it
 * off or fills in a form is it from then on. Once a department has it, only whoever fills in a form that is not the department's.
 * @returns the id of the staff member who is the interface after the event, null while nobody is.
 */
export function interfaceAfter(context: TicketContext, state: Unclaimed, event: TicketEvent): number | null {
  if (event.type === 'form.submitted' && isOfService(context, event.data.form)) return claimedBy(state, event.actor);
  return takesUp.has(event.type) ? interfaceAfterHandOff(state, event.actor) : state.registeredBy;
}

/** The same before the event is there: a hand-off copies in whoever becomes the interface by it. */
export function interfaceAfterHandOff(state: Unclaimed, actor: EventActor): number | null {
  return state.department === null ? claimedBy(state, actor) : state.registeredBy;
}

/** While nobody is the interface yet, any agent may do what it does and is told what it would be told. */
export function actingRole<R extends Role>(role: R, { registeredBy }: Pick<Unclaimed, 'registeredBy'>): R | 'agent' {
  return role === 'interface' && registeredBy === null ? 'agent' : role;
}

function claimedBy({ registeredBy }: Unclaimed, actor: EventActor): number | null {
  return registeredBy === null && actor.kind === 'staff' ? actor.id : registeredBy;
}

const takesUp: ReadonlySet<TicketEvent['type']> = new Set(['form.submitted', 'ticket.classified', 'handoff.made']);
const ofDepartments: ReadonlySet<Role> = new Set<Role>(['owner', 'contact', 'specialist']);

function isOfService({ playbook }: TicketContext, form: string): boolean {
  return !playbook.source.stages.some(
    (stage) => stage.form === form && stage.who.some((role) => ofDepartments.has(role)),
  );
}
