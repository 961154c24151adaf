import { describe, expect, test } from 'vitest';
import { explainDue, explainLimit } from '../../src/domain/time/explain.ts';
import { formatInstant, parseInstant } from '../../src/domain/time/instant.ts';
import { parseTarget } from '../../src/domain/time/target.ts';
import { calendars } from './time-calendars.ts';

const instant = (text: string) => parseInstant(`${text}+08:00`, 'start');
const text = (at: number) => formatInstant(at, 'Asia/Shanghai').replace('2026-', '').replace(':00+08:00', '');
const spans = (list: { from: number; to: number }[]) => list.map(({ from, to }) => `${text(from)} ${text(to)}`);
const hours = (count: number) => count * 3_600_000;

const acrossNationalDay = {
  calendar: calendars.cn,
  start: instant('2026-09-30T16:00'),
  target: parseTarget('4h'),
  time: 'working',
} as const;

describe('why is this due then', () => {
  test('the open time counted on both sides of a holiday, less the pause', () => {
    const pauses = [
      { from: instant('2026-10-20T09:00'), to: null },
      { from: instant('2026-09-30T15:00'), to: instant('2026-09-30T16:30') },
      { from: instant('2026-09-30T17:00'), to: instant('2026-10-08T10:00') },
    ];
    const explained = explainDue({ ...acrossNationalDay, pauses });
    expect(spans(explained.spans)).toEqual(['09-30T16:30 09-30T17:00', '10-08T10:00 10-08T13:30']);
    expect(explained.spans.map((span) => span.countedMs)).toEqual([hours(0.5), hours(3.5)]);
    expect(explained.pauses).toEqual([
      { from: instant('2026-09-30T16:00'), to: instant('2026-09-30T16:30'), countedMs: hours(0.5) },
      { from: instant('2026-09-30T17:00'), to: instant('2026-10-08T10:00'), countedMs: hours(2) },
      { from: instant('2026-10-20T09:00'), to: null, countedMs: 0 },
    ]);
    expect(text(explained.due ?? 0)).toBe('10-08T13:30');
    expect(text(explained.dueWithoutPauses)).toBe('10-08T11:00');
    expect(explained.specialDates.map(({ date, isOpen }) => `${date} ${isOpen}`)).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((day) => `2026-10-0${day} false`),
    );
    expect(explained.truncated).toBe(false);
  });

  test('the working days counted, and where counting began', () => {
    const explained = explainDue({
      ...acrossNationalDay,
      start: instant('2026-09-30T19:00'),
      target: parseTarget('2wd'),
    });
    expect(text(explained.effectiveStart)).toBe('10-08T09:00');
    expect(explained.workingDays).toEqual(['2026-10-09', '2026-10-10']);
    expect(text(explained.due ?? 0)).toBe('10-10T09:00');
    expect(explained.specialDates.at(-1)).toEqual({ date: '2026-10-10', isOpen: true });
  });

  test('wall time counts everything from the start and asks no calendar', () => {
    const pauses = [{ from: instant('2026-10-01T00:00'), to: instant('2026-10-02T00:00') }];
    const explained = explainDue({ ...acrossNationalDay, time: 'wall', target: parseTarget('24h'), pauses });
    expect(spans(explained.spans)).toEqual(['09-30T16:00 10-01T00:00', '10-02T00:00 10-02T16:00']);
    expect(explained.effectiveStart).toBe(explained.start);
    expect(explained.specialDates).toEqual([]);
  });

  test('while a pause is open there is no due time, only what counted before it', () => {
    const pauses = [{ from: instant('2026-10-08T10:00'), to: null }];
    const explained = explainDue({ ...acrossNationalDay, pauses });
    expect(explained.due).toBeNull();
    expect(spans(explained.spans)).toEqual(['09-30T16:00 09-30T18:00', '10-08T09:00 10-08T10:00']);
    expect(explained.pauses).toEqual([{ ...pauses[0], countedMs: null }]);
  });

  test('lists are cut at the limit, and say so', () => {
    const explained = explainDue({ ...acrossNationalDay, target: parseTarget('3660wd') });
    expect(explained.spans).toHaveLength(explainLimit);
    expect(explained.workingDays).toHaveLength(explainLimit);
    expect(explained.truncated).toBe(true);
  });
});
