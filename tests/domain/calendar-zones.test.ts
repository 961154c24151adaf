/** Opening hours where the clocks change; instants worked out by hand from the zones' published changes. */
import { describe, expect, test } from 'vitest';
import { type CalendarDefinition, compileCalendar } from '../../src/domain/calendar/calendar.ts';
import { addOpenMs, nextOpen, openMsBetween, openSpans } from '../../src/domain/calendar/open-time.ts';
import { readDate } from '../../src/domain/calendar/rules.ts';
import { workingDayAfter } from '../../src/domain/calendar/working-days.ts';
import { dateText } from '../../src/domain/calendar/zone.ts';
import { formatInstant } from '../../src/domain/time/instant.ts';

const at = (text: string) => Date.parse(text);
const hourMs = 3_600_000;

function daily(timeZone: string, ...hours: string[]) {
  const week = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours };
  return compileCalendar({ timeZone, week } satisfies CalendarDefinition);
}

function spansOf(calendar: ReturnType<typeof daily>, from: string, to: string): string[] {
  return openSpans(calendar, at(from), at(to), 100).map((span) =>
    [span.from, span.to].map((end) => formatInstant(end, calendar.timeZone)).join(' '),
  );
}

describe('New York, 8 March 2026, 02:00 → 03:00', () => {
  const day = ['2026-03-08T00:00:00-05:00', '2026-03-09T00:00:00-04:00'] as const;
  test.each([
    ['00:00-24:00', ['2026-03-08T00:00:00-05:00 2026-03-09T00:00:00-04:00']],
    ['00:00-06:00', ['2026-03-08T00:00:00-05:00 2026-03-08T06:00:00-04:00']],
    ['01:00-02:00', ['2026-03-08T01:00:00-05:00 2026-03-08T03:00:00-04:00']],
    ['01:00-03:00', ['2026-03-08T01:00:00-05:00 2026-03-08T03:00:00-04:00']],
    ['02:00-03:00', []],
    ['02:00-10:00', ['2026-03-08T03:00:00-04:00 2026-03-08T10:00:00-04:00']],
    // a skipped opening or closing moves forward by the skipped hour
    ['02:30-10:00', ['2026-03-08T03:30:00-04:00 2026-03-08T10:00:00-04:00']],
    ['01:00-02:30', ['2026-03-08T01:00:00-05:00 2026-03-08T03:30:00-04:00']],
  ])('%s', (hours, spans) => {
    expect(spansOf(daily('America/New_York', hours), ...day)).toEqual(spans);
  });
});

describe('New York, 1 November 2026, 02:00 → 01:00', () => {
  const day = ['2026-11-01T00:00:00-04:00', '2026-11-02T00:00:00-05:00'] as const;
  test.each([
    ['00:00-24:00', ['2026-11-01T00:00:00-04:00 2026-11-02T00:00:00-05:00']],
    ['00:00-01:00', ['2026-11-01T00:00:00-04:00 2026-11-01T01:00:00-04:00']],
    ['01:00-02:00', ['2026-11-01T01:00:00-04:00 2026-11-01T02:00:00-05:00']],
    ['02:00-03:00', ['2026-11-01T02:00:00-05:00 2026-11-01T03:00:00-05:00']],
    // the earlier opening, the later closing: one span over both passes
    ['01:30-05:00', ['2026-11-01T01:30:00-04:00 2026-11-01T05:00:00-05:00']],
    ['00:00-01:30', ['2026-11-01T00:00:00-04:00 2026-11-01T01:30:00-05:00']],
  ])('%s', (hours, spans) => {
    expect(spansOf(daily('America/New_York', hours), ...day)).toEqual(spans);
  });

  test('neighbours in the repeated hour never count twice', () => {
    const calendar = daily('America/New_York', '00:00-01:30', '01:30-03:00');
    expect(openMsBetween(calendar, at(day[0]), at(day[1]))).toBe(4 * hourMs);
  });
});

test.each([
  ['Europe/Berlin', '2026-03-29T00:00:00+01:00', '2026-03-30T00:00:00+02:00', 23],
  ['Europe/Berlin', '2026-10-25T00:00:00+02:00', '2026-10-26T00:00:00+01:00', 25],
  ['Australia/Lord_Howe', '2026-04-05T00:00:00+11:00', '2026-04-06T00:00:00+10:30', 24.5],
  ['Australia/Lord_Howe', '2026-10-04T00:00:00+10:30', '2026-10-05T00:00:00+11:00', 23.5],
  ['Africa/Casablanca', '2026-02-15T00:00:00+01:00', '2026-02-16T00:00:00+00:00', 25],
  ['Africa/Casablanca', '2026-03-22T00:00:00+00:00', '2026-03-23T00:00:00+01:00', 23],
  ['America/Havana', '2026-03-08T01:00:00-04:00', '2026-03-09T00:00:00-04:00', 23],
  ['America/Havana', '2026-11-01T00:00:00-04:00', '2026-11-02T00:00:00-05:00', 25],
  ['Asia/Shanghai', '1991-04-14T00:00:00+08:00', '1991-04-15T00:00:00+09:00', 23],
])('%s from %s to %s is %d h long and open throughout', (timeZone, from, to, hours) => {
  const calendar = daily(timeZone, '00:00-24:00');
  expect(at(to) - at(from)).toBe(hours * hourMs);
  expect(openMsBetween(calendar, at(from), at(to))).toBe(hours * hourMs);
  expect(spansOf(calendar, from, to)).toHaveLength(1);
});

describe('Apia, where 30 December 2011 never was', () => {
  const calendar = daily('Pacific/Apia', '09:00-17:00');

  test('the skipped date has no opening', () => {
    expect(spansOf(calendar, '2011-12-29T00:00:00-10:00', '2012-01-01T00:00:00+14:00')).toEqual([
      '2011-12-29T09:00:00-10:00 2011-12-29T17:00:00-10:00',
      '2011-12-31T09:00:00+14:00 2011-12-31T17:00:00+14:00',
    ]);
  });

  test('nor is it a working day', () => {
    expect(dateText(workingDayAfter(calendar, readDate('2011-12-29', 'date'), 1))).toBe('2011-12-31');
  });

  test('counting goes on across it', () => {
    const due = addOpenMs(calendar, at('2011-12-29T16:00:00-10:00'), 2 * hourMs);
    expect(formatInstant(due, 'Pacific/Apia')).toBe('2011-12-31T10:00:00+14:00');
    expect(nextOpen(calendar, at('2011-12-29T17:00:00-10:00'))).toBe(at('2011-12-31T09:00:00+14:00'));
  });
});

test('an interval to 24:00 and the next from 00:00 are counted as one stretch', () => {
  const calendar = daily('Asia/Shanghai', '00:00-06:00', '22:00-24:00');
  const due = addOpenMs(calendar, at('2026-03-04T23:00:00+08:00'), 2 * hourMs);
  expect(due).toBe(at('2026-03-05T01:00:00+08:00'));
  expect(addOpenMs(calendar, at('2026-03-04T23:00:00+08:00'), hourMs)).toBe(at('2026-03-05T00:00:00+08:00'));
  expect(addOpenMs(calendar, at('2026-03-04T23:00:00+08:00'), 7 * hourMs)).toBe(at('2026-03-05T06:00:00+08:00'));
});
