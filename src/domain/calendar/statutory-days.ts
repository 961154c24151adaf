/** A year's statutory days, read from a small file and laid over a calendar's dates. No network, no guessing. */
import type { CnHoliday } from './cn-days.ts';
import { type CalendarDefinition, weekdays } from './definition.ts';
import { calendarRefusal, excerpt } from './refusals.ts';
import { readDate } from './rules.ts';
import { dateText } from './zone.ts';

export type StatutoryDay = { readonly date: string; readonly kind: 'holiday' | 'workday'; readonly name: string };

export type ApplyOptions = {
  /** Opening hours of a make-up working day; by default those of the first weekday that has any. */
  readonly workdayHours?: readonly string[];
  /** Whether dates that the calendar already sets are replaced; by default they stay. */
  readonly replacesDates?: boolean;
};

/** A copy of the calendar that closes on holidays and opens on make-up working days. Refuses dates that do not exist. */
export function applyStatutoryDays(
  definition: CalendarDefinition,
  days: readonly StatutoryDay[],
  { workdayHours, replacesDates = false }: ApplyOptions = {},
): CalendarDefinition {
  const dates = { ...definition.dates };
  for (const [index, { date, kind }] of days.entries()) {
    readDate(date, `days.${index}.date`);
    if (!replacesDates && Object.hasOwn(definition.dates ?? {}, date)) continue;
    dates[date] = kind === 'holiday' ? [] : [...(workdayHours ?? usualHours(definition))];
  }
  return { ...definition, dates };
}

function usualHours(definition: CalendarDefinition): string[] {
  const hours = weekdays.map((day) => definition.week[day] ?? []).find((intervals) => intervals.length > 0);
  if (hours) return hours;
  throw calendarRefusal('statutory-days.invalid', 'week', 'No weekday has hours to give a make-up day; give its hours');
}

/** The days of holiday entries, one by one. */
export function daysOfHolidays(holidays: readonly CnHoliday[]): StatutoryDay[] {
  return holidays.flatMap(({ name, from, to, makeUp }) => {
    const days: StatutoryDay[] = [];
    const last = readDate(to, 'to');
    for (let day = readDate(from, 'from'); day <= last; day++)
      days.push({ date: dateText(day), kind: 'holiday', name });
    return [...days, ...makeUp.map((date) => ({ date, kind: 'workday' as const, name }))];
  });
}

/**
 * Reads a JSON array of `{date, kind, name}` or CSV lines `date,kind,name` (a header is optional, `name` too).
 * Refuses `statutory-days.invalid` and `calendar.date-invalid` with the row, counted from 0, as the field.
 */
export function parseStatutoryDays(text: string): StatutoryDay[] {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  const rows = trimmed.startsWith('[') ? jsonRows(trimmed) : csvRows(trimmed);
  return rows.map((row, index) => readRow(row, `days.${index}`));
}

type Row = { date?: unknown; kind?: unknown; name?: unknown };

function jsonRows(text: string): Row[] {
  try {
    return JSON.parse(text) as Row[];
  } catch {
    throw calendarRefusal(
      'statutory-days.invalid',
      'days',
      'The file is not valid JSON; give an array of {date, kind, name}',
    );
  }
}

function csvRows(text: string): Row[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (/^"?date"?,/i.test(lines[0] ?? '')) lines.shift();
  return lines.map((line) => {
    const [date, kind, ...name] = line.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
    return { date, kind, name: name.join(',') };
  });
}

function readRow(row: Row, field: string): StatutoryDay {
  const { date, kind, name = '' } = typeof row === 'object' && row !== null ? row : {};
  if (typeof date !== 'string' || typeof name !== 'string') {
    throw calendarRefusal('statutory-days.invalid', field, 'Give each day as {date, kind, name}, all of them text');
  }
  if (kind !== 'holiday' && kind !== 'workday') {
    const message = `"${excerpt(kind)}" is no kind of day; use holiday or workday`;
    throw calendarRefusal('statutory-days.invalid', `${field}.kind`, message, { kind: excerpt(kind) });
  }
  readDate(date, `${field}.date`);
  return { date, kind, name };
}
