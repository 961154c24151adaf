/** Instants as text: strict ISO 8601 with an offset in, local time of a zone with its offset out. */
import { excerpt } from '../calendar/refusals.ts';
import { dateText, dayMs, dayNumber, offsetMsAt, zoneOf } from '../calendar/zone.ts';
import { timeRefusal } from './refusals.ts';

/** Instants that the algebra of time accepts: 1970 up to, not including, 2200. Epoch ms. */
export const instantRange = { from: 0, to: Date.UTC(2200, 0, 1) } as const;

/** Refuses what is not a whole number of ms within `instantRange`. */
export function checkInstant(at: number, field: string): void {
  if (Number.isInteger(at) && at >= instantRange.from && at < instantRange.to) return;
  if (!Number.isInteger(at)) {
    throw timeRefusal('instant.invalid', field, 'Give a point in time as whole milliseconds since 1970', { at });
  }
  const message = 'This point in time is out of range; use one from 1970 to 2199';
  throw timeRefusal('instant.out-of-range', field, message, { at });
}

const minuteMs = 60_000;

const isoPattern =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:Z|([+-]\d{2})(?::(\d{2}))?)?$/;

/**
 * Epoch ms of `2026-09-30T16:00:00+08:00`: a date and time that exist, `Z` or an offset, nothing in brackets behind
 * it. Seconds may be left out, digits beyond the millisecond are cut off. Refuses `instant.*` on `field`.
 */
export function parseInstant(text: string, field: string): number {
  const match = isoPattern.exec(text);
  if (!match) {
    const message = `"${excerpt(text)}" is not an instant; write it like 2026-09-30T16:00:00+08:00`;
    throw timeRefusal('instant.invalid', field, message, { text: excerpt(text) });
  }
  if (match[8] === undefined && !text.endsWith('Z')) {
    const message = `"${text}" lacks its offset from UTC; add one, e.g. ${text}+08:00, or Z`;
    throw timeRefusal('instant.offset-missing', field, message, { text });
  }
  const at = instantOf(match);
  if (at === null) {
    const message = `"${text}" has a date, time or offset that does not exist; correct it`;
    throw timeRefusal('instant.date-invalid', field, message, { text });
  }
  checkInstant(at, field);
  return at;
}

/** The calendar repeats itself after 400 years. Days are looked up one cycle later, because `dayNumber` knows no years before 100. */
const cycleYears = 400;
const cycleDays = 146_097;

/** Epoch ms of what the pattern matched; null when the calendar or the clock has no such time. */
function instantOf(match: RegExpExecArray): number | null {
  const day = dayNumber(Number(match[1]) + cycleYears, Number(match[2]), Number(match[3]));
  const hours = Number(match[4]);
  const minutes = Number(match[5]);
  const seconds = Number(match[6] ?? 0);
  const offsetHours = Number((match[8] ?? '+0').slice(1));
  const offsetMinutes = Number(match[9] ?? 0);
  if (day === null || hours > 23 || minutes > 59 || seconds > 59 || offsetHours > 23 || offsetMinutes > 59) return null;
  const offset = (offsetHours * 60 + offsetMinutes) * (match[8]?.startsWith('-') ? -minuteMs : minuteMs);
  const ms = match[7] === undefined ? 0 : Number(match[7].slice(0, 3).padEnd(3, '0'));
  return (day - cycleDays) * dayMs + (hours * 60 + minutes) * minuteMs + seconds * 1000 + ms - offset;
}

/** `2026-10-09T16:00:00+08:00` in the zone (IANA); milliseconds only when they are not zero. */
export function formatInstant(at: number, timeZone: string): string {
  const offsetMs = offsetMsAt(zoneOf(timeZone), at);
  const day = Math.floor((at + offsetMs) / dayMs);
  const ms = at + offsetMs - day * dayMs;
  const fraction = ms % 1000 === 0 ? '' : `.${String(ms % 1000).padStart(3, '0')}`;
  return `${dateText(day)}T${clockText(Math.floor(ms / 1000))}${fraction}${offsetText(offsetMs)}`;
}

const twoDigits = Array.from({ length: 60 }, (_, i) => String(i).padStart(2, '0'));

/** `16:00:00` of seconds after midnight. */
function clockText(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${twoDigits[Math.floor(minutes / 60)]}:${twoDigits[minutes % 60]}:${twoDigits[seconds % 60]}`;
}

/** `+08:00`; with seconds for the few zones that once had them. */
function offsetText(offsetMs: number): string {
  const text = clockText(Math.abs(offsetMs) / 1000);
  return (offsetMs < 0 ? '-' : '+') + (text.endsWith(':00') ? text.slice(0, 5) : text);
}
