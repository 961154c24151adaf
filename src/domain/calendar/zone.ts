/**
 * Local days of a time zone as instants, fast. Days are numbers (0 = 1970-01-01 local). Midnights come
 * from Temporal once per 64 days and are kept; a day of exactly 24 h is plain arithmetic afterwards, only
 * days with a clock change ask Temporal again.
 */
import { Temporal } from 'temporal-polyfill';
import { calendarRefusal, excerpt } from './refusals.ts';

export const dayMs = 86_400_000;
export const daysPerBlock = 64;

const maxZones = 64;
const maxBlocksPerZone = 256;

export type Zone = {
  readonly id: string;
  /** Typical offset from UTC, ms; only a first guess for finding a day. */
  readonly usualOffsetMs: number;
  /** Block number → instants (epoch ms) at which its days begin, plus the end of the last one. */
  readonly blocks: Map<number, Float64Array>;
};

const zones = new Map<string, Zone>();

/** The zone of an IANA name. Refuses `calendar.zone-unknown`; bare offsets such as `+08:00` are no zone. */
export function zoneOf(timeZone: string): Zone {
  const known = zones.get(timeZone);
  if (known) return known;
  if (zones.size >= maxZones) zones.clear();
  const zone = { id: timeZone, usualOffsetMs: usualOffsetMs(timeZone), blocks: new Map() };
  zones.set(timeZone, zone);
  return zone;
}

function usualOffsetMs(timeZone: string): number {
  if (/^[A-Za-z]/.test(timeZone)) {
    try {
      const zoned = Temporal.Instant.fromEpochMilliseconds(1_767_225_600_000).toZonedDateTimeISO(timeZone);
      return zoned.offsetNanoseconds / 1e6;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  const message = `"${excerpt(timeZone)}" is not a known time zone; use an IANA name such as Asia/Shanghai or Europe/Berlin`;
  throw calendarRefusal('calendar.zone-unknown', 'timeZone', message, { timeZone: excerpt(timeZone) });
}

/** Epoch ms at which the local day begins (the first existing instant of that date). */
export function dayStart(zone: Zone, day: number): number {
  return zoneBlock(zone, day >> 6)[day & 63] as number;
}

/** The instants at which the 64 days of the block begin, and the one at which it ends. */
export function zoneBlock(zone: Zone, block: number): Float64Array {
  const known = zone.blocks.get(block);
  if (known) return known;
  if (zone.blocks.size >= maxBlocksPerZone) zone.blocks.clear();
  const starts = new Float64Array(daysPerBlock + 1);
  let date = plainDate(block * daysPerBlock);
  for (let i = 0; i <= daysPerBlock; i++) {
    starts[i] = date.toZonedDateTime(zone.id).epochMilliseconds;
    date = date.add({ days: 1 });
  }
  zone.blocks.set(block, starts);
  return starts;
}

/** The local day in which an instant lies. */
export function dayOf(zone: Zone, at: number): number {
  let day = Math.floor((at + zone.usualOffsetMs) / dayMs);
  while (at < dayStart(zone, day)) day--;
  while (at >= dayStart(zone, day + 1)) day++;
  return day;
}

/** Local time of day of an instant that lies in `day`, as ms after local midnight by the clock on the wall. */
export function localTimeMs(zone: Zone, day: number, at: number): number {
  const start = dayStart(zone, day);
  if (dayStart(zone, day + 1) - start === dayMs) return at - start;
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone.id);
  return zoned.toPlainTime().since('00:00').total('milliseconds');
}

/**
 * The instant (epoch ms) at which the wall clock shows `timeMs` on `day`; 24 h means the end of the day.
 * A skipped time moves forward by the length of the gap, a repeated one is the earlier (RFC 5545, Temporal's
 * `compatible`). Never outside the day: a date that the zone skipped altogether is empty.
 */
export function instantAt(zone: Zone, day: number, timeMs: number): number {
  return localToInstant(zone, day, timeMs, 'compatible');
}

/** As `instantAt`, for the end of an interval: when the time just before it happens twice, the end of the second. */
export function closingAt(zone: Zone, day: number, timeMs: number): number {
  const lastMs = timeMs - 1;
  const later = localToInstant(zone, day, lastMs, 'later');
  const isRepeated = later !== localToInstant(zone, day, lastMs, 'compatible');
  return isRepeated ? later + 1 : instantAt(zone, day, timeMs);
}

function localToInstant(zone: Zone, day: number, timeMs: number, disambiguation: 'compatible' | 'later'): number {
  const start = dayStart(zone, day);
  const end = dayStart(zone, day + 1);
  if (timeMs === 0) return start;
  if (timeMs === dayMs) return end;
  if (end - start === dayMs) return start + timeMs;
  const local = plainDate(day).toPlainDateTime().add({ milliseconds: timeMs });
  const at = local.toZonedDateTime(zone.id, { disambiguation }).epochMilliseconds;
  return Math.min(Math.max(at, start), end);
}

/** Offset from UTC, ms, that the zone has at an instant. */
export function offsetMsAt(zone: Zone, at: number): number {
  const day = dayOf(zone, at);
  const start = dayStart(zone, day);
  if (dayStart(zone, day + 1) - start === dayMs) return day * dayMs - start;
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone.id).offsetNanoseconds / 1e6;
}

/** Day number of a calendar date, null when there is no such date. Years from 100 on. */
export function dayNumber(year: number, month: number, day: number): number | null {
  if (year < 100 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return Date.UTC(year, month - 1, day) / dayMs;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const maxDateTexts = 4096;
const dateTexts = new Map<number, string>();

/** `YYYY-MM-DD` of a day number; recent answers are kept, for writing an instant asks this every time. */
export function dateText(day: number): string {
  const known = dateTexts.get(day);
  if (known !== undefined) return known;
  if (dateTexts.size >= maxDateTexts) dateTexts.clear();
  const text = new Date(day * dayMs).toISOString().slice(0, 10);
  dateTexts.set(day, text);
  return text;
}

function plainDate(day: number): Temporal.PlainDate {
  return Temporal.PlainDate.from(dateText(day));
}
