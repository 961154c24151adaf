import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { open, seal, UnsealError } from '../../../src/server/platform/crypto/seal.ts';

const key = randomBytes(32);

test('what was sealed opens again, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, aad) => {
      expect(open(key, seal(key, text, aad), aad)).toBe(text);
    }),
  );
});

test('a change of any byte, and any cut, is noticed', () => {
  const blob = seal(key, '订单一直没有发货', 'c1');
  for (let at = 0; at < blob.length; at++) {
    const changed = Buffer.from(blob);
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
    expect(() => open(key, changed, 'c1'), `byte ${at}`).toThrow(UnsealError);
    expect(() => open(key, blob.subarray(0, at), 'c1'), `cut at ${at}`).toThrow(UnsealError);
  }
});

test('another key or another place does not open it', () => {
  const blob = seal(key, '退款', 'c1');
  expect(() => open(randomBytes(32), blob, 'c1')).toThrow(UnsealError);
  expect(() => open(key, blob, 'c2')).toThrow(UnsealError);
});

test('the same text sealed many times never looks the same', () => {
  const nonces = new Set(Array.from({ length: 2000 }, () => seal(key, '退款', 'c1').toString('hex', 1, 13)));
  expect(nonces.size).toBe(2000);
});
