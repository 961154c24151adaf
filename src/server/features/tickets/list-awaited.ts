import type { AwaitedView } from '../../../contract/task.ts';
import { mayRead } from '../../../domain/access/ticket-rules.ts';
import { type Awaited, awaitedOf, departmentKey, staffKey } from '../../../domain/coordination/awaited.ts';
import { solutionSubject } from '../../../domain/coordination/evolve-text.ts';
import { subjectOf } from '../../../domain/coordination/subjects.ts';
import type { Actor } from '../../../domain/ticket/actor.ts';
import { describe } from '../../../domain/ticket/describe.ts';
import type { TicketState } from '../../../domain/ticket/state.ts';
import { contextOf, type Engine } from './engine.ts';
import { ticketsAwaiting } from './store-awaited.ts';
import { loadTickets } from './store-load.ts';
import { iso } from './view.ts';

/** Tickets of one list; who has more waiting works off the soonest first. */
const mostTickets = 100;

/** What waits for a person, by name or by department, over all tickets. */
export async function listAwaited(engine: Engine, actor: Actor): Promise<{ items: AwaitedView[]; isPartial: boolean }> {
  if (actor.kind !== 'staff') return { items: [], isPartial: false };
  const keys = [staffKey(actor.id), ...actor.departments.map(departmentKey)];
  const ids = await ticketsAwaiting(engine.pool, keys, mostTickets + 1);
  const tickets = await loadTickets(engine.pool, engine.ring, ids.slice(0, mostTickets));
  const isMine = ({ staff, department }: Awaited) =>
    staff === actor.id || (department !== null && actor.departments.includes(department));
  const items = tickets
    .filter(({ state }) => mayRead(actor, state))
    .flatMap(({ state }) => once(awaitedOf(state).filter(isMine)).map((one) => viewOf(engine, state, one)));
  const dueOf = ({ due }: AwaitedView) => (due === null ? Number.POSITIVE_INFINITY : Date.parse(due));
  return { items: items.sort((a, b) => dueOf(a) - dueOf(b)), isPartial: ids.length > mostTickets };
}

/** What waits for me by name and for my department as well is one thing to do. */
function once(all: readonly Awaited[]): Awaited[] {
  const byName = all.toSorted((a, b) => Number(a.staff === null) - Number(b.staff === null));
  return byName.filter(
    (one, at) => byName.findIndex(({ kind, item }) => kind === one.kind && item === one.item) === at,
  );
}

function viewOf(engine: Engine, state: TicketState, { kind, item, due, department }: Awaited): AwaitedView {
  const { subject } = describe(contextOf(engine, state).playbook, state, state.text);
  const title = titleOf(state, kind, item);
  const { id, number } = state;
  return {
    ticket: id,
    number,
    subject,
    playbook: state.playbook.id,
    kind,
    item,
    title,
    due: due === null ? null : iso(due),
    department,
  };
}

function titleOf({ text, coordination }: TicketState, kind: Awaited['kind'], item: number): string {
  const said = (subject: string, key: string) => {
    const words = text?.coordination?.[subject]?.[key];
    return typeof words === 'string' ? words : '';
  };
  switch (kind) {
    case 'task':
      return said(subjectOf('task', item), 'what');
    case 'letter':
    case 'settle-letter':
      return said(subjectOf('letter', item), 'demand');
    case 'meeting':
      return said(subjectOf('meeting', item), 'topic');
    case 'solution':
      return coordination ? said(solutionSubject(item), 'summary') : '';
    case 'settle-date':
      return '';
  }
}
