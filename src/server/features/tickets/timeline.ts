import type { TimelineEntry } from '../../../contract/ticket.ts';
import type { Actor } from '../../../domain/ticket/actor.ts';
import type { TicketEvent } from '../../../domain/ticket/events.ts';
import { loadForActor } from './act-on-ticket.ts';
import type { Engine } from './engine.ts';
import { readEvents, toEvent } from './store-events.ts';
import { iso } from './view.ts';

/** What happened to a ticket, oldest first; times inside `data` stay epoch ms, as recorded. */
export async function readTimeline(engine: Engine, actor: Actor, id: number, after: string | undefined, limit: number) {
  const { customer } = await loadForActor(engine, actor, id);
  const rows = await readEvents(engine.pool, id, Number(after ?? 0) || 0, limit + 1);
  const items = rows
    .slice(0, limit)
    .map((row) => entry(engine, toEvent(engine.ring, customer.data_key, customer.id, row)));
  const last = rows.length > limit ? items.at(-1) : undefined;
  return last ? { items, next: String(last.seq) } : { items };
}

function entry(engine: Engine, event: TicketEvent): TimelineEntry {
  const { seq, type, at, data, text } = event;
  const { kind, id } = event.actor;
  const name = kind === 'staff' && id !== null ? (engine.directory.staff(id)?.name ?? '') : '';
  return { seq, type, at: iso(at), actor: { kind, id, name }, data: data as Record<string, unknown>, text };
}
