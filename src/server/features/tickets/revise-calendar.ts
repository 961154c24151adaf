import type { CalendarDefinition } from '../../../domain/calendar/calendar.ts';
import { systemActor } from '../../../domain/ticket/actor.ts';
import { decideCalendar } from '../../../domain/ticket/revise-calendar.ts';
import { type CalendarVersion, insertVersion, ownCalendar } from '../calendars/index.ts';
import { keep } from './act-on-ticket.ts';
import { contextOf, type Engine } from './engine.ts';
import { openTicketsNotUnder } from './store-clocks.ts';
import { loadTickets } from './store-load.ts';

const batchSize = 100;

/**
 * Gives the organisation a new calendar and moves every open ticket to it, each with an event that says so. Can be interrupted and run again:
 * tickets that are moved already are passed over. `settleMs` is how long running servers get to learn of the new version first.
 */
export async function reviseCalendar(
  engine: Engine,
  definition: CalendarDefinition,
  settleMs: number,
): Promise<{ calendar: CalendarVersion; moved: number }> {
  await insertVersion(engine.pool, ownCalendar, definition, engine.clock.now());
  await engine.calendars.reload();
  await new Promise((resolve) => setTimeout(resolve, settleMs));
  const calendar = engine.calendars.current();
  let moved = 0;
  for (let after = 0; ; ) {
    const ids = await openTicketsNotUnder(engine.pool, calendar, after, batchSize);
    const last = ids.at(-1);
    if (last === undefined) return { calendar, moved };
    after = last;
    for (const id of ids) if (await moveTicket(engine, id, calendar)) moved++;
  }
}

async function moveTicket(engine: Engine, id: number, calendar: CalendarVersion): Promise<boolean> {
  for (;;) {
    const [loaded] = await loadTickets(engine.pool, engine.ring, [id]);
    if (!loaded || loaded.state.status === 'closed') return false;
    const before = {
      ...contextOf(engine, loaded.state),
      directory: engine.directory,
      actor: systemActor,
      now: engine.clock.now(),
    };
    const after = { ...before, calendar: engine.calendars.get(calendar.id, calendar.version) };
    const decision = decideCalendar(before, after, loaded.state, calendar);
    // Somebody acted in between: decide anew on what they left.
    if (await keep(engine, loaded, decision)) return true;
  }
}
