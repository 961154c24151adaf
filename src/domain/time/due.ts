/** When a promise is due: pure arithmetic on epoch ms, half-open intervals, nothing reads a clock. */
import type { Calendar } from '../calendar/calendar.ts';
import { addOpenMs, nextOpen, openMsBetween } from '../calendar/open-time.ts';
import { timeOnWorkingDay, workingDayAfter } from '../calendar/working-days.ts';
import { dayOf, localTimeMs } from '../calendar/zone.ts';
import { checkInstant } from './instant.ts';
import { checkPauses, mergePauses, type Pause } from './pauses.ts';
import { timeRefusal } from './refusals.ts';
import { checkTarget, type Target, targetMs } from './target.ts';

export type { Pause } from './pauses.ts';

/** `wall` counts elapsed time, `working` only the calendar's open time. */
export type TimeMode = 'wall' | 'working';

export type DueInput = {
  readonly calendar: Calendar;
  /** Epoch ms. */
  readonly start: number;
  readonly target: Target;
  readonly time: TimeMode;
  /** In any order; may overlap, touch, begin before the start or lie after the due time. */
  readonly pauses?: readonly Pause[];
};

/**
 * The earliest instant (epoch ms) at which the counted time equals the target; null while a pause that began
 * before it is still open. Working days always follow the calendar, under either mode; the mode then decides
 * whether a pause moves the due time by its elapsed or its working time.
 * Refuses `target.*`, `instant.*`, `pause.inverted`, `time.mode-unknown`, `calendar.never-open`.
 */
export function computeDue(input: DueInput): number | null {
  checkDueInput(input);
  const { calendar, time, pauses } = input;
  const due = dueWithoutPauses(input);
  if (pauses === undefined || pauses.length === 0) return due;
  return dueAfterPauses(calendar, time, due, mergePauses(pauses, input.start));
}

export type CountedInput = {
  readonly calendar: Calendar;
  readonly from: number;
  /** Not before `from`. */
  readonly to: number;
  readonly time: TimeMode;
  readonly pauses?: readonly Pause[];
};

/** Time (ms) that counts in [from, to): elapsed or open, less what is paused. An open pause lasts to the end. */
export function countedTime({ calendar, from, to, time, pauses = [] }: CountedInput): number {
  checkInstant(from, 'from');
  checkInstant(to, 'to');
  checkMode(time);
  checkPauses(pauses);
  if (to < from)
    throw timeRefusal('instant.invalid', 'to', 'The end lies before the beginning; swap them', { from, to });
  let counted = spanMs(calendar, time, from, to);
  for (const pause of mergePauses(pauses, from)) {
    if (pause.from >= to) break;
    counted -= spanMs(calendar, time, pause.from, Math.min(pause.to ?? to, to));
  }
  return counted;
}

export function checkDueInput({ start, target, time, pauses }: DueInput): void {
  checkInstant(start, 'start');
  checkTarget(target);
  checkMode(time);
  if (pauses !== undefined) checkPauses(pauses);
}

/** The due time as if nothing were paused. */
export function dueWithoutPauses({ calendar, start, target, time }: DueInput): number {
  const amountMs = targetMs(target);
  if (amountMs === null) return dueInWorkingDays(calendar, start, target.amount);
  return time === 'wall' ? start + amountMs : addOpenMs(calendar, start, amountMs);
}

/** Same local time on the Nth working day; a start outside working time counts as the next opening. */
function dueInWorkingDays(calendar: Calendar, start: number, count: number): number {
  const { zone } = calendar.rules;
  const effectiveStart = nextOpen(calendar, start);
  const day = dayOf(zone, effectiveStart);
  const timeMs = localTimeMs(zone, day, effectiveStart);
  return timeOnWorkingDay(calendar, workingDayAfter(calendar, day, count), timeMs);
}

/** Each pause that begins before the due time reached so far moves it on; `pauses` are merged. */
export function dueAfterPauses(
  calendar: Calendar,
  time: TimeMode,
  due: number,
  pauses: readonly Pause[],
): number | null {
  let moved = due;
  for (const pause of pauses) {
    if (pause.from >= moved) break;
    if (pause.to === null) return null;
    moved =
      time === 'wall'
        ? moved + pause.to - pause.from
        : addOpenMs(calendar, moved, openMsBetween(calendar, pause.from, pause.to));
  }
  return moved;
}

/** Elapsed or open time (ms) in [from, to). */
export function spanMs(calendar: Calendar, time: TimeMode, from: number, to: number): number {
  return time === 'wall' ? to - from : openMsBetween(calendar, from, to);
}

function checkMode(time: TimeMode): void {
  if (time === 'wall' || time === 'working') return;
  throw timeRefusal('time.mode-unknown', 'time', `"${time}" is not a way to count time; use wall or working`, { time });
}
