import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matches } from '../../src/domain/search/match.ts';
import { queryWords, wordsOf } from '../../src/domain/search/words.ts';
import { customerText, partsOf } from './search-texts.ts';

describe('every part of a text is found', () => {
  test('its pieces are among those of the text, and the text matches', () => {
    fc.assert(
      fc.property(customerText, (text) => {
        const words = wordsOf(text);
        for (const part of partsOf(text)) {
          expect(
            queryWords(part).filter((word) => !words.has(word)),
            `${part} in ${text}`,
          ).toEqual([]);
          expect(matches(text, part), `${part} in ${text}`).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a part of two characters or more singles out something, unless only one is kept', () => {
    fc.assert(
      fc.property(customerText, (text) => {
        for (const part of partsOf(text).filter((one) => /^[\p{Script=Han}A-Za-z0-9]{2,}$/u.test(one)))
          expect(queryWords(part).length, part).toBeGreaterThan(0);
      }),
    );
  });

  test.each([
    ['订单号 CF20260301-0007，手机尾号 5678', 'CF2026'],
    ['订单号 CF20260301-0007，手机尾号 5678', '0301-00'],
    ['订单号 CF20260301-0007，手机尾号 5678', '03010007'],
    ['订单号 CF20260301-0007，手机尾号 5678', '号5678'.slice(1)],
    ['电话138-1234-5678', '13812345678'],
    ['电话 138 1234 5678', '12345678'],
    ['电话13812345678', '138-1234-5678'],
    ['ＡＢＣ１２３', 'abc12'],
    ['Please REFUND my order', 'refund'],
    ['Please REFUND my order', 'efun'],
    ['京A·88888的车', '京A'],
    ['第3章', '第3'],
    ['他说：好，我等', '，我'],
    ['快递一直没到，客服不回复', '客服 快递'],
  ])('in %s: %s', (text, query) => {
    const words = wordsOf(text);
    expect(queryWords(query).length).toBeGreaterThan(0);
    expect(queryWords(query).filter((word) => !words.has(word))).toEqual([]);
    expect(matches(text, query)).toBe(true);
  });
});

describe('what is not there is not claimed', () => {
  test.each([
    ['快递一直没到', '没快递'],
    ['快递一直没到', '快递 退款'],
    ['1234 5678', '12345679'],
    ['退款，客服', '款客'],
    ['任何文字', ''],
    ['任何文字', '，。！'],
    ['任何文字', '😡'],
  ])('in %s: %s', (text, query) => expect(matches(text, query)).toBe(false));

  test('a match is a place in the text, for queries cut from other texts', () => {
    fc.assert(
      fc.property(customerText, fc.stringMatching(/^[\u4e00-\u4e20]{2,4}$/), (text, query) => {
        expect(matches(text, query)).toBe(text.includes(query));
      }),
    );
  });
});

test('the words of a query are few, however long it is', () => {
  expect(queryWords('退款'.repeat(500))).toHaveLength(2);
  expect(queryWords(Array.from({ length: 100 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join(''))).toHaveLength(24);
});

test('a text has words in proportion to its length, and not more than the limit', () => {
  const text = Array.from({ length: 400 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * 7919) % 3000))).join('');
  expect(wordsOf(text).size).toBeLessThanOrEqual(400);
  expect(wordsOf(Array.from({ length: 60_000 }, (_, i) => i).join('x')).size).toBeLessThanOrEqual(20_001);
});
