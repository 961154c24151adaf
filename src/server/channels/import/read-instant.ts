import { dayNumber, instantAt, zoneOf } from '../../../domain/calendar/zone.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { parseInstant } from '../../../domain/time/instant.ts';

/**
 * Points in time as lists of demands write them: `2020/1/4 11:17:46`, `2020年1月4日 上午9:05`, `04.01.2020`, `Jan 4, 2020`, ISO 8601,
 * a spreadsheet's day number, seconds since 1970. Without an offset they are local to the zone given.
 */
export type DateOrder = 'ymd' | 'mdy' | 'dmy';
export type InstantOptions = { timeZone: string; order: DateOrder };
/** Epoch ms, or why the text is none. */
export type ReadInstant = { at: number } | { problem: string };

type Parts = { year: number; month: number; day: number; rest: string };

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const yearFirst = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?/;
const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})/;
const compact = /^(\d{4})(\d{2})(\d{2})(?=$|\s|\d{4}$|\d{6}$)/;
const monthName = /^(?:(\d{1,2})[ -])?([a-z]{3})[a-z]*\.?[ -](?:(\d{1,2})(?:st|nd|rd|th)?,? )?(\d{4})/i;
const weekday = /^\s*(?:[(（]?(?:星期|周|礼拜)[一二三四五六日天][)）]?|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?)\s*/i;
const half = /上午|凌晨|早上|中午|下午|晚上|[ap]\.?m\.?/i;
const time = /^(\d{1,2})(?:[:：时点](\d{1,2}))?(?:[:：分](\d{1,2})(?:[.,]\d+)?)?[秒分时点整]?$/;
const expected = 'write it like 2020-01-04 11:17';

export function readInstant(given: string, options: InstantOptions): ReadInstant {
  const text = given.normalize('NFKC').trim();
  if (/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}(:?\d{2})?)$/.test(text)) return readIso(text);
  if (/^\d+(\.\d+)?$/.test(text)) {
    const counted = readCounted(text, options.timeZone);
    if (counted) return counted;
  }
  const date = readDate(text.replace(weekday, ''), options.order);
  if ('problem' in date) return date;
  const timeMs = readTime(date.rest);
  if (timeMs === null) return { problem: `"${shown(given)}" has no time of day that exists; ${expected}` };
  return at(date, timeMs, options.timeZone, given);
}

function readIso(text: string): ReadInstant {
  try {
    return { at: parseInstant(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'), '') };
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.message };
    throw error;
  }
}

const dayMs = 86_400_000;
/** Day 0 of a spreadsheet's count as days since 1970 (its count has a 29 February 1900). */
const spreadsheetEpoch = -25_569;

/** Spreadsheet days from 1954 to 2119, seconds or milliseconds from 2001 on; other numbers are no times. */
function readCounted(text: string, timeZone: string): ReadInstant | null {
  const value = Number(text);
  if (value >= 20_000 && value < 80_000) {
    const ms = Math.round((value + spreadsheetEpoch) * 86_400) * 1000;
    const day = Math.floor(ms / dayMs);
    return { at: instantAt(zoneOf(timeZone), day, ms - day * dayMs) };
  }
  if (/^1\d{9}$/.test(text)) return { at: value * 1000 };
  return /^1\d{12}$/.test(text) ? { at: value } : null;
}

function readDate(text: string, order: DateOrder): Parts | { problem: string } {
  const first = yearFirst.exec(text) ?? compact.exec(text);
  if (first) return partsOf(text, first, first[1], first[2], first[3]);
  const last = yearLast.exec(text);
  if (last) return readYearLast(text, last, order);
  const named = monthName.exec(text);
  const month = named ? months.indexOf((named[2] ?? '').toLowerCase()) + 1 : 0;
  if (named && month > 0) return partsOf(text, named, named[4], String(month), named[1] ?? named[3]);
  return { problem: `"${shown(text)}" is no date; ${expected}` };
}

function readYearLast(text: string, match: RegExpExecArray, order: DateOrder): Parts | { problem: string } {
  const [, one = '', two = '', year] = match;
  if (order === 'mdy' || (order === 'ymd' && Number(two) > 12)) return partsOf(text, match, year, one, two);
  if (order === 'dmy' || Number(one) > 12) return partsOf(text, match, year, two, one);
  return { problem: `"${shown(text)}" could be two dates; say which with --date-order mdy or dmy` };
}

function partsOf(text: string, match: RegExpExecArray, year?: string, month?: string, day?: string): Parts {
  return { year: Number(year), month: Number(month), day: Number(day ?? 0), rest: text.slice(match[0].length) };
}

/** Milliseconds after midnight; null when there is no such time. Nothing at all is midnight. */
function readTime(text: string): number | null {
  const said = text
    .replace(weekday, '')
    .replace(/^[T,\s]+/, '')
    .trim();
  if (said === '') return 0;
  const part = half.exec(said)?.[0].toLowerCase().replaceAll('.', '') ?? null;
  const digits = said
    .replace(half, '')
    .replace(/\s+/g, '')
    .replace(/^(\d{2})(\d{2})(\d{2})?$/, splitDigits);
  const match = time.exec(digits);
  if (!match) return null;
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)];
  const hour = part === null ? hours : hourOf(part, hours);
  const isValid = hour <= 23 && minutes <= 59 && seconds <= 59;
  return isValid ? ((hour * 60 + minutes) * 60 + seconds) * 1000 : null;
}

const splitDigits = (_: string, hours: string, minutes: string, seconds?: string) =>
  [hours, minutes, seconds ?? '00'].join(':');

function hourOf(part: string, hours: number): number {
  if (['pm', '下午', '晚上'].includes(part)) return hours < 12 ? hours + 12 : hours;
  if (part === '中午') return hours < 11 ? hours + 12 : hours;
  return hours === 12 ? 0 : hours;
}

function at({ year, month, day }: Parts, timeMs: number, timeZone: string, given: string): ReadInstant {
  const number = dayNumber(year, month, day);
  if (number === null) return { problem: `"${shown(given)}" is a date that does not exist; ${expected}` };
  if (year < 1970 || year > 2199) return { problem: `"${shown(given)}" is not between 1970 and 2199` };
  return { at: instantAt(zoneOf(timeZone), number, timeMs) };
}

const shown = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
