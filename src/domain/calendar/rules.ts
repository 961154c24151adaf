/** Checks a calendar definition, known or hostile, and turns it into opening minutes. Each refusal names field and remedy. */
import { calendarLimits, intervalPattern, type Weekday, weekdays } from './definition.ts';
import { calendarRefusal, excerpt } from './refusals.ts';
import { dayNumber, type Zone, zoneOf } from './zone.ts';

/** Open stretches of a day, ms after local midnight: from, to, from, to…; sorted and disjoint. */
export type DayHours = readonly number[];

export type CalendarRules = {
  readonly zone: Zone;
  /** Monday first. */
  readonly week: readonly DayHours[];
  /** Day number → the hours that replace the weekday's. */
  readonly dates: ReadonlyMap<number, DayHours>;
};

export function readRules(definition: unknown): CalendarRules {
  const { timeZone, week, dates, ...rest } = objectAt(definition, '', 'Give an object with timeZone and week');
  const unknownKey = Object.keys(rest)[0];
  if (unknownKey !== undefined) {
    const key = excerpt(unknownKey);
    const message = `"${key}" is not part of a calendar; it has timeZone, week and dates`;
    throw calendarRefusal('calendar.key-unknown', key, message, { key });
  }
  if (typeof timeZone !== 'string') {
    throw calendarRefusal('calendar.invalid', 'timeZone', 'Give timeZone as an IANA name such as Asia/Shanghai');
  }
  return { zone: zoneOf(timeZone), week: readWeek(week), dates: readDates(dates) };
}

function readWeek(value: unknown): DayHours[] {
  const week = objectAt(value, 'week', 'Give week as an object with the opening hours of mon … sun');
  const unknownDay = Object.keys(week).find((key) => !weekdays.includes(key as Weekday));
  if (unknownDay !== undefined) {
    const weekday = excerpt(unknownDay);
    const message = `"${weekday}" is not a weekday; use mon, tue, wed, thu, fri, sat, sun`;
    throw calendarRefusal('calendar.weekday-unknown', `week.${weekday}`, message, { weekday });
  }
  return weekdays.map((day) => (week[day] === undefined ? [] : readHours(week[day], `week.${day}`)));
}

function readDates(value: unknown): Map<number, DayHours> {
  const days = new Map<number, DayHours>();
  if (value === undefined) return days;
  const dates = Object.entries(objectAt(value, 'dates', 'Give dates as an object from YYYY-MM-DD to opening hours'));
  if (dates.length > calendarLimits.dates) {
    const message = `A calendar holds at most ${calendarLimits.dates} dates; drop past years`;
    throw calendarRefusal('calendar.too-large', 'dates', message, { limit: calendarLimits.dates });
  }
  for (const [date, hours] of dates)
    days.set(readDate(date, `dates.${excerpt(date)}`), readHours(hours, `dates.${date}`));
  return days;
}

/** Day number of a `YYYY-MM-DD` that exists; refuses `calendar.date-invalid` with `field`. */
export function readDate(text: string, field: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const day = match ? dayNumber(Number(match[1]), Number(match[2]), Number(match[3])) : null;
  if (day !== null) return day;
  const date = excerpt(text);
  const message = `"${date}" is not a date that exists; write it as YYYY-MM-DD, e.g. 2026-10-01`;
  throw calendarRefusal('calendar.date-invalid', field, message, { date });
}

function readHours(value: unknown, field: string): DayHours {
  if (!Array.isArray(value)) {
    const message = 'Give the opening hours as a list of intervals, e.g. ["08:30-12:00", "13:30-17:30"]; [] is closed';
    throw calendarRefusal('calendar.invalid', field, message);
  }
  if (value.length > calendarLimits.intervalsPerDay) {
    const message = `A day holds at most ${calendarLimits.intervalsPerDay} intervals; join neighbours`;
    throw calendarRefusal('calendar.too-large', field, message, { limit: calendarLimits.intervalsPerDay });
  }
  const hours: number[] = [];
  for (const [index, text] of value.entries()) addInterval(hours, text, `${field}.${index}`);
  return hours;
}

function addInterval(hours: number[], text: unknown, field: string): void {
  const match = typeof text === 'string' ? intervalPattern.exec(text) : null;
  if (!match) {
    const interval = excerpt(text);
    const message = `"${interval}" is not an interval; write HH:MM-HH:MM, e.g. 08:30-12:00; it may end at 24:00`;
    throw calendarRefusal('calendar.interval-invalid', field, message, { interval });
  }
  const from = minutes(match[1], match[2]);
  const to = minutes(match[3] ?? '24', match[4] ?? '00');
  if (to <= from) {
    const message = `"${text}" ends before it begins or is empty; split an interval over midnight into two days, the first ending at 24:00`;
    throw calendarRefusal('calendar.interval-empty', field, message, { interval: text });
  }
  checkOrder(hours, from, to, text as string, field);
  hours.push(from, to);
}

function checkOrder(hours: readonly number[], from: number, to: number, interval: string, field: string): void {
  const previousTo = hours.at(-1);
  if (previousTo === undefined || from >= previousTo) return;
  for (let i = 0; i < hours.length; i += 2) {
    if (from < (hours[i + 1] as number) && to > (hours[i] as number)) {
      const message = `"${interval}" overlaps an interval before it; make the intervals of a day disjoint`;
      throw calendarRefusal('calendar.interval-overlap', field, message, { interval });
    }
  }
  const message = `"${interval}" lies before the interval ahead of it; sort the intervals of a day by time`;
  throw calendarRefusal('calendar.interval-unsorted', field, message, { interval });
}

function minutes(hour = '', minute = ''): number {
  return (Number(hour) * 60 + Number(minute)) * 60_000;
}

function objectAt(value: unknown, field: string, message: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw calendarRefusal('calendar.invalid', field, message);
}
