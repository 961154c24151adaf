import type { TimelineEntry } from '../../../contract/ticket.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/ticket/actor.ts';
import type { TicketEvent } from '../../../domain/ticket/events.ts';
import { loadForActor } from './act-on-ticket.ts';
import type { Engine } from './engine.ts';
import { readEvents, toEvent } from './store-events.ts';
import { iso } from './view.ts';

/** What happened to a ticket, oldest first; times inside `data` stay epoch ms, as recorded. */
export async function readTimeline(engine: Engine, actor: Actor, id: number, after: string | undefined, limit: number) {
  const { customer } = await loadForActor(engine, actor, id);
  const rows = await readEvents(engine.pool, id, readCursor(after), limit + 1);
  const items = rows
    .slice(0, limit)
    .map((row) => entry(engine, toEvent(engine.ring, customer.data_key, customer.id, row)));
  const last = rows.length > limit ? items.at(-1) : undefined;
  return last ? { items, next: String(last.seq) } : { items };
}

function readCursor(after: string | undefined): number {
  if (after === undefined) return 0;
  if (/^\d{1,9}$/.test(after)) return Number(after);
  throw new Refusal('request.invalid', 'after', {}, 'after takes the "next" of the page before, unchanged');
}

function entry(engine: Engine, event: TicketEvent): TimelineEntry {
  const { seq, type, at, data, text } = event;
  const { kind, id } = event.actor;
  const name = kind === 'staff' && id !== null ? (engine.directory.staff(id)?.name ?? '') : '';
  return { seq, type, at: iso(at), actor: { kind, id, name }, data: data as Record<string, unknown>, text };
}
