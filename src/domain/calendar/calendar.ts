import { Calendar } from './compiled.ts';
import type { CalendarDefinition } from './definition.ts';
import { calendarRefusal } from './refusals.ts';
import { readRules } from './rules.ts';

export type { Calendar } from './compiled.ts';
export { type CalendarDefinition, calendarDefinitionSchema } from './definition.ts';

const maxKept = 256;
const compiled = new Map<string, Calendar>();

/**
 * Checks a definition and makes it fast. Equal definitions give the same object (the last 256 are kept), so that
 * calling it again costs little. Refuses `calendar.*` with the path inside the definition, e.g. `week.mon.1`.
 */
export function compileCalendar(definition: CalendarDefinition): Calendar {
  const key = definitionKey(definition);
  const known = compiled.get(key);
  const calendar = known ?? new Calendar(readRules(definition));
  if (known) compiled.delete(key);
  else if (compiled.size >= maxKept) compiled.delete(compiled.keys().next().value as string);
  compiled.set(key, calendar);
  return calendar;
}

function definitionKey(definition: CalendarDefinition): string {
  try {
    return JSON.stringify(definition) ?? '';
  } catch {
    // circular, or nested deeper than the stack
    throw calendarRefusal('calendar.invalid', '', 'Give the calendar as a plain object with timeZone and week');
  }
}
