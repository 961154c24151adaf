import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { formatInstant, instantRange, parseInstant } from '../../src/domain/time/instant.ts';

test.each([
  ['2026-09-30T16:00:00+08:00', '2026-09-30T08:00:00.000Z'],
  ['2026-09-30T08:00:00Z', '2026-09-30T08:00:00.000Z'],
  ['2026-09-30T16:00+08:00', '2026-09-30T08:00:00.000Z'],
  ['2026-09-30T16:00+08', '2026-09-30T08:00:00.000Z'],
  ['2026-09-30T16:00:00.5+08:00', '2026-09-30T08:00:00.500Z'],
  ['2026-09-30T16:00:00,007+08:00', '2026-09-30T08:00:00.007Z'],
  ['2026-09-30T16:00:00.123999999+08:00', '2026-09-30T08:00:00.123Z'],
  ['2028-02-29T00:00:00-03:30', '2028-02-29T03:30:00.000Z'],
])('%s is %s', (text, utc) => {
  expect(new Date(parseInstant(text, 'start')).toISOString()).toBe(utc);
});

test.each([
  ['', 'instant.invalid'],
  ['2026-09-30', 'instant.invalid'],
  ['2026-09-30 16:00:00+08:00', 'instant.invalid'],
  ['2026-9-30T16:00:00+08:00', 'instant.invalid'],
  ['2026-09-30t16:00:00z', 'instant.invalid'],
  ['2026-09-30T16:00:00+0800', 'instant.invalid'],
  ['2026-09-30T16:00:00+08:00[Asia/Shanghai]', 'instant.invalid'],
  ['2026-09-30T16:00:00Z\n', 'instant.invalid'],
  ['+002026-09-30T16:00:00Z', 'instant.invalid'],
  ['1790000000000', 'instant.invalid'],
  ['2026-09-30T16:00:00', 'instant.offset-missing'],
  ['2026-09-30T16:00', 'instant.offset-missing'],
  ['2026-02-30T16:00:00+08:00', 'instant.date-invalid'],
  ['2025-02-29T16:00:00+08:00', 'instant.date-invalid'],
  ['2026-13-01T16:00:00+08:00', 'instant.date-invalid'],
  ['2026-00-01T16:00:00+08:00', 'instant.date-invalid'],
  ['2026-09-31T16:00:00+08:00', 'instant.date-invalid'],
  ['2026-09-30T24:00:00+08:00', 'instant.date-invalid'],
  ['2026-09-30T16:60:00+08:00', 'instant.date-invalid'],
  ['2026-09-30T16:00:60+08:00', 'instant.date-invalid'],
  ['2026-09-30T16:00:00+24:00', 'instant.date-invalid'],
  ['2026-09-30T16:00:00+08:60', 'instant.date-invalid'],
  ['0001-02-29T16:00:00+08:00', 'instant.date-invalid'],
  ['0000-02-29T16:00:00+08:00', 'instant.out-of-range'],
  ['0001-01-01T00:00:00Z', 'instant.out-of-range'],
  ['0026-09-30T16:00:00+08:00', 'instant.out-of-range'],
  ['1026-09-30T16:00:00+08:00', 'instant.out-of-range'],
  ['1970-01-01T00:00:00+08:00', 'instant.out-of-range'],
  ['2200-01-01T00:00:00Z', 'instant.out-of-range'],
])('%j is refused as %s', (text, code) => {
  expect(() => parseInstant(text, 'start')).toThrow(expect.objectContaining({ code, field: 'start' }));
});

test('milliseconds show only when they are not zero, and the offset is the zone’s at that moment', () => {
  const winter = Date.UTC(2026, 0, 1, 12);
  const summer = Date.UTC(2026, 6, 1, 12, 0, 0, 7);
  expect(formatInstant(winter, 'Asia/Shanghai')).toBe('2026-01-01T20:00:00+08:00');
  expect(formatInstant(winter, 'America/New_York')).toBe('2026-01-01T07:00:00-05:00');
  expect(formatInstant(summer, 'America/New_York')).toBe('2026-07-01T08:00:00.007-04:00');
  expect(formatInstant(summer, 'UTC')).toBe('2026-07-01T12:00:00.007+00:00');
  expect(formatInstant(summer, 'Australia/Lord_Howe')).toBe('2026-07-01T22:30:00.007+10:30');
});

test('agrees with Temporal and reads back, at any moment of any zone', () => {
  const zones = [
    'UTC',
    'Asia/Shanghai',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'Pacific/Apia',
  ];
  const moments = fc.integer({ min: Date.UTC(1973, 0, 1), max: instantRange.to - 1 });
  fc.assert(
    fc.property(moments, fc.constantFrom(...zones), (at, zone) => {
      const text = formatInstant(at, zone);
      const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
      expect(text).toBe(zoned.toString({ timeZoneName: 'never', fractionalSecondDigits: at % 1000 === 0 ? 0 : 3 }));
      expect(parseInstant(text, 'at')).toBe(at);
    }),
    { numRuns: 500 },
  );
});
