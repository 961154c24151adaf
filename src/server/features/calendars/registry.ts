import { builtinCalendars } from '../../../domain/calendar/builtin.ts';
import { type Calendar, type CalendarDefinition, compileCalendar } from '../../../domain/calendar/calendar.ts';
import type { DatabasePool } from '../../database/pool.ts';

/**
 * Calendars by id and version, compiled once. A ticket is pinned to the version it was registered under; an organisation that
 * changes its hours makes a new version.
 */
export type CalendarRegistry = {
  /** The version that new tickets are pinned to. */
  current(): { id: string; version: number };
  get(id: string, version: number): Calendar;
};

type Row = { id: string; version: number; definition: CalendarDefinition };

/** Stores the built-in calendars where they are absent or have changed, and loads all. */
export async function openCalendars(pool: DatabasePool, now: number): Promise<CalendarRegistry> {
  for (const [id, definition] of Object.entries(builtinCalendars)) await keepVersion(pool, id, definition, now);
  const { rows } = await pool.query<Row>('select id, version, definition from calendar order by id, version');
  const compiled = new Map(rows.map((row) => [`${row.id}@${row.version}`, compileCalendar(row.definition)]));
  const latest = Math.max(...rows.filter((row) => row.id === 'cn').map((row) => row.version));
  return {
    current: () => ({ id: 'cn', version: latest }),
    get: (id, version) => {
      const calendar = compiled.get(`${id}@${version}`);
      if (!calendar) throw new Error(`There is no calendar ${id} version ${version}`);
      return calendar;
    },
  };
}

/** A new version only when the definition differs from the latest one; safe when several processes start at once. */
async function keepVersion(pool: DatabasePool, id: string, definition: CalendarDefinition, now: number): Promise<void> {
  await pool.query(
    `insert into calendar (id, version, definition, created_at)
     select $1, coalesce(max(version), 0) + 1, $2::jsonb, $3::timestamptz from calendar where id = $1
     having coalesce((array_agg(definition order by version desc))[1], 'null'::jsonb) <> $2::jsonb
     on conflict do nothing`,
    [id, JSON.stringify(definition), new Date(now).toISOString()],
  );
}
