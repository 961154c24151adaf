/** Due times worked out by hand. Instants without an offset are Shanghai time. */
import { describe, expect, test } from 'vitest';
import { compileCalendar } from '../../src/domain/calendar/calendar.ts';
import { computeDue, countedTime, type DueInput, type Pause, type TimeMode } from '../../src/domain/time/due.ts';
import { formatInstant, parseInstant } from '../../src/domain/time/instant.ts';
import { parseTarget, type Target } from '../../src/domain/time/target.ts';
import { calendars } from './time-calendars.ts';

type Name = keyof typeof calendars;
type Row = [calendar: Name, start: string, target: string, due: string | null, pauses?: [string, string | null][]];

const instant = (text: string) => parseInstant(/(Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}+08:00`, 'start');

function dueOf(time: TimeMode, [name, start, target, , pauses = []]: Row): string | null {
  const due = computeDue({
    calendar: calendars[name],
    start: instant(start),
    target: parseTarget(target),
    time,
    pauses: pauses.map(([from, to]): Pause => ({ from: instant(from), to: to === null ? null : instant(to) })),
  });
  return due === null ? null : formatInstant(due, 'Asia/Shanghai').replace('+08:00', '').replace(/:00$/, '');
}

function rows(time: TimeMode, table: Row[]): void {
  test.each(table)('%s %s + %s = %s %j', (...row) => {
    expect(dueOf(time, row as Row)).toBe(row[3]);
  });
}

describe('working time: s, m, h', () => {
  rows('working', [
    ['cn', '2026-09-30T16:00', '45s', '2026-09-30T16:00:45'],
    ['cn', '2026-09-30T16:00', '30m', '2026-09-30T16:30'],
    // exactly on closing stays at closing
    ['cn', '2026-09-30T16:00', '2h', '2026-09-30T18:00'],
    ['cn', '2026-09-30T16:00', '7201s', '2026-10-08T09:00:01'],
    ['cn', '2026-09-30T16:00', '4h', '2026-10-08T11:00'],
    // 2 h on 30 September, 27 h on 8, 9 and the worked Saturday 10 October, 1 h on Monday
    ['cn', '2026-09-30T16:00', '30h', '2026-10-12T10:00'],
    ['cn', '2026-09-30T18:00', '30m', '2026-10-08T09:30'],
    ['cn', '2026-10-03T12:00', '30m', '2026-10-08T09:30'],
    // the worked Sunday before National Day
    ['cn', '2026-09-18T17:30', '1h', '2026-09-20T09:30'],
    // the worked Saturday before and after the Spring Festival
    ['cn', '2026-02-13T17:00', '10h', '2026-02-14T18:00'],
    ['cn', '2026-02-13T17:00', '11h', '2026-02-24T10:00'],
    ['cn', '2026-02-27T17:00', '2h', '2026-02-28T10:00'],
    ['cn', '2026-02-28T17:00', '2h', '2026-03-02T10:00'],
    // the first working day of 2026 is Sunday 4 January
    ['cn', '2025-12-31T17:00', '2h', '2026-01-04T10:00'],
    ['split', '2026-03-04T11:00', '2h', '2026-03-04T14:30'],
    ['split', '2026-03-04T11:00', '1h', '2026-03-04T12:00'],
    ['split', '2026-03-04T12:00', '1s', '2026-03-04T13:30:01'],
    ['split', '2026-03-04T12:30', '4h', '2026-03-04T17:30'],
    ['split', '2026-03-06T17:29:59.500', '1s', '2026-03-09T08:30:00.500'],
    ['night', '2026-03-04T23:00', '1h', '2026-03-05T00:00'],
    ['night', '2026-03-04T23:00', '8h', '2026-03-05T23:00'],
    ['always', '2026-10-01T03:21:09.007', '72h', '2026-10-04T03:21:09.007'],
  ]);
});

describe('working days', () => {
  rows('working', [
    ['cn', '2026-09-30T16:00', '1wd', '2026-10-08T16:00'],
    ['cn', '2026-09-30T16:00', '3wd', '2026-10-10T16:00'],
    ['cn', '2026-09-30T16:00', '4wd', '2026-10-12T16:00'],
    // outside working time: the next opening is the start
    ['cn', '2026-09-30T18:00', '1wd', '2026-10-09T09:00'],
    ['cn', '2026-09-30T17:59:59.999', '1wd', '2026-10-08T17:59:59.999'],
    ['cn', '2026-10-01T10:00', '1wd', '2026-10-09T09:00'],
    ['cn', '2026-10-08T08:00', '1wd', '2026-10-09T09:00'],
    ['cn', '2026-09-18T15:00', '1wd', '2026-09-20T15:00'],
    ['cn', '2026-09-24T15:00', '1wd', '2026-09-28T15:00'],
    ['cn', '2026-02-13T10:00', '1wd', '2026-02-14T10:00'],
    ['cn', '2026-02-13T10:00', '2wd', '2026-02-24T10:00'],
    ['cn', '2026-02-27T10:00', '2wd', '2026-03-02T10:00'],
    // 22 working days of March 2026, then April from the 1st to the 3rd
    ['cn', '2026-03-02T10:00', '24wd', '2026-04-03T10:00'],
    // in the lunch break and exactly at its beginning
    ['split', '2026-03-04T12:30', '1wd', '2026-03-05T13:30'],
    ['split', '2026-03-04T12:00', '1wd', '2026-03-05T13:30'],
    // Tuesday opens at 10:00, breaks from 12:00 to 14:00 and closes at 16:00
    ['short', '2026-03-02T08:30', '1wd', '2026-03-03T10:00'],
    ['short', '2026-03-02T11:00', '1wd', '2026-03-03T11:00'],
    ['short', '2026-03-02T12:00', '1wd', '2026-03-03T12:00'],
    ['short', '2026-03-02T12:00:00.001', '1wd', '2026-03-03T14:00'],
    ['short', '2026-03-02T13:00', '1wd', '2026-03-03T14:00'],
    ['short', '2026-03-02T16:00', '1wd', '2026-03-03T16:00'],
    ['short', '2026-03-02T19:00', '1wd', '2026-03-03T16:00'],
    // a Friday that only its date opens
    ['short', '2026-03-04T07:00', '2wd', '2026-03-06T08:00'],
    ['short', '2026-03-05T11:30', '1wd', '2026-03-06T08:00'],
    ['night', '2026-03-04T23:00', '1wd', '2026-03-05T23:00'],
    ['night', '2026-03-04T06:00', '1wd', '2026-03-05T22:00'],
    ['always', '2026-10-01T03:21:09.007', '3wd', '2026-10-04T03:21:09.007'],
  ]);
});

describe('wall-clock time', () => {
  rows('wall', [
    ['cn', '2026-09-30T16:00', '24h', '2026-10-01T16:00'],
    ['cn', '2026-10-03T23:59:59.999', '30m', '2026-10-04T00:29:59.999'],
    // working days follow the calendar under wall time as well
    ['cn', '2026-09-30T16:00', '3wd', '2026-10-10T16:00'],
  ]);

  test('an hour is an hour where the clocks change', () => {
    const calendar = compileCalendar({ timeZone: 'America/New_York', week: {} });
    const start = instant('2026-03-07T12:00:00-05:00');
    const due = computeDue({ calendar, start, target: parseTarget('24h'), time: 'wall' });
    expect(due).toBe(instant('2026-03-08T13:00:00-04:00'));
  });
});

describe('pauses under wall time', () => {
  const row = (due: string | null, pauses: [string, string | null][]): Row => [
    'cn',
    '2026-03-04T10:00',
    '4h',
    due,
    pauses,
  ];
  rows('wall', [
    row('2026-03-04T15:00', [['2026-03-04T11:00', '2026-03-04T12:00']]),
    // unordered, overlapping, touching, twice
    row('2026-03-04T16:00', [
      ['2026-03-04T12:00', '2026-03-04T13:00'],
      ['2026-03-04T11:00', '2026-03-04T12:00'],
      ['2026-03-04T11:30', '2026-03-04T12:30'],
      ['2026-03-04T11:00', '2026-03-04T12:00'],
    ]),
    // only what lies after the start
    row('2026-03-04T14:30', [['2026-03-04T08:00', '2026-03-04T10:30']]),
    row('2026-03-04T14:00', [['2026-03-04T08:00', '2026-03-04T10:00']]),
    // beginning exactly at the due time, or later
    row('2026-03-04T14:00', [['2026-03-04T14:00', '2026-03-04T20:00']]),
    row('2026-03-04T14:00', [['2026-03-05T14:00', null]]),
    row('2026-03-04T14:00', [['2026-03-04T14:00', null]]),
    // the last millisecond before it
    row('2026-03-04T20:00:00.001', [['2026-03-04T13:59:59.999', '2026-03-04T20:00']]),
    // one pause moves the due time behind the beginning of the next
    row('2026-03-04T16:30', [
      ['2026-03-04T14:30', '2026-03-04T15:30'],
      ['2026-03-04T13:00', '2026-03-04T14:30'],
    ]),
    row('2026-03-04T17:00', [
      ['2026-03-04T14:45', '2026-03-04T15:45'],
      ['2026-03-04T13:00', '2026-03-04T15:00'],
      ['2026-03-04T16:00', '2026-03-04T16:15'],
    ]),
    row('2026-03-04T14:00:00.003', [
      ['2026-03-04T11:00', '2026-03-04T11:00:00.001'],
      ['2026-03-04T11:00:00.001', '2026-03-04T11:00:00.002'],
      ['2026-03-04T12:00', '2026-03-04T12:00:00.001'],
      ['2026-03-04T13:00', '2026-03-04T13:00'],
    ]),
    row(null, [['2026-03-04T13:00', null]]),
    row(null, [['2026-03-04T09:00', null]]),
    row(null, [
      ['2026-03-04T13:00', '2026-03-04T15:00'],
      ['2026-03-04T15:30', null],
    ]),
  ]);
});

describe('pauses under working time', () => {
  rows('working', [
    ['cn', '2026-03-04T10:00', '4h', '2026-03-04T15:00', [['2026-03-04T11:00', '2026-03-04T12:00']]],
    // a night's pause counts only its working time: 17:00–18:00 and 09:00–10:00
    ['cn', '2026-03-04T16:00', '4h', '2026-03-05T13:00', [['2026-03-04T17:00', '2026-03-05T10:00']]],
    // entirely outside working time: no effect
    ['cn', '2026-03-04T16:00', '4h', '2026-03-05T11:00', [['2026-03-04T19:00', '2026-03-05T08:00']]],
    ['cn', '2026-03-04T16:00', '4h', null, [['2026-03-04T19:00', null]]],
    // over National Day: 1 h before, 1 h after
    ['cn', '2026-09-30T16:00', '4h', '2026-10-08T13:00', [['2026-09-30T17:00', '2026-10-08T10:00']]],
    // moved exactly to closing
    ['cn', '2026-03-04T10:00', '4h', '2026-03-04T18:00', [['2026-03-04T11:00', '2026-03-04T15:00']]],
    // due at closing, a pause of that evening begins too late; one from 17:00 does not
    ['cn', '2026-03-04T14:00', '4h', '2026-03-04T18:00', [['2026-03-04T18:00', '2026-03-05T12:00']]],
    ['cn', '2026-03-04T14:00', '4h', '2026-03-05T10:00', [['2026-03-04T17:00', '2026-03-04T20:00']]],
    // working days: due first, then moved by the working time paused
    ['cn', '2026-09-30T16:00', '3wd', '2026-10-12T10:00', [['2026-10-08T10:00', '2026-10-08T13:00']]],
    ['cn', '2026-09-30T16:00', '3wd', '2026-10-10T16:00', [['2026-10-01T00:00', '2026-10-08T00:00']]],
    ['cn', '2026-09-30T16:00', '3wd', '2026-10-10T18:00', [['2026-10-09T12:00', '2026-10-09T14:00']]],
    // paused before the next opening counts nothing: the clock had not begun
    ['cn', '2026-10-01T10:00', '1wd', '2026-10-09T10:00', [['2026-10-01T12:00', '2026-10-08T10:00']]],
    // a due time at an opening, and a pause that began before it and lasts beyond
    ['cn', '2026-10-01T10:00', '1wd', '2026-10-09T10:00', [['2026-10-09T08:00', '2026-10-09T10:00']]],
    ['cn', '2026-10-01T10:00', '1wd', '2026-10-09T09:00', [['2026-10-09T09:00', '2026-10-09T10:00']]],
    ['cn', '2026-10-01T10:00', '1wd', '2026-10-09T09:00', [['2026-10-09T08:00', '2026-10-09T09:00']]],
    // touching pauses are one
    [
      'cn',
      '2026-10-01T10:00',
      '1wd',
      '2026-10-09T10:00',
      [
        ['2026-10-09T08:00', '2026-10-09T09:00'],
        ['2026-10-09T09:00', '2026-10-09T10:00'],
      ],
    ],
  ]);

  test('under wall time the same pause moves a working-day target by its elapsed span', () => {
    const row: Row = ['cn', '2026-09-30T16:00', '3wd', null, [['2026-10-01T00:00', '2026-10-02T00:00']]];
    expect(dueOf('wall', row)).toBe('2026-10-11T16:00');
  });
});

describe('counted time', () => {
  const counted = (from: string, to: string, time: TimeMode, pauses: Pause[] = []) =>
    countedTime({ calendar: calendars.split, from: instant(from), to: instant(to), time, pauses }) / 60_000;

  test('is open time less pauses, or elapsed time less pauses', () => {
    const lunch = { from: instant('2026-03-04T11:30'), to: instant('2026-03-04T14:00') };
    expect(counted('2026-03-04T08:00', '2026-03-04T18:00', 'working')).toBe(450);
    expect(counted('2026-03-04T08:00', '2026-03-04T18:00', 'working', [lunch])).toBe(390);
    expect(counted('2026-03-04T08:00', '2026-03-04T18:00', 'wall', [lunch, lunch])).toBe(450);
    expect(counted('2026-03-04T08:00', '2026-03-04T08:00', 'wall', [lunch])).toBe(0);
  });

  test('stands still from an open pause on', () => {
    const open = { from: instant('2026-03-04T14:30'), to: null };
    expect(counted('2026-03-04T13:00', '2026-03-09T18:00', 'working', [open])).toBe(60);
  });
});

describe('refused', () => {
  const input: DueInput = {
    calendar: calendars.cn,
    start: instant('2026-03-04T10:00'),
    target: parseTarget('4h'),
    time: 'working',
  };
  const pause = (from: number, to: number | null) => ({ pauses: [{ from, to }] });
  test.each<[Partial<DueInput>, string, string]>([
    [{ start: Number.NaN }, 'instant.invalid', 'start'],
    [{ start: 1.5 }, 'instant.invalid', 'start'],
    [{ start: -1 }, 'instant.out-of-range', 'start'],
    [{ start: 8e15 }, 'instant.out-of-range', 'start'],
    [{ target: { amount: 0, unit: 'h' } }, 'target.out-of-range', 'target'],
    [{ target: { amount: 1.5, unit: 'wd' } }, 'target.out-of-range', 'target'],
    [{ target: { amount: 1, unit: 'd' } as unknown as Target }, 'target.unit-unknown', 'target'],
    [{ time: 'worked' as TimeMode }, 'time.mode-unknown', 'time'],
    [pause(input.start, input.start - 1), 'pause.inverted', 'pauses.0.to'],
    [pause(Number.POSITIVE_INFINITY, null), 'instant.invalid', 'pauses.0.from'],
    [pause(input.start, 8e15), 'instant.out-of-range', 'pauses.0.to'],
    [{ calendar: compileCalendar({ timeZone: 'UTC', week: {} }) }, 'calendar.never-open', 'week'],
    [
      { calendar: compileCalendar({ timeZone: 'UTC', week: { mon: ['09:00-09:01'] } }), target: parseTarget('87840h') },
      'calendar.beyond-horizon',
      'week',
    ],
  ])('%j', (part, code, field) => {
    expect(() => computeDue({ ...input, ...part })).toThrow(expect.objectContaining({ code, field }));
  });

  test('counting backwards', () => {
    const { calendar, start, time } = input;
    expect(() => countedTime({ calendar, from: start, to: start - 1, time })).toThrow(
      expect.objectContaining({ code: 'instant.invalid', field: 'to' }),
    );
  });
});
