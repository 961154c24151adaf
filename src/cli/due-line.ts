/** One line of a batch: JSON in, JSON out. Never throws for what a line may hold. */
import { builtinCalendars } from '../domain/calendar/builtin.ts';
import { type Calendar, type CalendarDefinition, compileCalendar } from '../domain/calendar/calendar.ts';
import { excerpt } from '../domain/calendar/refusals.ts';
import { Refusal } from '../domain/refusal.ts';
import { computeDue, type DueInput, type Pause, type TimeMode } from '../domain/time/due.ts';
import { formatInstant, parseInstant } from '../domain/time/instant.ts';
import { timeRefusal } from '../domain/time/refusals.ts';
import { parseTarget } from '../domain/time/target.ts';
import { fieldOf, type Language, lineRefusal, refusalText } from './due-texts.ts';

/** The answer to a line, without its line break: `{"id","due"}` or `{"id","error"}`. */
export function answerLine(text: string, lineNumber: number, language: Language): string {
  let id: string | null = null;
  try {
    const line = parseLine(text);
    id = idText(line.id, text);
    return `{"id":${id},"due":"${dueOf(line)}"}`;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return errorAnswer(id, error, lineNumber, language);
  }
}

/** `id` is JSON; without one the message says which line it was. */
export function errorAnswer(id: string | null, refusal: Refusal, lineNumber: number, language: Language): string {
  const field = fieldOf(refusal);
  const text = refusalText(refusal, language);
  const where = language === 'zh' ? `第 ${lineNumber} 行` : `line ${lineNumber}`;
  const parts = [id === null ? where : '', field === 'line' ? '' : field, text];
  const message = parts.filter((part) => part !== '').join(': ');
  return `{"id":${id},"error":${JSON.stringify({ code: refusal.code, field, message })}}`;
}

type Line = Record<string, unknown>;

function parseLine(text: string): Line {
  let line: unknown;
  try {
    line = JSON.parse(text);
  } catch {
    const message = 'This line is not valid JSON; check brackets, quotes and commas, one object a line';
    throw lineRefusal('line.not-json', 'line', message);
  }
  if (typeof line === 'object' && line !== null && !Array.isArray(line)) return line as Line;
  const message = 'This line is not a JSON object; write {"id", "calendar", "start", "target", …}';
  throw lineRefusal('line.not-object', 'line', message);
}

function dueOf(line: Line): string {
  const input = readInput(line);
  const due = computeDue(input);
  if (due !== null) return formatInstant(due, input.calendar.timeZone);
  throw pauseOpen(input.pauses ?? []);
}

function pauseOpen(pauses: readonly Pause[]): Refusal {
  const firstFrom = Math.min(...pauses.filter((pause) => pause.to === null).map((pause) => pause.from));
  const index = pauses.findIndex((pause) => pause.to === null && pause.from === firstFrom);
  const message = 'This pause is still open, so no due time can be known; give its end, or ask again when it has one';
  return timeRefusal('pause.open', `pauses.${index}.to`, message);
}

function readInput(line: Line): DueInput {
  return {
    calendar: readCalendar(line.calendar),
    start: parseInstant(textOf(line, 'start', '"2026-09-30T16:00:00+08:00"'), 'start'),
    target: parseTarget(textOf(line, 'target', '"4h"')),
    time: line.time === undefined ? 'working' : (textOf(line, 'time', '"working"') as TimeMode),
    pauses: line.pauses === undefined ? [] : readPauses(line.pauses),
  };
}

/** A built-in calendar by name, or a definition. */
export function readCalendar(value: unknown): Calendar {
  if (typeof value !== 'string') {
    if (value === undefined) throw missing('calendar', '"cn"');
    return compileCalendar(value as CalendarDefinition);
  }
  const builtin = builtins.get(value);
  if (builtin) return builtin;
  const name = excerpt(value);
  const message = `There is no calendar "${name}"; use cn, always, or give the calendar itself`;
  throw lineRefusal('calendar.unknown', 'calendar', message, { name });
}

const builtins = new Map(
  Object.entries(builtinCalendars).map(([name, definition]) => [name, compileCalendar(definition)]),
);

const pauseExample = '[["2026-10-08T10:00:00+08:00", "2026-10-08T11:00:00+08:00"]]';

function readPauses(value: unknown): Pause[] {
  if (!Array.isArray(value)) throw wrongType('pauses', pauseExample);
  return value.map((pause, index) => {
    const field = `pauses.${index}`;
    if (!Array.isArray(pause) || pause.length !== 2) throw wrongType(field, pauseExample.slice(1, -1));
    const [from, to] = pause;
    return { from: instantOf(from, `${field}.from`), to: to === null ? null : instantOf(to, `${field}.to`) };
  });
}

function instantOf(value: unknown, field: string): number {
  if (typeof value === 'string') return parseInstant(value, field);
  throw wrongType(field, '"2026-10-08T10:00:00+08:00"');
}

function textOf(line: Line, field: string, example: string): string {
  const value = line[field];
  if (typeof value === 'string') return value;
  throw value === undefined ? missing(field, example) : wrongType(field, example);
}

/** The id as JSON, exactly as it was written: numbers that JavaScript would round are copied from the source. */
function idText(id: unknown, text: string): string {
  if (typeof id === 'string' || Number.isSafeInteger(id)) return JSON.stringify(id);
  if (typeof id === 'number') return numberSource(text) ?? String(id);
  throw id === undefined ? missing('id', '"T-1"') : wrongType('id', '"T-1"');
}

function numberSource(text: string): string | undefined {
  const sources = new Map<unknown, string>();
  const keep = function (this: unknown, key: string, value: unknown, context?: { source?: string }): unknown {
    if (key === 'id' && context?.source !== undefined) sources.set(this, context.source);
    return value;
  };
  try {
    return sources.get(JSON.parse(text, keep));
  } catch {
    // unlike plain parsing, this walk is recursive: what is nested too deep for it is refused for another reason anyway
    return undefined;
  }
}

function missing(field: string, example: string): Refusal {
  return lineRefusal('field.missing', field, `is missing; give it, e.g. ${example}`, { example });
}

function wrongType(field: string, example: string): Refusal {
  return lineRefusal('field.type', field, `has the wrong type; write it like ${example}`, { example });
}
