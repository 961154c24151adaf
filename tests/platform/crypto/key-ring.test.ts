import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprintOf, KeyRing, segmentOf, ticketsPerSegment } from '../../../src/server/platform/crypto/key-ring.ts';
import { UnsealError } from '../../../src/server/platform/crypto/seal.ts';

const ring = new KeyRing(randomBytes(32), randomBytes(32));

test('a data key comes back from its wrapped form, under the same master key only', () => {
  const master = randomBytes(32);
  const { key, wrapped } = new KeyRing(master, randomBytes(32)).newDataKey();
  expect(new KeyRing(master, randomBytes(32)).unwrap(wrapped).equals(key)).toBe(true);
  expect(() => ring.unwrap(wrapped)).toThrow(UnsealError);
});

test('a forgotten key is unwrapped anew, and only that one', () => {
  const [one, two] = [ring.newDataKey(), ring.newDataKey()];
  ring.forget(fingerprintOf(one.wrapped));
  expect(ring.unwrap(two.wrapped)).toBe(two.key);
  expect(ring.unwrap(one.wrapped)).not.toBe(one.key);
  expect(ring.unwrap(one.wrapped).equals(one.key)).toBe(true);
});

test('no more keys are kept in memory than asked', () => {
  const small = new KeyRing(randomBytes(32), randomBytes(32), 2);
  const [first, second, third] = [small.newDataKey(), small.newDataKey(), small.newDataKey()];
  expect(small.unwrap(third.wrapped)).toBe(third.key);
  expect(small.unwrap(second.wrapped)).toBe(second.key);
  expect(small.unwrap(first.wrapped)).not.toBe(first.key);
});

test('contact hashes are 16 bytes, equal for equal contacts under one search key', () => {
  expect(ring.contactHash('13812345678')).toHaveLength(16);
  expect(ring.contactHash('13812345678')).toEqual(ring.contactHash('13812345678'));
  expect(ring.contactHash('13812345678')).not.toEqual(ring.contactHash('13812345679'));
  expect(ring.contactHash('13812345678')).not.toEqual(
    new KeyRing(randomBytes(32), randomBytes(32)).contactHash('13812345678'),
  );
});

test('tokens are sorted signed 32-bit numbers, each once, and the same in any order of words', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1 })), fc.nat(100_000), (words, segment) => {
      const tokens = ring.tokens(words, segment);
      expect(tokens).toEqual([...new Set(tokens)].sort((a, b) => a - b));
      expect(tokens.every((token) => (token | 0) === token)).toBe(true);
      expect(ring.tokens([...words, ...words].reverse(), segment)).toEqual(tokens);
    }),
  );
});

test('a query in several segments asks for what indexing stored there', () => {
  const words = ['退款', 'a1b', '一个很长的词语也要能找到'];
  const bySegment = ring.tokensBySegment(words, [0, 3, 70_000]);
  for (const [at, segment] of [0, 3, 70_000].entries())
    expect(bySegment[at]?.toSorted((a, b) => a - b)).toEqual(ring.tokens(words, segment));
});

test('a word has unrelated tokens in other segments and under other keys', () => {
  const one = ring.tokens(['退款'], segmentOf(ticketsPerSegment - 1));
  expect(ring.tokens(['退款'], segmentOf(ticketsPerSegment))).not.toEqual(one);
  expect(new KeyRing(randomBytes(32), randomBytes(32)).tokens(['退款'], 0)).not.toEqual(one);
});

test('different words, long ones too, meet no more often than chance allows', () => {
  const count = 100_000;
  const words = Array.from({ length: count }, (_, at) => (at % 2 === 0 ? `${at}` : `订单编号${at}号的商品`));
  const expected = (count * count) / 2 / 2 ** 26;
  expect(count - ring.tokens(words, 1).length).toBeLessThan(expected * 1.5);
});

test('tokens of one segment lie together', () => {
  const words = Array.from({ length: 500 }, (_, at) => `词${at}`);
  const spread = (segment: number) => {
    const tokens = ring.tokens(words, segment);
    return (tokens.at(-1) ?? 0) - (tokens[0] ?? 0);
  };
  for (const segment of [0, 1, 31, 32, 63, 64, 1000]) expect(spread(segment)).toBeLessThan(2 ** 26);
});

test('an empty set of words has no tokens', () => {
  expect(ring.tokens([], 0)).toEqual([]);
  expect(ring.tokensBySegment([], [0, 1])).toEqual([[], []]);
});
