import { builtinCalendars } from '../../../domain/calendar/builtin.ts';
import { type Calendar, type CalendarDefinition, compileCalendar } from '../../../domain/calendar/calendar.ts';
import { type Following, keep } from '../../database/kept.ts';
import type { DatabasePool } from '../../database/pool.ts';
import { calendarChannel, insertVersion, selectCalendars } from './store.ts';

export type CalendarVersion = { id: string; version: number };

/**
 * Calendars by id and version, compiled once. A ticket is pinned to a version; an organisation that changes its hours or takes in
 * a year's holidays makes a new version of its own calendar, which then beats the built-in one.
 */
export type CalendarRegistry = {
  /** The version that new tickets are pinned to. */
  current(): CalendarVersion;
  definition(calendar: CalendarVersion): CalendarDefinition;
  get(id: string, version: number): Calendar;
  /** Reads the database again, after another process has stored a version. */
  reload(): Promise<void>;
};

/** The organisation's own calendar, once it has one. */
export const ownCalendar = 'organisation';
const builtinDefault = 'cn';

/** Stores the built-in calendars where they are absent or have changed, and loads all; `following` learns of those that others store. `now` is epoch ms. */
export async function openCalendars(pool: DatabasePool, now: number, following?: Following): Promise<CalendarRegistry> {
  for (const [id, definition] of Object.entries(builtinCalendars)) await insertVersion(pool, id, definition, now);
  const channel = calendarChannel;
  const { current: known, reload } = await keep(() => load(pool), following && { ...following, channel });
  const find = (id: string, version: number) => {
    const found = known().get(`${id}@${version}`);
    if (!found) throw new Error(`There is no calendar ${id} version ${version}`);
    return found;
  };
  return {
    current: () =>
      latest(known(), ownCalendar) ?? latest(known(), builtinDefault) ?? { id: builtinDefault, version: 1 },
    definition: ({ id, version }) => find(id, version).definition,
    get: (id, version) => find(id, version).compiled,
    reload,
  };
}

type Known = Map<string, CalendarVersion & { definition: CalendarDefinition; compiled: Calendar }>;

async function load(pool: DatabasePool): Promise<Known> {
  const rows = await selectCalendars(pool);
  return new Map(
    rows.map((row) => [`${row.id}@${row.version}`, { ...row, compiled: compileCalendar(row.definition) }]),
  );
}

function latest(known: Known, id: string): CalendarVersion | null {
  const versions = [...known.values()].filter((one) => one.id === id).map((one) => one.version);
  return versions.length === 0 ? null : { id, version: Math.max(...versions) };
}
