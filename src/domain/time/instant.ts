/** Instants as text: strict ISO 8601 with an offset in, local time of a zone with its offset out. */
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

const isoPattern =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|([+-])(\d{2})(?::(\d{2}))?)?$/;

/**
 * Epoch ms of `2026-09-30T16:00:00+08:00`: a date that exists, `Z` or an offset, nothing in brackets behind it.
 * Digits beyond the millisecond are cut off. Refuses `instant.*` on `field`.
 */
export function parseInstant(text: string, field: string): number {
  const match = isoPattern.exec(text);
  if (!match) {
    const message = `"${text.slice(0, 60)}" is not an instant; write it like 2026-09-30T16:00:00+08:00`;
    throw timeRefusal('instant.invalid', field, message, { text: text.slice(0, 60) });
  }
  const [, year, month, day, hour, minute, second = '0', fraction = ''] = match;
  if (match[8] === undefined) {
    const message = `"${text}" lacks its offset from UTC; add one, e.g. ${text}+08:00, or Z`;
    throw timeRefusal('instant.offset-missing', field, message, { text });
  }
  const local = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const isReal = new Date(local).getUTCDate() === Number(day) && Number(month) >= 1 && Number(month) <= 12;
  if (
    !isReal ||
    Number(hour) > 23 ||
    Number(minute) > 59 ||
    Number(second) > 59 ||
    Number(match[10] ?? 0) > 23 ||
    Number(match[11] ?? 0) > 59
  ) {
    const message = `"${text}" is a date or time that does not exist; correct it`;
    throw timeRefusal('instant.date-invalid', field, message, { text });
  }
  const offsetMs = (Number(match[10] ?? 0) * 60 + Number(match[11] ?? 0)) * (match[9] === '-' ? -60_000 : 60_000);
  const at = local - offsetMs + Number(fraction.slice(0, 3).padEnd(3, '0'));
  checkInstant(at, field);
  return at;
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
