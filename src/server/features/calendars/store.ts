import type { CalendarDefinition } from '../../../domain/calendar/calendar.ts';
import type { Queryable } from '../../database/pool.ts';

export const calendarChannel = 'calendar_changed';

export type CalendarRow = { id: string; version: number; definition: CalendarDefinition };

export async function selectCalendars(db: Queryable): Promise<CalendarRow[]> {
  const { rows } = await db.query<CalendarRow>('select id, version, definition from calendar order by id, version');
  return rows;
}

/** A new version only when the definition differs from the latest one; safe when several processes do it at once. */
export async function insertVersion(
  db: Queryable,
  id: string,
  definition: CalendarDefinition,
  now: number,
): Promise<void> {
  const { rowCount } = await db.query(
    `insert into calendar (id, version, definition, created_at)
     select $1, coalesce(max(version), 0) + 1, $2::jsonb, $3::timestamptz from calendar where id = $1
     having coalesce((array_agg(definition order by version desc))[1], 'null'::jsonb) <> $2::jsonb
     on conflict do nothing`,
    [id, JSON.stringify(definition), new Date(now).toISOString()],
  );
  if (rowCount === 1) await db.query('select pg_notify($1, $2)', [calendarChannel, id]);
}
