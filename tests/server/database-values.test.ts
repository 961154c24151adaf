import { describe, expect, it } from 'vitest';
import { isDiskFull, isUnavailable, parseInstant } from '../../src/server/database/pool.ts';

const failure = (fields: Record<string, string>, message = 'x') => Object.assign(new Error(message), fields);

describe('an instant from the database', () => {
  it.each([
    ['2026-03-01 08:00:00+00', '2026-03-01T08:00:00.000Z'],
    ['2026-03-01 08:00:00.1+00', '2026-03-01T08:00:00.100Z'],
    ['2026-03-01 08:00:00.123+00', '2026-03-01T08:00:00.123Z'],
    ['2026-03-01 08:00:00.123999+00', '2026-03-01T08:00:00.123Z'],
    ['2026-03-01 08:00:00.29+00', '2026-03-01T08:00:00.290Z'],
    ['2026-03-01 16:00:00.5+08', '2026-03-01T08:00:00.500Z'],
    ['1969-12-31 23:59:59.999+00', '1969-12-31T23:59:59.999Z'],
  ])('%s is %s', (text, expected) => {
    expect(new Date(parseInstant(text)).toISOString()).toBe(expected);
  });

  it('may be endless', () => {
    expect(parseInstant('infinity')).toBe(Number.POSITIVE_INFINITY);
    expect(parseInstant('-infinity')).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe('an error of the database', () => {
  it.each([
    failure({ code: '57P01' }),
    failure({ code: '57014' }),
    failure({ code: '08006' }),
    failure({ code: 'ENOENT', syscall: 'connect' }),
    failure({ code: 'ECONNREFUSED', syscall: 'connect' }),
    failure({}, 'Connection terminated unexpectedly'),
    failure({}, 'timeout exceeded when trying to connect'),
    new AggregateError([failure({ code: 'ECONNREFUSED', syscall: 'connect' })]),
  ])('that passes is told from one that stays: %s', (error) => {
    expect(isUnavailable(error)).toBe(true);
  });

  it.each([
    failure({ code: '23505' }),
    failure({ code: 'ENOENT', syscall: 'open' }),
    failure({}, 'Connection string is bad'),
    'text',
    null,
  ])('that stays is not taken for one that passes: %s', (error) => {
    expect(isUnavailable(error)).toBe(false);
  });

  it('of a full disk is known', () => {
    expect(isDiskFull(failure({ code: '53100' }))).toBe(true);
    expect(isDiskFull(failure({ code: '53200' }))).toBe(false);
  });
});
