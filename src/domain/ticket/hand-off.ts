import { departmentParty, isTaskOpen, nothingUnderWay } from '../coordination/state.ts';
import { usesOf } from '../coordination/uses.ts';
import type { CompiledPlaybook } from '../playbook/compile.ts';
import { Refusal } from '../refusal.ts';
import { checkFuture } from './check-time.ts';
import { copiedTo } from './collaborators.ts';
import type { DecisionContext, Directory } from './context.ts';
import type { Happening } from './events.ts';
import type { TicketFacts } from './state.ts';
import { suggestedDepartments } from './suggested-departments.ts';

/** Handing a ticket to a department, by a form or by itself. */

export type HandOffOrder = {
  department: string;
  owner: number | null;
  collaborators: number[];
  deadline: number | null;
  requirement: string;
};
type OrderField = 'department' | 'owner' | 'collaborators' | 'deadline';

/**
 * The hand-off, the parties that answers given before name besides, and where the playbook says so a task for each collaborator who has none yet.
 * @throws Refusal handoff.*, time.not-in-future, ticket.resolved; `fieldOf` says what the person's input calls a part of the order
 */
export function handOffHappenings(
  context: DecisionContext,
  facts: TicketFacts,
  order: HandOffOrder,
  fieldOf: (part: OrderField) => string,
): Happening[] {
  const made = [
    handOffHappening(context, facts, order, fieldOf),
    ...partiesBeside(context, facts, order.department).map(partyNamed),
  ];
  if (!context.playbook.source.coordination?.collaboratorTasks) return made;
  const { tasks } = facts.coordination ?? nothingUnderWay;
  const isBusy = (id: number) => tasks.some((task) => task.owner === id && isTaskOpen(task));
  const asked = [...new Set(order.collaborators)].filter((id) => id !== order.owner && !isBusy(id));
  const first = (tasks.at(-1)?.id ?? 0) + 1;
  return [...made, ...asked.map((id, index) => collaboration(context, order, id, first + index))];
}

/** The other departments that the answers so far name; they take part from the hand-off on, but for those that were dropped since. */
function partiesBeside({ playbook, directory }: DecisionContext, facts: TicketFacts, responsible: string): string[] {
  if (!usesOf(playbook).has('parties')) return [];
  const { parties, dropped = [] } = facts.coordination ?? nothingUnderWay;
  const isThere = (code: string) =>
    code === responsible ||
    dropped.includes(departmentParty(code)) ||
    parties.some(({ department }) => department === code);
  return suggestedDepartments(playbook, facts).filter((code) => !isThere(code) && directory.department(code)?.isActive);
}

function partyNamed(department: string): Happening {
  const data = {
    party: departmentParty(department),
    kind: 'department' as const,
    role: 'involved' as const,
    department,
  };
  return { type: 'party.named', data, text: { name: '', contact: '', why: '' } };
}

function collaboration({ directory }: DecisionContext, order: HandOffOrder, owner: number, task: number): Happening {
  const own = directory.staff(owner)?.departments ?? [];
  const department = own.includes(order.department) ? order.department : (own[0] ?? order.department);
  const data = { task, department, owner, due: order.deadline, cause: 'collaboration' as const, of: null };
  return { type: 'task.assigned', data, text: { what: order.requirement } };
}

function handOffHappening(
  context: DecisionContext,
  facts: TicketFacts,
  order: HandOffOrder,
  fieldOf: (part: OrderField) => string,
): Happening {
  const { department, owner, deadline, requirement } = order;
  checkDepartment(context.directory, department, fieldOf('department'));
  checkOwner(context.directory, department, owner, fieldOf('owner'));
  for (const [index, id] of order.collaborators.entries()) {
    if (!context.directory.staff(id)?.isActive)
      throw new Refusal('handoff.owner-unknown', `${fieldOf('collaborators')}.${index}`, { owner: id });
  }
  checkFuture(context, deadline, fieldOf('deadline'));
  // The work is done: a deadline for it could only run over.
  if (deadline !== null && facts.status === 'resolved') throw new Refusal('ticket.resolved', fieldOf('deadline'));
  const collaborators = copiedTo(context.playbook, { ...facts, owner, collaborators: order.collaborators });
  return { type: 'handoff.made', data: { department, owner, collaborators, deadline }, text: { requirement } };
}

/** Whether the ticket is handed off in just this way already; what is asked of the owner may be worded anew. */
export function isHandedOffAs(playbook: CompiledPlaybook, facts: TicketFacts, order: HandOffOrder): boolean {
  const { department, owner, deadline } = order;
  if (!facts.isHandedOff || department !== facts.department || deadline !== facts.deadline) return false;
  const collaborators = copiedTo(playbook, { ...facts, owner, collaborators: order.collaborators });
  const areSame =
    collaborators.length === facts.collaborators.length &&
    collaborators.every((id) => facts.collaborators.includes(id));
  return owner === facts.owner && areSame;
}

export function checkDepartment(directory: Directory, department: string, field: string): void {
  if (directory.department(department)?.isActive) return;
  const message = `there is no active department ${department}`;
  throw new Refusal('handoff.department-unknown', field, { department }, message);
}

/** The owner must be able to take the work: active, and of the department that it is handed to. */
export function checkOwner(directory: Directory, department: string, owner: number | null, field: string): void {
  if (owner === null) return;
  const entry = directory.staff(owner);
  if (!entry?.isActive)
    throw new Refusal('handoff.owner-unknown', field, { owner }, `there is no active member of staff ${owner}`);
  if (!entry.departments.includes(department)) {
    const message = `${entry.name} does not belong to ${department}`;
    throw new Refusal('handoff.owner-elsewhere', field, { owner, department }, message);
  }
}
