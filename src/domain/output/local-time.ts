import { dateText, dayOf, localTimeMs, offsetMsAt, zoneOf } from '../calendar/zone.ts';

/** Instants as the organisation's wall clock shows them: `2026-03-01 14:05`, the same in every language. */
export function localTime(at: number, timeZone: string): string {
  return `${localDate(at, timeZone)} ${clockTime(at, timeZone)}`;
}

export function localDate(at: number, timeZone: string): string {
  return dateText(dayOf(zoneOf(timeZone), at));
}

/** From one time to another, the second day only where it is another one. */
export function localSpan(from: number | null, to: number | null, timeZone: string): string {
  const start = from === null ? '' : localTime(from, timeZone);
  if (to === null) return start === '' ? '' : `${start} –`;
  if (from === null) return `– ${localTime(to, timeZone)}`;
  const isSameDay = localDate(from, timeZone) === localDate(to, timeZone);
  return `${start} – ${isSameDay ? clockTime(to, timeZone) : localTime(to, timeZone)}`;
}

/** Epoch ms of an imaginary UTC clock that shows the same digits: what a spreadsheet, which knows no zones, keeps. */
export function wallClockMs(at: number, timeZone: string): number {
  return at + offsetMsAt(zoneOf(timeZone), at);
}

function clockTime(at: number, timeZone: string): string {
  const zone = zoneOf(timeZone);
  const minutes = Math.floor(localTimeMs(zone, dayOf(zone, at), at) / 60_000);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
