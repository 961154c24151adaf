/** Random calendars, starts, targets and pauses for the property tests. */
import fc from 'fast-check';
import { type CalendarDefinition, compileCalendar } from '../../src/domain/calendar/calendar.ts';
import { dateText } from '../../src/domain/calendar/zone.ts';
import type { DueInput, Pause, TimeMode } from '../../src/domain/time/due.ts';
import type { Target } from '../../src/domain/time/target.ts';

export type Window = { timeZone: string; from: number; days: number; stepMinutes: number };

/** Weeks with a clock change inside (Shanghai: National Day), and a grid on which no boundary lies inside the change. */
export const windows: readonly Window[] = [
  { timeZone: 'Asia/Shanghai', from: Date.UTC(2026, 8, 20), days: 28, stepMinutes: 5 },
  { timeZone: 'America/New_York', from: Date.UTC(2026, 1, 25), days: 28, stepMinutes: 60 },
  { timeZone: 'America/New_York', from: Date.UTC(2026, 9, 22), days: 28, stepMinutes: 60 },
  { timeZone: 'Europe/Berlin', from: Date.UTC(2026, 2, 20), days: 28, stepMinutes: 60 },
  { timeZone: 'Europe/Berlin', from: Date.UTC(2026, 9, 15), days: 28, stepMinutes: 60 },
  { timeZone: 'Australia/Lord_Howe', from: Date.UTC(2026, 2, 28), days: 28, stepMinutes: 30 },
  { timeZone: 'Australia/Lord_Howe', from: Date.UTC(2026, 8, 25), days: 28, stepMinutes: 30 },
  { timeZone: 'Africa/Casablanca', from: Date.UTC(2026, 1, 6), days: 28, stepMinutes: 60 },
  { timeZone: 'Africa/Casablanca', from: Date.UTC(2026, 2, 13), days: 28, stepMinutes: 60 },
  { timeZone: 'Pacific/Apia', from: Date.UTC(2011, 11, 20), days: 28, stepMinutes: 60 },
];

/** Up to four intervals on the grid; the last may end at 24:00, so that it touches the next day's 00:00. */
function hours(stepMinutes: number): fc.Arbitrary<string[]> {
  const boundary = fc.integer({ min: 0, max: 1440 / stepMinutes });
  return fc.uniqueArray(boundary, { minLength: 0, maxLength: 8 }).map((boundaries) => {
    const minutes = boundaries.sort((a, b) => a - b).map((step) => step * stepMinutes);
    const intervals: string[] = [];
    for (let i = 0; i + 1 < minutes.length; i += 2) intervals.push(`${clock(minutes[i])}-${clock(minutes[i + 1])}`);
    return intervals;
  });
}

function clock(minutes = 0): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Weeks with closed days, holidays and make-up days within the window; at least one weekday is open. */
export function calendarIn(window: Window): fc.Arbitrary<CalendarDefinition> {
  const day = hours(window.stepMinutes);
  const date = fc.integer({ min: 0, max: window.days }).map((i) => dateText(window.from / 86_400_000 + i));
  const week = fc.record(
    { tue: day, wed: day, thu: day, fri: day, sat: day, sun: day },
    { requiredKeys: ['tue', 'wed', 'thu'] },
  );
  const open = day.filter((intervals) => intervals.length > 0);
  const override = fc.tuple(date, fc.oneof(fc.constant<string[]>([]), day));
  return fc.tuple(week, open, fc.array(override, { maxLength: 8 })).map(([rest, mon, dates]) => ({
    timeZone: window.timeZone,
    week: { mon, ...rest },
    dates: Object.fromEntries(dates),
  }));
}

export const timeMode = fc.constantFrom<TimeMode>('wall', 'working');

/** Seconds to two days of counted time. */
export const durationTarget: fc.Arbitrary<Target> = fc.oneof(
  fc.record({ amount: fc.integer({ min: 1, max: 172_800 }), unit: fc.constant('s' as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 2_880 }), unit: fc.constant('m' as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 48 }), unit: fc.constant('h' as const) }),
);

export const workingDayTarget: fc.Arbitrary<Target> = fc.record({
  amount: fc.integer({ min: 1, max: 6 }),
  unit: fc.constant('wd' as const),
});

/** Pauses near the start, on multiples of `stepMs`, in any order, overlapping and touching, some empty. */
export function pausesNear(start: number, stepMs: number): fc.Arbitrary<Pause[]> {
  const dayMs = 86_400_000;
  const from = fc.integer({ min: -dayMs / stepMs, max: (8 * dayMs) / stepMs });
  const length = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: (2 * dayMs) / stepMs }));
  const pause = fc.tuple(from, length).map(([at, steps]) => ({
    from: start + at * stepMs,
    to: start + (at + steps) * stepMs,
  }));
  return fc.array(pause, { maxLength: 6 });
}

/** A whole input at millisecond precision, in any of the windows. */
export function dueInput(target: fc.Arbitrary<Target>): fc.Arbitrary<DueInput & { pauses: Pause[] }> {
  return fc.constantFrom(...windows).chain((window) =>
    fc
      .record({
        calendar: calendarIn(window).map(compileCalendar),
        start: fc.integer({ min: window.from, max: window.from + (window.days * 86_400_000) / 2 }),
        target,
        time: timeMode,
      })
      .chain((input) => pausesNear(input.start, 1).map((pauses) => ({ ...input, pauses }))),
  );
}
