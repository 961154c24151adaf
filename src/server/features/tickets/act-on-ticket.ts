import { mayRead } from '../../../domain/access/ticket-rules.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { type Actor, eventActor } from '../../../domain/ticket/actor.ts';
import type { Upload } from '../../../domain/ticket/attach.ts';
import type { TicketCommand } from '../../../domain/ticket/commands.ts';
import { decide } from '../../../domain/ticket/decide.ts';
import type { Decision } from '../../../domain/ticket/draft.ts';
import { noticesOf } from '../../../domain/ticket/notices.ts';
import type { TicketState } from '../../../domain/ticket/state.ts';
import { openUploads } from '../attachments/index.ts';
import { contextOf, type Engine, tokensAdded } from './engine.ts';
import { changesSince } from './store-events.ts';
import { type LoadedTicket, loadTicket, loadTicketByNumber } from './store-load.ts';
import { type TicketWrite, updateTickets } from './store-write.ts';

/** Races that are lost before a command is given up. */
const mostTries = 5;

/**
 * Gives a command to a ticket. `version` is what the person saw: if somebody has acted since, it is refused with 409 and the version
 * now, so that nothing is decided on a stale page. Null takes the ticket as it is and tries again when it lost a race. `attachments`
 * are ids of uploads that come with it.
 */
export async function actOnTicket(
  engine: Engine,
  actor: Actor,
  id: number,
  version: number | null,
  command: TicketCommand,
  attachments: readonly number[] = [],
): Promise<LoadedTicket> {
  if (command.do === 'dismiss' && command.duplicateOf !== null) await checkOriginal(engine, actor, command.duplicateOf);
  for (let attempt = 1; ; attempt++) {
    const loaded = await loadForActor(engine, actor, id);
    if (version !== null) await checkSeen(engine, loaded.state, version);
    const now = engine.clock.now();
    const isErased = loaded.key === null;
    const context = { ...contextOf(engine, loaded.state), directory: engine.directory, actor, now, isErased };
    const decision = decide(context, loaded.state, command, await uploadsOf(engine, loaded, actor, attachments));
    if (decision.events.length === 0) return loaded;
    const written = await keep(engine, loaded, decision);
    if (written) return { ...loaded, state: decision.state };
    if (attempt === mostTries) throw changedSince(loaded.state, version ?? loaded.state.version);
  }
}

async function uploadsOf(
  { pool, clock, fileLimits }: Engine,
  { state, key }: LoadedTicket,
  actor: Actor,
  ids: readonly number[],
): Promise<Upload[]> {
  if (ids.length > fileLimits.count) {
    throw new Refusal('attachment.too-many', 'attachments', { limit: fileLimits.count });
  }
  const owner = { ticketId: state.id, customerId: state.customerId, actor: eventActor(actor) };
  return openUploads(pool, key, owner, ids, clock.now());
}

async function checkOriginal(engine: Engine, actor: Actor, number: string): Promise<void> {
  const original = await loadTicketByNumber(engine.pool, engine.ring, number);
  if (original && mayRead(actor, original.state)) return;
  throw new Refusal('ticket.duplicate-unknown', 'duplicateOf', { number });
}

/** Warnings and breaches do not make a page stale; what people did since does. */
export async function checkSeen(engine: Engine, state: TicketState, seen: number): Promise<void> {
  if (state.version === seen) return;
  const changes = seen < state.version ? await changesSince(engine.pool, state.id, seen) : [];
  if (seen > state.version || changes.length > 0) throw changedSince(state, seen, changes);
}

function changedSince(state: TicketState, seen: number, changes: readonly unknown[] = []): Refusal {
  return new Refusal('ticket.changed', 'version', { id: state.id, seen, now: state.version, changes });
}

/** Refuses alike what does not exist and what this actor may not read. */
export async function loadForActor(engine: Engine, actor: Actor, id: number): Promise<LoadedTicket> {
  const loaded = await loadTicket(engine.pool, engine.ring, id);
  if (!loaded || !mayRead(actor, loaded.state)) throw new Refusal('ticket.unknown', 'id', { id });
  return loaded;
}

/** Writes what was decided; false when somebody else was first. */
export async function keep(engine: Engine, loaded: LoadedTicket, decision: Decision): Promise<boolean> {
  const write = writeOf(engine, loaded, decision);
  const isWritten = (await updateTickets(engine.pool, [write])).has(loaded.state.id);
  if (isWritten) tellOf(engine, write);
  return isWritten;
}

export function writeOf(engine: Engine, loaded: LoadedTicket, { events, state }: Decision): TicketWrite {
  const context = contextOf(engine, state);
  return {
    context,
    before: loaded.state,
    after: state,
    events,
    head: loaded.head,
    key: loaded.key,
    tokens: tokensAdded(engine, state.id, events),
    notices: noticesOf(events, state, engine.directory, context.playbook),
    idempotency: null,
    newCustomer: null,
  };
}

/** To be told once it has been written. */
export function tellOf(engine: Pick<Engine, 'live'>, { after, notices }: Pick<TicketWrite, 'after' | 'notices'>): void {
  engine.live.tell(
    after,
    notices.map((notice) => notice.staffId),
  );
}
