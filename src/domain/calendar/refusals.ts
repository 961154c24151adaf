import { Refusal, type RefusalDetails } from '../refusal.ts';

/** Every code that calendars refuse with; the texts in both languages hang off it. */
export const calendarRefusalCodes = [
  'calendar.invalid',
  'calendar.key-unknown',
  'calendar.zone-unknown',
  'calendar.weekday-unknown',
  'calendar.date-invalid',
  'calendar.interval-invalid',
  'calendar.interval-empty',
  'calendar.interval-unsorted',
  'calendar.interval-overlap',
  'calendar.too-large',
  'calendar.never-open',
  'calendar.beyond-horizon',
  'statutory-days.invalid',
] as const;

export type CalendarRefusalCode = (typeof calendarRefusalCodes)[number];

/** Hostile input quoted in a message: one line, short. */
export function excerpt(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** `field` is the path inside the calendar definition, e.g. `week.mon.1`; the message says the remedy. */
export function calendarRefusal(
  code: CalendarRefusalCode,
  field: string,
  message: string,
  details: RefusalDetails = {},
): Refusal {
  return new Refusal(code, field, details, message);
}
