import type { z } from 'zod';
import type { TrackingCounts, TrackingRow, trackingQuery } from '../../../contract/tracking.ts';
import { readScope } from '../../../domain/access/ticket-rules.ts';
import { statuses } from '../../../domain/playbook/schema.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/ticket/actor.ts';
import type { NoteEvent } from '../../../domain/tracking/phase.ts';
import { readLatestNotes } from '../outputs/index.ts';
import { type Engine, type LoadedTicket, loadTickets, toEvent } from '../tickets/index.ts';
import { type Cursor, readCursor, writeCursor } from './cursor.ts';
import { countTracked, readTrackedIds, type TrackingFilter } from './store.ts';
import { trackingRow } from './view.ts';

export type TrackingAsk = Pick<z.output<typeof trackingQuery>, 'playbook' | 'department' | 'status'>;
export type Tracked = { loaded: LoadedTicket; note: NoteEvent | null };

/** Closed tickets stay in view for so long. */
const closedKeptMs = 7 * 24 * 3_600_000;

/** A page of the tracking table, as far as the actor may read. */
export async function listTracking(
  engine: Engine,
  actor: Actor,
  { after, limit, ...ask }: z.output<typeof trackingQuery>,
): Promise<{ items: TrackingRow[]; next?: string }> {
  const { tracked, next } = await readTracked(engine, actor, ask, readCursor(after), limit);
  const items = tracked.map(({ loaded, note }) => trackingRow(engine, loaded, note, actor));
  return next ? { items, next: writeCursor(next) } : { items };
}

export async function readTracked(
  engine: Engine,
  actor: Actor,
  ask: TrackingAsk,
  after: Cursor | null,
  limit: number,
): Promise<{ tracked: Tracked[]; next: Cursor | null }> {
  const { pool, ring } = engine;
  const { ids, next } = await readTrackedIds(pool, readScope(actor), filterOf(engine, ask), after, limit);
  const [tickets, notes] = await Promise.all([loadTickets(pool, ring, ids), readLatestNotes(pool, ids)]);
  const byId = new Map(tickets.map((one) => [one.state.id, one]));
  const noteOf = new Map(notes.map((row) => [row.ticket_id, row]));
  const tracked = ids.flatMap((id): Tracked[] => {
    const loaded = byId.get(id);
    if (!loaded) return [];
    const row = noteOf.get(id);
    const { data_key: key, id: customerId } = loaded.customer;
    return [{ loaded, note: row ? (toEvent(ring, key, customerId, row) as NoteEvent) : null }];
  });
  return { tracked, next };
}

export async function countTracking(engine: Engine, actor: Actor, playbook?: string[]): Promise<TrackingCounts> {
  const filter = filterOf(engine, { playbook });
  const departments = await countTracked(engine.pool, readScope(actor), filter, engine.clock.now());
  const sum = (of: 'count' | 'late') => departments.reduce((total, one) => total + one[of], 0);
  return { count: sum('count'), late: sum('late'), departments };
}

/** `none` stands for what no department has at present. */
function filterOf({ playbooks, clock }: Engine, ask: TrackingAsk): TrackingFilter {
  const { playbook, department, status } = ask;
  check('playbook', playbook, () => playbooks.list().map(({ source }) => source.id));
  check('status', status, () => statuses);
  return {
    playbook,
    status,
    department: department?.map((code) => (code === 'none' ? null : code)),
    closedSince: clock.now() - closedKeptMs,
  };
}

/** A name that no playbook has would find nothing and say nothing: it is a mistake of whoever asks. */
function check(field: string, given: readonly string[] = [], known: () => readonly string[]): void {
  const unknown = given.find((one) => !known().includes(one));
  if (unknown === undefined) return;
  throw new Refusal('queue.filter-unknown', field, { given: unknown, known: known().join(', ') });
}
