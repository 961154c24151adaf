import { Refusal } from '../refusal.ts';
import { checkFuture } from '../ticket/check-time.ts';
import type { DecisionContext } from '../ticket/context.ts';
import type { Happening } from '../ticket/events.ts';
import { checkDepartment, checkOwner } from '../ticket/hand-off.ts';
import type { Makers } from '../ticket/makers.ts';
import type { TicketState } from '../ticket/state.ts';
import { mayWorkOn } from './may-answer.ts';
import { nextId } from './next-id.ts';
import { isTaskOpen, nothingUnderWay, type Task, type TaskCause } from './state.ts';

/** Work that others do for the main owner: each with an owner or department, and a clock of its own. */
export const taskMakers: Makers<'assign-task' | 'accept-task' | 'decline-task' | 'finish-task' | 'cancel-task'> = {
  'assign-task': (context, draft, { department, owner, due, what }) => {
    const order = { department, owner, due, what, cause: 'manual' as const, of: null };
    draft.add([taskHappening(context, draft.state, order, (name) => name)]);
  },
  'accept-task': (context, draft, { task: id, eta, plan }) => {
    const task = workableTask(context, draft.state, id);
    if (task.status === 'accepted') throw new Refusal('task.already-accepted', 'task', { task: id });
    checkFuture(context, eta, 'eta');
    const { actor } = context;
    const owner =
      task.owner ?? (actor.kind === 'staff' && actor.departments.includes(task.department) ? actor.id : null);
    draft.add([{ type: 'task.accepted', data: { task: id, owner, eta }, text: { plan } }]);
  },
  'decline-task': (context, draft, { task: id, reason }) => {
    workableTask(context, draft.state, id);
    draft.add([{ type: 'task.declined', data: { task: id }, text: { reason } }]);
  },
  'finish-task': (context, draft, { task: id, result }) => {
    workableTask(context, draft.state, id);
    draft.add([{ type: 'task.done', data: { task: id }, text: { result } }]);
  },
  'cancel-task': (_, draft, { task: id, reason }) => {
    openTask(draft.state, id);
    draft.add([{ type: 'task.cancelled', data: { task: id }, text: { reason } }]);
  },
};

export type TaskOrder = {
  department: string;
  owner: number | null;
  due: number | null;
  what: string;
  cause: TaskCause;
  of: number | null;
};

/** @throws Refusal handoff.department-unknown, handoff.owner-*, time.not-in-future; `fieldOf` says what the input calls a part */
export function taskHappening(
  context: DecisionContext,
  { coordination }: Pick<TicketState, 'coordination'>,
  { what, ...order }: TaskOrder,
  fieldOf: (part: 'department' | 'owner' | 'due') => string,
): Extract<Happening, { type: 'task.assigned' }> {
  checkDepartment(context.directory, order.department, fieldOf('department'));
  checkOwner(context.directory, order.department, order.owner, fieldOf('owner'));
  checkFuture(context, order.due, fieldOf('due'));
  const task = nextId((coordination ?? nothingUnderWay).tasks, fieldOf('department'));
  return { type: 'task.assigned', data: { task, ...order }, text: { what } };
}

/** @throws Refusal task.unknown, task.ended */
function openTask({ coordination }: TicketState, id: number): Task {
  const task = (coordination ?? nothingUnderWay).tasks.find((one) => one.id === id);
  if (!task) throw new Refusal('task.unknown', 'task', { task: id });
  if (!isTaskOpen(task)) throw new Refusal('task.ended', 'task', { task: id, status: task.status });
  return task;
}

/** @throws Refusal task.unknown, task.ended, task.not-yours */
function workableTask({ actor }: DecisionContext, state: TicketState, id: number): Task {
  const task = openTask(state, id);
  if (!mayWorkOn(actor, task)) throw new Refusal('task.not-yours', 'task', { task: id, department: task.department });
  return task;
}
