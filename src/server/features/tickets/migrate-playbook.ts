import type { CompiledPlaybook } from '../../../domain/playbook/compile.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/ticket/actor.ts';
import type { DecisionContext } from '../../../domain/ticket/context.ts';
import { decideTick } from '../../../domain/ticket/decide.ts';
import type { Decision } from '../../../domain/ticket/draft.ts';
import { decideMigration, momentsUnder } from '../../../domain/ticket/migrate-playbook.ts';
import { type MigrationChange, migrationChanges } from '../../../domain/ticket/migration-changes.ts';
import { keep } from './act-on-ticket.ts';
import { contextOf, type Engine } from './engine.ts';
import { readEvents, toEvent } from './store-events.ts';
import { type LoadedTicket, loadTickets } from './store-load.ts';
import { openTicketsNotAt } from './store-migration.ts';

/**
 * Moves running tickets to another version of their playbook, a batch at a time, each with an event that says so. A batch can be interrupted and
 * asked for again: tickets that are moved already are passed over.
 */
export type MigrationOrder = {
  playbook: string;
  to: number;
  stages: Readonly<Record<string, string>>;
  /** Only these; all running ones when null. */
  tickets: readonly number[] | null;
};
export type TicketMigration = {
  id: number;
  number: string;
  from: number;
  stage: string;
  changes: MigrationChange[];
  /** Why it cannot be carried over; it stays under its version then. */
  refusal: Refusal | null;
};
/** `next`: pass it back to go on; null when there are no more. */
export type MigrationBatch = { items: TicketMigration[]; next: number | null };

/** More events than any ticket worked by people has. */
const mostEvents = 5_000;
const mostTries = 5;

/** What would change, ticket by ticket. Nothing is written. */
export async function previewMigration(
  engine: Engine,
  actor: Actor,
  order: MigrationOrder,
  after: number,
  limit: number,
): Promise<MigrationBatch> {
  return eachOf(engine, order, after, limit, async (loaded) => weigh(engine, actor, loaded, order));
}

export async function migrateTickets(
  engine: Engine,
  actor: Actor,
  order: MigrationOrder,
  after: number,
  limit: number,
): Promise<MigrationBatch> {
  return eachOf(engine, order, after, limit, (loaded) => move(engine, actor, loaded, order));
}

async function eachOf(
  engine: Engine,
  order: MigrationOrder,
  after: number,
  limit: number,
  handle: (loaded: LoadedTicket) => Promise<TicketMigration | null>,
): Promise<MigrationBatch> {
  engine.playbooks.get(order.playbook, order.to);
  const ids = await openTicketsNotAt(engine.pool, order, after, limit + 1);
  const batch = ids.slice(0, limit);
  const items: TicketMigration[] = [];
  for (const loaded of await loadTickets(engine.pool, engine.ring, batch)) {
    const item = await handle(loaded);
    if (item) items.push(item);
  }
  items.sort((left, right) => left.id - right.id);
  return { items, next: ids.length > limit ? (batch.at(-1) ?? null) : null };
}

type Weighed = TicketMigration & { decision: Decision | null };

async function weigh(engine: Engine, actor: Actor, loaded: LoadedTicket, order: MigrationOrder): Promise<Weighed> {
  const { state } = loaded;
  const before: DecisionContext = {
    ...contextOf(engine, state),
    directory: engine.directory,
    actor,
    now: engine.clock.now(),
  };
  const after = { ...before, playbook: engine.playbooks.get(order.playbook, order.to) };
  const about = { id: state.id, number: state.number, from: state.playbook.version, stage: state.stage };
  try {
    const history = momentsUnder(await eventsOf(engine, loaded), (version) => versionOf(engine, order, version));
    const decision = decideMigration(before, after, state, { stages: order.stages, history });
    const changes = migrationChanges(
      { playbook: before.playbook, state },
      { playbook: after.playbook, state: decision.state },
      before.now,
    );
    return { ...about, changes, refusal: null, decision };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...about, changes: [], refusal: error, decision: null };
  }
}

function versionOf({ playbooks }: Engine, { playbook }: MigrationOrder, version: number): CompiledPlaybook {
  return playbooks.get(playbook, version);
}

async function eventsOf(engine: Engine, { state, customer }: LoadedTicket) {
  const rows = await readEvents(engine.pool, state.id, 0, mostEvents);
  return rows.map((row) => toEvent(engine.ring, customer.data_key, customer.id, row));
}

/** Null when somebody else closed or moved it in between. */
async function move(
  engine: Engine,
  actor: Actor,
  first: LoadedTicket,
  order: MigrationOrder,
): Promise<TicketMigration | null> {
  let loaded: LoadedTicket | undefined = first;
  for (let attempt = 1; loaded && attempt <= mostTries; attempt++) {
    const { status, playbook, id } = loaded.state;
    if (status === 'closed' || playbook.version === order.to) return null;
    // What is owed under the old version is said under it: its clocks may be unknown to the new one.
    const ticked = await tickFirst(engine, actor, loaded);
    if (ticked) {
      const { decision, ...item } = await weigh(engine, actor, ticked, order);
      if (!decision || (await keep(engine, ticked, decision))) return item;
    }
    [loaded] = await loadTickets(engine.pool, engine.ring, [id]);
  }
  throw new Refusal('ticket.changed', 'version', { id: first.state.id, seen: first.state.version });
}

/** The ticket with all that has fallen due said; null when somebody else was first, and it has to be read anew. */
async function tickFirst(engine: Engine, actor: Actor, loaded: LoadedTicket): Promise<LoadedTicket | null> {
  const { directory, clock } = engine;
  const context = { ...contextOf(engine, loaded.state), directory, actor, now: clock.now() };
  const decision = decideTick(context, loaded.state);
  if (decision.events.length === 0) return loaded;
  if (!(await keep(engine, loaded, decision))) return null;
  const [again] = await loadTickets(engine.pool, engine.ring, [loaded.state.id]);
  return again ?? null;
}
