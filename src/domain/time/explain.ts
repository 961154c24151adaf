/** Why a promise is due when it is due: everything the computation used, bounded, for people to read. Instants are epoch ms. */
import { nextOpen, openSpans } from '../calendar/open-time.ts';
import { workingDayAfter } from '../calendar/working-days.ts';
import { dateText, dayOf } from '../calendar/zone.ts';
import { computeDue, type DueInput, dueWithoutPauses, spanMs, type TimeMode } from './due.ts';
import { mergePauses, type Pause } from './pauses.ts';
import { type Target, targetMs } from './target.ts';

/** No list of an explanation is longer; `truncated` says when one was cut. */
export const explainLimit = 400;

export type CountedSpan = { from: number; to: number; countedMs: number };
/** `countedMs` is by how much the pause moved the due time: 0 when it began too late, null while it is open. */
export type CountedPause = { from: number; to: number | null; countedMs: number | null };
/** A date of the span whose hours are not its weekday's: closed (a holiday) or open otherwise (a make-up day). */
export type SpecialDate = { date: string; isOpen: boolean };

export type DueExplanation = {
  start: number;
  target: Target;
  time: TimeMode;
  timeZone: string;
  /** Where counting begins: the next opening when the start lies outside working time. */
  effectiveStart: number;
  /** What was counted up to the due time (or up to the pause that is still open), pauses left out. */
  spans: CountedSpan[];
  /** Local dates that were counted, for a target in working days; `workingDays[0]` is the first after the start's. */
  workingDays: string[];
  specialDates: SpecialDate[];
  /** Merged, in order. */
  pauses: CountedPause[];
  dueWithoutPauses: number;
  due: number | null;
  truncated: boolean;
};

/** Explains what `computeDue` gives for the same input; refuses the same. */
export function explainDue(input: DueInput): DueExplanation {
  const due = computeDue(input);
  const { calendar, start, target, time } = input;
  const usesCalendar = time === 'working' || target.unit === 'wd';
  const effectiveStart = usesCalendar ? nextOpen(calendar, start) : start;
  const merged = mergePauses(input.pauses ?? [], start);
  const end = due ?? merged.find((pause) => pause.to === null)?.from ?? start;
  const lists = {
    spans: countedSpans(input, merged, end),
    workingDays: workingDays(input, effectiveStart),
    specialDates: usesCalendar ? specialDates(input, end) : [],
    pauses: merged.map((pause) => countedPause(input, pause, due)),
  };
  return {
    start,
    target,
    time,
    timeZone: calendar.timeZone,
    effectiveStart,
    spans: lists.spans.slice(0, explainLimit),
    workingDays: lists.workingDays.slice(0, explainLimit),
    specialDates: lists.specialDates.slice(0, explainLimit),
    pauses: lists.pauses.slice(0, explainLimit),
    dueWithoutPauses: dueWithoutPauses(input),
    due,
    truncated: Object.values(lists).some((list) => list.length > explainLimit),
  };
}

/** The stretches between the pauses; one more than the limit when there are too many. */
function countedSpans({ calendar, start, time }: DueInput, pauses: readonly Pause[], end: number): CountedSpan[] {
  const spans: CountedSpan[] = [];
  let from = start;
  for (const pause of [...pauses, { from: end, to: null }]) {
    const to = Math.min(pause.from, end);
    const room = explainLimit + 1 - spans.length;
    const found = time === 'working' ? openSpans(calendar, from, to, room) : [{ from, to }];
    for (const span of found) if (span.to > span.from) spans.push({ ...span, countedMs: span.to - span.from });
    if (pause.to === null || pause.from >= end || spans.length > explainLimit) break;
    from = pause.to;
  }
  return spans;
}

function workingDays({ calendar, target }: DueInput, effectiveStart: number): string[] {
  if (targetMs(target) !== null) return [];
  const dates: string[] = [];
  let day = dayOf(calendar.rules.zone, effectiveStart);
  while (dates.length < Math.min(target.amount, explainLimit + 1)) {
    day = workingDayAfter(calendar, day, 1);
    dates.push(dateText(day));
  }
  return dates;
}

function specialDates({ calendar, start }: DueInput, end: number): SpecialDate[] {
  const { zone, dates } = calendar.rules;
  const found: SpecialDate[] = [];
  const last = dayOf(zone, end);
  for (let day = dayOf(zone, start); day <= last && found.length <= explainLimit; day++) {
    const hours = dates.get(day);
    if (hours) found.push({ date: dateText(day), isOpen: hours.length > 0 });
  }
  return found;
}

function countedPause({ calendar, time }: DueInput, { from, to }: Pause, due: number | null): CountedPause {
  if (due !== null && from >= due) return { from, to, countedMs: 0 };
  return { from, to, countedMs: to === null ? null : spanMs(calendar, time, from, to) };
}
