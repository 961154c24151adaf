/**
 * The algebra against a second, slow implementation that knows no spans, blocks or Temporal: it asks Intl for the
 * local date and time of every minute of a month and walks.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CalendarDefinition, compileCalendar } from '../../src/domain/calendar/calendar.ts';
import { weekdays } from '../../src/domain/calendar/definition.ts';
import { computeDue, type Pause, type TimeMode } from '../../src/domain/time/due.ts';
import { calendarIn, pausesNear, timeMode, type Window, windows } from './time-arbitraries.ts';

const minuteMs = 60_000;

/** Local date and minute of day for every minute of the window and two weeks more. */
class Minutes {
  readonly times: number[] = [];
  /** Date → the minutes of the window that fall on it. */
  readonly dates = new Map<string, number[]>();

  constructor({ timeZone, from, days }: Window) {
    const format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    for (let i = 0; i < (days + 14) * 1440; i++) {
      const [date = '', time = ''] = format.format(from + i * minuteMs).split(', ');
      this.times.push(minuteOfDay(time));
      const minutesOfDate = this.dates.get(date);
      if (minutesOfDate) minutesOfDate.push(i);
      else this.dates.set(date, [i]);
    }
  }

  open(definition: CalendarDefinition): boolean[] {
    const open = this.times.map(() => false);
    for (const [date, minutes] of this.dates) {
      for (const [from, to] of hoursOn(definition, date)) {
        for (const i of minutes) if ((this.times[i] ?? -1) >= from && (this.times[i] ?? -1) < to) open[i] = true;
      }
    }
    return open;
  }
}

function minuteOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function hoursOn({ week, dates }: CalendarDefinition, date: string): [number, number][] {
  const weekday = weekdays[(new Date(date).getUTCDay() + 6) % 7] ?? 'mon';
  return (dates?.[date] ?? week[weekday] ?? []).map((interval) => {
    const [from = '', to = ''] = interval.split('-');
    return [minuteOfDay(from), minuteOfDay(to)];
  });
}

const isPaused = (pauses: readonly Pause[], at: number) =>
  pauses.some(({ from, to }) => at >= from && (to === null || at < to));

/** The first minute by which `target` minutes have counted; undefined beyond the window. */
function dueOfMinutes(counts: readonly boolean[], start: number, target: number): number | undefined {
  let counted = 0;
  for (let i = start; i < counts.length; i++) {
    if (counts[i] && ++counted === target) return i + 1;
  }
  return undefined;
}

function dueOfWorkingDays(
  minutes: Minutes,
  open: readonly boolean[],
  start: number,
  count: number,
): number | undefined {
  const effective = open.indexOf(true, start);
  if (effective < 0) return undefined;
  const laterDates = [...minutes.dates.values()].filter(
    (indexes) => (indexes[0] ?? 0) > effective && indexes.some((i) => open[i]),
  );
  const date = laterDates[count - 1];
  // the window's last date may be cut off
  if (date === undefined || date === laterDates.at(-1)) return undefined;
  const at = sameTimeOn(minutes, date, minutes.times[effective] ?? 0);
  const last = (date.findLast((i) => open[i]) ?? 0) + 1;
  if (at === undefined || at >= last) return last;
  const isAtClosing = open[at - 1] === true && date.includes(at - 1);
  return open[at] || isAtClosing ? at : open.indexOf(true, at);
}

/** The first minute of the date that shows the time; a skipped time moves forward by the gap. */
function sameTimeOn(minutes: Minutes, date: readonly number[], time: number): number | undefined {
  const at = date.find((i) => (minutes.times[i] ?? 0) >= time);
  if (at === undefined || minutes.times[at] === time) return at;
  return at + time - (minutes.times[at - 1] ?? 0) - 1;
}

/** Each joined pause that begins before the due minute moves it by as many counted minutes as it holds. */
function moveByPauses(
  counts: readonly boolean[],
  paused: readonly boolean[],
  start: number,
  due: number,
): number | undefined {
  let moved: number | undefined = due;
  for (let i = start; moved !== undefined && i < moved; i++) {
    if (!paused[i] || (i > start && paused[i - 1])) continue;
    let held = 0;
    for (let j = i; paused[j]; j++) held += counts[j] ? 1 : 0;
    if (held > 0) moved = dueOfMinutes(counts, moved, held);
  }
  return moved;
}

describe.each(windows.map((window, i) => ({ ...window, name: `${window.timeZone} #${i}` })))('$name', (window) => {
  const minutes = new Minutes(window);
  const starts = fc.integer({ min: 0, max: window.days * 1440 - 1 });
  const scene = fc
    .record({ definition: calendarIn(window), start: starts, time: timeMode })
    .chain((part) => pausesNear(window.from + part.start * minuteMs, minuteMs).map((pauses) => ({ ...part, pauses })));

  function compare(expected: number | undefined, actual: number | null): void {
    if (expected === undefined) return;
    expect(actual).toBe(window.from + expected * minuteMs);
  }

  function countsOf(definition: CalendarDefinition, time: TimeMode): boolean[] {
    return time === 'wall' ? minutes.times.map(() => true) : minutes.open(definition);
  }

  test('counted minutes', () => {
    fc.assert(
      fc.property(scene, fc.integer({ min: 1, max: 4000 }), ({ definition, start, time, pauses }, amount) => {
        const at = window.from + start * minuteMs;
        const counts = countsOf(definition, time).map(
          (isOpen, i) => isOpen && !isPaused(pauses, window.from + i * minuteMs),
        );
        const input = {
          calendar: compileCalendar(definition),
          start: at,
          target: { amount, unit: 'm' as const },
          time,
          pauses,
        };
        compare(dueOfMinutes(counts, start, amount), computeDue(input));
      }),
      { numRuns: 60 },
    );
  });

  test('working days', () => {
    fc.assert(
      fc.property(scene, fc.integer({ min: 1, max: 7 }), ({ definition, start, time, pauses }, amount) => {
        const at = window.from + start * minuteMs;
        const due = dueOfWorkingDays(minutes, minutes.open(definition), start, amount);
        if (due === undefined) return;
        const paused = minutes.times.map((_, i) => i >= start && isPaused(pauses, window.from + i * minuteMs));
        const moved = moveByPauses(countsOf(definition, time), paused, start, due);
        const input = {
          calendar: compileCalendar(definition),
          start: at,
          target: { amount, unit: 'wd' as const },
          time,
          pauses,
        };
        compare(moved, computeDue(input));
      }),
      { numRuns: 60 },
    );
  });
});
