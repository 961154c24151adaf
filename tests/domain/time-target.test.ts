import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatTarget, parseTarget, type TargetUnit, targetMs } from '../../src/domain/time/target.ts';

test.each([
  ['45s', 45, 's', 45_000],
  ['30m', 30, 'm', 1_800_000],
  ['4h', 4, 'h', 14_400_000],
  ['3wd', 3, 'wd', null],
  ['87840h', 87_840, 'h', 316_224_000_000],
] as const)('%s', (text, amount, unit, ms) => {
  expect(parseTarget(text)).toEqual({ amount, unit });
  expect(targetMs(parseTarget(text))).toBe(ms);
});

test.each([
  ['', 'target.invalid'],
  ['0h', 'target.invalid'],
  ['-1h', 'target.invalid'],
  ['+1h', 'target.invalid'],
  ['1.5h', 'target.invalid'],
  ['01h', 'target.invalid'],
  ['4H', 'target.invalid'],
  ['4 h', 'target.invalid'],
  [' 4h', 'target.invalid'],
  ['4h\n', 'target.invalid'],
  ['1h30m', 'target.invalid'],
  ['h', 'target.invalid'],
  ['4', 'target.invalid'],
  ['４h', 'target.invalid'],
  ['1d', 'target.unit-unknown'],
  ['2 days', 'target.unit-unknown'],
  ['3天', 'target.unit-unknown'],
  ['87841h', 'target.out-of-range'],
  ['3661wd', 'target.out-of-range'],
  ['9999999999999s', 'target.invalid'],
])('%j is refused', (text, code) => {
  expect(() => parseTarget(text)).toThrow(expect.objectContaining({ code, field: 'target' }));
});

test('what is formatted is read back', () => {
  const units = fc.constantFrom<TargetUnit>('s', 'm', 'h', 'wd');
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3660 }), units, (amount, unit) => {
      expect(parseTarget(formatTarget({ amount, unit }))).toEqual({ amount, unit });
    }),
  );
});
