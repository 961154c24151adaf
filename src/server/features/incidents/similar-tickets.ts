import type { TicketRow } from '../../../contract/ticket.ts';
import { mayWithIncidents } from '../../../domain/access/incident-rules.ts';
import { readScope } from '../../../domain/access/ticket-rules.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/ticket/actor.ts';
import { findTickets } from '../search/index.ts';
import { type Engine, rowsOf } from '../tickets/index.ts';
import { incidentFor } from './read-incidents.ts';
import { unlinkedSince } from './store-tickets.ts';

/** For each word this many of the newest tickets are looked at; what lies beyond is told as `isPartial`. */
const mostPerWord = 300;
const mostShown = 300;

/** Open tickets received since then (epoch ms) that hold one of the incident's words and are part of none, newest first. */
export async function similarTickets(
  engine: Engine,
  actor: Actor,
  id: number,
  since: number,
): Promise<{ items: TicketRow[]; isPartial: boolean }> {
  if (!mayWithIncidents(actor, 'link')) throw new Refusal('auth.forbidden', '', { command: 'link' });
  const incident = await incidentFor(engine, actor, id);
  const words = incident.words.length > 0 ? incident.words : [incident.title.zh];
  const options = { scope: readScope(actor), limit: mostPerWord };
  const found = new Set<number>();
  let isPartial = false;
  for (const word of words) {
    const one = await findTickets(engine.pool, engine.ring, word, options);
    for (const ticket of one.items) found.add(ticket.id);
    isPartial ||= one.isPartial;
  }
  const ids = await unlinkedSince(engine.pool, [...found], since);
  const items = await rowsOf(engine, actor, ids.slice(0, mostShown));
  return { items, isPartial: isPartial || ids.length > mostShown };
}
