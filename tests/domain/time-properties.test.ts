/** What must hold for any calendar, start, target and pauses. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileCalendar } from '../../src/domain/calendar/calendar.ts';
import { nextOpen } from '../../src/domain/calendar/open-time.ts';
import { computeDue, countedTime, type DueInput } from '../../src/domain/time/due.ts';
import { explainDue } from '../../src/domain/time/explain.ts';
import { formatInstant } from '../../src/domain/time/instant.ts';
import { type Target, targetMs } from '../../src/domain/time/target.ts';
import { calendarIn, dueInput, durationTarget, windows, workingDayTarget } from './time-arbitraries.ts';

const anyTarget = fc.oneof(durationTarget, workingDayTarget);
const runs = { numRuns: 1000 };

function due(input: DueInput): number {
  const at = computeDue(input);
  if (at === null) throw new Error('No pause is open here');
  return at;
}

function counted({ calendar, start, time, pauses }: DueInput, to: number): number {
  return countedTime({ calendar, from: start, to, time, pauses: pauses ?? [] });
}

test('the time counted up to the due time is the target, and a millisecond before it is less', () => {
  fc.assert(
    fc.property(dueInput(durationTarget), (input) => {
      const at = due(input);
      expect(counted(input, at)).toBe(targetMs(input.target));
      expect(counted(input, at - 1)).toBeLessThan(targetMs(input.target) as number);
    }),
    runs,
  );
});

test('a due time lies after the start, never before what it would be without pauses', () => {
  fc.assert(
    fc.property(dueInput(anyTarget), (input) => {
      expect(due(input)).toBeGreaterThan(input.start);
      expect(due(input)).toBeGreaterThanOrEqual(due({ ...input, pauses: [] }));
    }),
    runs,
  );
});

test('a later start is never due earlier', () => {
  fc.assert(
    fc.property(dueInput(anyTarget), fc.integer({ min: 0, max: 200_000_000 }), (input, laterMs) => {
      const unpaused = { ...input, pauses: [] };
      expect(due({ ...unpaused, start: input.start + laterMs })).toBeGreaterThanOrEqual(due(unpaused));
      if (targetMs(input.target) === null) return;
      expect(due({ ...input, start: input.start + laterMs })).toBeGreaterThanOrEqual(due(input));
    }),
    runs,
  );
});

test('a greater target is due later', () => {
  fc.assert(
    fc.property(dueInput(anyTarget), fc.integer({ min: 1, max: 40 }), (input, more) => {
      const greater: Target = { ...input.target, amount: input.target.amount + more };
      expect(due({ ...input, target: greater, pauses: [] })).toBeGreaterThan(due({ ...input, pauses: [] }));
      expect(due({ ...input, target: greater })).toBeGreaterThanOrEqual(due(input));
      // between a closing and the next opening nothing counts: there a paused working-day target may not gain
      if (input.target.unit !== 'wd') expect(due({ ...input, target: greater })).toBeGreaterThan(due(input));
    }),
    runs,
  );
});

test('two targets one after the other are their sum', () => {
  fc.assert(
    fc.property(dueInput(durationTarget), fc.integer({ min: 1, max: 100 }), (input, amount) => {
      const { unit } = input.target;
      const sum: Target = { amount: input.target.amount + amount, unit };
      const second = due({ ...input, start: due(input), target: { amount, unit } });
      expect(due({ ...input, target: sum })).toBe(second);
    }),
    runs,
  );
});

test('working days of the same hours, one after the other, are their sum', () => {
  const sameHours = fc
    .constantFrom(...windows)
    .chain((window) =>
      fc.tuple(calendarIn(window), fc.integer({ min: window.from, max: window.from + 14 * 86_400_000 })),
    );
  fc.assert(
    fc.property(sameHours, workingDayTarget, ([{ timeZone, week, dates }, start], target) => {
      const hours = week.mon ?? [];
      const workdays = Object.entries(week).map(([day, intervals]) => [day, intervals.length > 0 ? hours : []]);
      const closed = Object.keys(dates ?? {}).map((date) => [date, []]);
      const calendar = compileCalendar({
        timeZone,
        week: Object.fromEntries(workdays),
        dates: Object.fromEntries(closed),
      });
      const timeOfDay = (at: number) => formatInstant(at, timeZone).slice(11, 23);
      const oneDay = { calendar, target: { amount: 1, unit: 'wd' }, time: 'working' } as const;
      let at = nextOpen(calendar, start);
      for (let i = 0; i < target.amount; i++) {
        const next = due({ ...oneDay, start: at });
        // a clock change swallowed that time of day
        if (timeOfDay(next) !== timeOfDay(at)) return;
        at = next;
      }
      expect(due({ ...oneDay, start, target })).toBe(at);
    }),
    runs,
  );
});

test('only which time is paused matters, not how it is written down', () => {
  fc.assert(
    fc.property(dueInput(anyTarget), fc.nat(), (input, seed) => {
      const rewritten = input.pauses.flatMap((pause) => {
        const cut = pause.from + (seed % ((pause.to as number) - pause.from + 1));
        return [{ from: cut, to: pause.to }, { from: pause.from, to: cut }, pause];
      });
      expect(due({ ...input, pauses: rewritten.reverse() })).toBe(due(input));
    }),
    runs,
  );
});

test('a pause from the due time on, or before the start, changes nothing', () => {
  fc.assert(
    fc.property(dueInput(anyTarget), fc.nat(100_000_000), (input, lengthMs) => {
      const at = due(input);
      const isTouching = input.pauses.some((pause) => (pause.to as number) >= at);
      if (!isTouching) {
        expect(due({ ...input, pauses: [...input.pauses, { from: at, to: at + lengthMs }] })).toBe(at);
        expect(due({ ...input, pauses: [...input.pauses, { from: at + lengthMs, to: null }] })).toBe(at);
      }
      const before = { from: input.start - lengthMs, to: input.start };
      expect(due({ ...input, pauses: [...input.pauses, before] })).toBe(at);
    }),
    runs,
  );
});

test('an open pause that begins before the due time leaves it unknown', () => {
  fc.assert(
    fc.property(dueInput(anyTarget), fc.nat(10_000), (input, thousandths) => {
      const unpaused = due({ ...input, pauses: [] });
      const from = input.start + Math.floor(((unpaused - 1 - input.start) * thousandths) / 10_000);
      const pauses = [...input.pauses, { from, to: null }];
      expect(computeDue({ ...input, pauses })).toBeNull();
      expect(explainDue({ ...input, pauses }).due).toBeNull();
    }),
    runs,
  );
});

test('an explanation agrees with the computation and adds up', () => {
  fc.assert(
    fc.property(dueInput(anyTarget), (input) => {
      const explained = explainDue(input);
      const at = due(input);
      expect(explained.due).toBe(at);
      expect(explained.dueWithoutPauses).toBe(due({ ...input, pauses: [] }));
      expect(explained.truncated).toBe(false);
      const sum = explained.spans.reduce((total, span) => total + span.countedMs, 0);
      expect(sum).toBe(counted(input, at));
      if (input.target.unit !== 'wd') expect(sum).toBe(targetMs(input.target));
      else expect(explained.workingDays).toHaveLength(input.target.amount);
      for (const [i, span] of explained.spans.entries()) {
        expect(span.to - span.from).toBe(span.countedMs);
        expect(span.countedMs).toBeGreaterThan(0);
        expect(span.from).toBeGreaterThanOrEqual(explained.spans[i - 1]?.to ?? explained.start);
        expect(span.to).toBeLessThanOrEqual(at);
      }
    }),
    runs,
  );
});
