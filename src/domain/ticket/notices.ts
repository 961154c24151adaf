import { coordinationNotice } from '../coordination/notices.ts';
import type { CompiledPlaybook } from '../playbook/compile.ts';
import type { Role } from '../playbook/schema-parts.ts';
import { chasePromise } from './chase.ts';
import type { Directory } from './context.ts';
import type { EventOf, TicketEvent } from './events.ts';
import type { NoticeKind } from './notice-kinds.ts';
import { department, line, owner, registrar, resolveRole, responsible, service, supervisors } from './recipients.ts';
import type { TicketFacts } from './state.ts';

/** One line in one person's inbox. `clock` and `due` (epoch ms) where it is about a promise. */
export type TicketNotice = {
  staffId: number;
  kind: NoticeKind;
  eventSeq: number;
  clock: string | null;
  due: number | null;
};
type NoticeContext = { playbook: Pick<CompiledPlaybook, 'stage' | 'clock'>; directory: Directory };

type Draft = { kind: NoticeKind; to: readonly number[]; clock?: string; due?: number | null };

/**
 * Who is to hear of these events of a ticket. `state` is the ticket after them. Each person hears once of an event, never of what they
 * did themselves, and only while they are active.
 */
export function noticesOf(
  events: readonly TicketEvent[],
  state: TicketFacts,
  directory: Directory,
  playbook: NoticeContext['playbook'],
): TicketNotice[] {
  const context = { directory, playbook };
  const notices = events.flatMap((event) => {
    if (event.type === 'attachment.added' && !isNews(events, event)) return [];
    const draft = draftOf(context, state, event);
    if (!draft) return [];
    const actor = event.actor.kind === 'staff' ? event.actor.id : null;
    const to = new Set(draft.to.filter((id) => id !== actor && directory.staff(id)?.isActive));
    const { kind, clock = null, due = null } = draft;
    return [...to].map((staffId) => ({ staffId, kind, eventSeq: event.seq, clock, due }));
  });
  return notices.filter((notice) => !isToldBetter(notice, notices));
}

/** Everybody hears once: not that it is their turn, nor of a breach, when another line to them says so and more. */
function isToldBetter({ kind, staffId, clock }: TicketNotice, all: readonly TicketNotice[]): boolean {
  const others = all.filter((one) => one.staffId === staffId && one.kind !== kind);
  if (kind === 'turn') return others.length > 0;
  return kind === 'breached' && others.some((one) => one.kind === 'escalated' && one.clock === clock);
}

/** Files that come along with words have been told of with them; of several that come alone, the first tells. */
function isNews(events: readonly TicketEvent[], event: EventOf<'attachment.added'>): boolean {
  if (event.actor.kind !== 'customer') return false;
  return events.find(({ type }) => type === 'customer.replied' || type === 'attachment.added') === event;
}

function draftOf(context: NoticeContext, state: TicketFacts, event: TicketEvent): Draft | null {
  const { directory } = context;
  switch (event.type) {
    case 'stage.entered':
      return { kind: 'turn', to: serviceTurn(context, state, event) };
    case 'handoff.made':
      return { kind: 'assigned', to: assignees(directory, event) };
    case 'handoff.declined':
      return { kind: 'declined', to: [...registrar(state), ...supervisors(directory, state)] };
    case 'handoff.bounced':
      return { kind: 'bounced', to: [...registrar(state), ...supervisors(directory, state)] };
    // What was waited for did not come: the promise runs again, and somebody has to do something.
    case 'wait.ended':
      return event.actor.kind === 'system' ? { kind: 'waited', to: responsibleNow(context, state) } : null;
    case 'customer.replied':
    case 'attachment.added':
      return { kind: 'replied', to: awaiting(context, state) };
    case 'customer.chased':
      return { kind: 'chased', to: awaiting(context, state), ...chasePromise(context.playbook, state.clocks) };
    case 'callback.made':
      if (event.data.isSatisfied) return null;
      return { kind: 'dissatisfied', to: startingAgain(directory, state) };
    // The incident did not end it: whoever has the ticket goes on with it.
    case 'incident.unlinked':
      return event.data.cause === 'removed' ? null : { kind: 'incident-returned', to: awaiting(context, state) };
    case 'ticket.escalated':
      return { kind: 'escalated', to: escalatedTo(context, state, event), clock: event.data.clock ?? undefined };
    case 'clock.warned': {
      const { clock, due } = event.data;
      const isService = context.playbook.clock(clock).appraises === 'service';
      return { kind: 'warned', to: isService ? service(directory, state) : responsibleNow(context, state), clock, due };
    }
    case 'clock.breached':
      return breached(context, state, event);
    case 'clock.laddered': {
      const { clock, cycle, tell } = event.data;
      const to = told(context, state, tell as Role[], clock);
      return { kind: 'breached', to, clock, due: dueOf(state, clock, cycle) };
    }
    default:
      return coordinationNotice(directory, state, event);
  }
}

/** Main owner and collaborators; without an owner whoever takes in the department's work. */
function assignees(directory: Directory, { data }: EventOf<'handoff.made'>): number[] {
  const first = data.owner === null ? department(directory, data.department) : [data.owner];
  return [...first, ...data.collaborators];
}

/** What comes back from a department waits for whoever registered it; a department is told of a hand-off instead. */
function serviceTurn(
  { directory, playbook }: NoticeContext,
  state: TicketFacts,
  { data }: EventOf<'stage.entered'>,
): number[] {
  // The end of an incident tells the customers itself, of however many tickets.
  if (data.stage !== state.stage || state.department === null || state.isResultTold) return [];
  const { who } = playbook.stage(data.stage);
  return who.includes('agent') || who.includes('interface') ? [...service(directory, state)] : [];
}

/** Those who did the work, and the service side, who hand it on a second time: neither sees by itself that it starts again. */
function startingAgain(directory: Directory, state: TicketFacts): number[] {
  const service = { ...state, owner: null };
  return [
    ...supervisors(directory, state),
    ...owner(directory, state),
    ...registrar(state),
    ...supervisors(directory, service),
  ];
}

/** Whoever the customer is waiting for; a portal request that nobody took up yet goes to those who take up such requests. */
function awaiting(context: NoticeContext, state: TicketFacts): readonly number[] {
  const first = [...owner(context.directory, state)];
  if (first.length > 0) return first;
  const registered = registrar(state).filter((id) => context.directory.staff(id)?.isActive);
  return registered.length > 0 ? registered : responsibleNow(context, state);
}

/** The ladder of the playbook says who is told, from its first step on. A clock without one tells whoever has the ticket. */
function breached(context: NoticeContext, state: TicketFacts, { data }: EventOf<'clock.breached'>): Draft | null {
  if (context.playbook.clock(data.clock).breach.length > 0) return null;
  return { kind: 'breached', to: responsibleNow(context, state), clock: data.clock, due: data.due };
}

/** A breach is never told to nobody; the supervisor is that of whoever is late. */
function told(
  context: NoticeContext,
  state: TicketFacts,
  roles: readonly Role[],
  clock: string | null,
): readonly number[] {
  const { directory } = context;
  const late = whoIsLate(context, state, clock);
  const to = roles.flatMap((role) => resolveRole(directory, role === 'supervisor' ? late : state, role));
  return to.length > 0 ? to : directory.withRole('supervisor');
}

/**
 * By whose reporting line a promise that has run over climbs: that of the owner, or of whoever takes in the work of a department in which nobody
 * has taken it up yet; of a promise of the service side, that of whoever registered the ticket.
 */
function whoIsLate({ directory, playbook }: NoticeContext, state: TicketFacts, clock: string | null): TicketFacts {
  const side = clock === null ? undefined : playbook.clock(clock).appraises;
  if (side === 'service') return { ...state, owner: null };
  if (side !== 'department' || state.owner !== null || state.department === null) return state;
  const takers = department(directory, state.department);
  return { ...state, owner: takers.find((id) => directory.staff(id)?.supervisor != null) ?? takers[0] ?? null };
}

/** Each further escalation climbs one step of the reporting line, up to its top. */
function escalatedTo(
  context: NoticeContext,
  state: TicketFacts,
  { actor, data }: EventOf<'ticket.escalated'>,
): readonly number[] {
  const { to, level, clock } = data;
  const { directory } = context;
  if (to !== 'supervisor') return told(context, state, [to as Role], clock);
  const above = line(directory, whoIsLate(context, state, clock)).filter(
    (id) => actor.kind !== 'staff' || id !== actor.id,
  );
  const climbed = above[Math.min(Math.max(level, 1), above.length) - 1];
  return climbed === undefined ? directory.withRole('supervisor') : [climbed];
}

function responsibleNow({ directory, playbook }: NoticeContext, state: TicketFacts): readonly number[] {
  return responsible(directory, state, playbook.stage(state.stage).who);
}

function dueOf(state: TicketFacts, clock: string, cycle: number): number | null {
  return state.clocks.find((run) => run.clock === clock && run.cycle === cycle)?.due ?? null;
}
