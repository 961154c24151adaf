/** Working days: local dates with any open span. Days are numbers (0 = 1970-01-01 local), instants epoch ms. */
import type { Calendar } from './compiled.ts';
import { BlockSearch } from './open-time.ts';
import { daysPerBlock, instantAt } from './zone.ts';

/** The `count`-th working day after `day` (count ≥ 1). Refuses as a search for openings does. */
export function workingDayAfter(calendar: Calendar, day: number, count: number): number {
  const search = new BlockSearch(calendar, day >> 6);
  const passed = workingDaysUpTo(search.block.workingDays, day & 63);
  let position = passed + count - 1;
  while (position >= search.block.workingDays.length) {
    position -= search.block.workingDays.length;
    search.next();
  }
  return search.index * daysPerBlock + (search.block.workingDays[position] as number);
}

function workingDaysUpTo(workingDays: readonly number[], dayOfBlock: number): number {
  let count = Math.min(workingDays.length, dayOfBlock + 1);
  while (count > 0 && (workingDays[count - 1] as number) > dayOfBlock) count--;
  return count;
}

/**
 * The instant at which the wall clock shows `timeMs` on a working day, moved into its hours: before opening to the
 * opening, in a break to the end of the break, after closing to the closing. Exactly at a closing stays.
 */
export function timeOnWorkingDay(calendar: Calendar, day: number, timeMs: number): number {
  const at = instantAt(calendar.rules.zone, day, timeMs);
  const block = calendar.block(day >> 6);
  const last = (block.firstSpan[(day & 63) + 1] as number) - 1;
  for (let span = block.firstSpan[day & 63] as number; span <= last; span++) {
    if (at <= (block.closes[span] as number)) return Math.max(at, block.opens[span] as number);
  }
  return block.closes[last] as number;
}
