import type { TimelineEntry } from '../../../contract/ticket.ts';
import { maskAnswers } from '../../../domain/customer/mask-answers.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/ticket/actor.ts';
import type { TicketEvent } from '../../../domain/ticket/events.ts';
import type { TicketFacts } from '../../../domain/ticket/state.ts';
import { loadForActor } from './act-on-ticket.ts';
import { contextAt, type Engine } from './engine.ts';
import { readEvents, toEvent } from './store-events.ts';
import { iso } from './view.ts';

/** What happened to a ticket, oldest first; times inside `data` stay epoch ms, as recorded. */
export async function readTimeline(engine: Engine, actor: Actor, id: number, after: string | undefined, limit: number) {
  const { customer, state } = await loadForActor(engine, actor, id);
  const rows = await readEvents(engine.pool, id, readCursor(after), limit + 1);
  const items = rows
    .slice(0, limit)
    .map((row) => entry(engine, masked(engine, state, toEvent(engine.ring, customer.data_key, customer.id, row))));
  const last = rows.length > limit ? items.at(-1) : undefined;
  return last ? { items, next: String(last.seq) } : { items };
}

/** What a form said of how to reach the customer is masked here as everywhere. */
function masked(engine: Engine, state: TicketFacts, event: TicketEvent): TicketEvent {
  if ((event.type !== 'ticket.registered' && event.type !== 'form.submitted') || event.text === null) return event;
  const form = contextAt(engine, state, event.seq).playbook.form(event.data.form);
  return { ...event, text: { answers: maskAnswers(form, event.text.answers) } } as TicketEvent;
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
