/** Instants as text: strict ISO 8601 with an offset in, local time of a zone with its offset out. */
import { excerpt } from '../calendar/refusals.ts';
import { offsetMsAt, zoneOf } from '../calendar/zone.ts';
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

const isoPattern = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:Z|([+-])(\d{2})(?::(\d{2}))?)?$/;

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
  const [, minutes, seconds = '00', fraction = '', sign, offsetHours = '00', offsetMinutes = '00'] = match;
  if (sign === undefined && !text.endsWith('Z')) {
    const message = `"${text}" lacks its offset from UTC; add one, e.g. ${text}+08:00, or Z`;
    throw timeRefusal('instant.offset-missing', field, message, { text });
  }
  const at = utcMs(`${minutes}:${seconds}`);
  if (at === null || Number(offsetHours) > 23 || Number(offsetMinutes) > 59) {
    const message = `"${text}" has a date, time or offset that does not exist; correct it`;
    throw timeRefusal('instant.date-invalid', field, message, { text });
  }
  const offsetMs = (Number(offsetHours) * 60 + Number(offsetMinutes)) * (sign === '-' ? -60_000 : 60_000);
  const instant = at - offsetMs + Number(fraction.slice(0, 3).padEnd(3, '0'));
  checkInstant(instant, field);
  return instant;
}

/** Epoch ms of `2026-09-30T16:00:00` read as UTC; null when the calendar or the clock has no such time. */
function utcMs(local: string): number | null {
  const at = Date.parse(`${local}Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 19) !== local ? null : at;
}

/** `2026-10-09T16:00:00+08:00` in the zone (IANA); milliseconds only when they are not zero. */
export function formatInstant(at: number, timeZone: string): string {
  const offsetMs = offsetMsAt(zoneOf(timeZone), at);
  const local = new Date(at + offsetMs).toISOString();
  const seconds = at % 1000 === 0 ? local.slice(0, -5) : local.slice(0, -1);
  return seconds + formatOffset(offsetMs);
}

function formatOffset(offsetMs: number): string {
  const seconds = Math.abs(offsetMs) / 1000;
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  if (seconds % 60 !== 0) parts.push(seconds % 60);
  return (offsetMs < 0 ? '-' : '+') + parts.map((part) => String(part).padStart(2, '0')).join(':');
}
