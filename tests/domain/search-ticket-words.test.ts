import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf, saidWords, ticketWords } from '../../src/domain/search/ticket-words.ts';
import { queryWords } from '../../src/domain/search/words.ts';
import { customerText, partsOf } from './search-texts.ts';

const nobody = { number: '', name: '', contact: '', customerNumber: '' };
const said = fc.oneof(
  fc.constant(null),
  fc.record({ message: customerText }),
  fc.record({ answers: fc.record({ description: customerText, demands: fc.array(customerText, { maxLength: 3 }) }) }),
);

test('added event by event comes to the same as all at once, in the same order', () => {
  fc.assert(
    fc.property(fc.array(said, { maxLength: 6 }), (events) => {
      const bitByBit = new Set(events.flatMap((event) => [...saidWords([event])]));
      expect([...bitByBit]).toEqual([...ticketWords(nobody, events)]);
    }),
  );
});

test('every part of every line is found', () => {
  fc.assert(
    fc.property(said, (event) => {
      const words = saidWords([event]);
      for (const line of linesOf([event]))
        for (const part of partsOf(line))
          expect(
            queryWords(part).filter((word) => !words.has(word)),
            `${part} in ${line}`,
          ).toEqual([]);
    }),
  );
});

test('numbers and codes of an event say nothing, its texts do, each once', () => {
  expect(linesOf([{ answers: { a: '一\n 二 ', b: ['三', '一'], n: 4, yes: true } }, null, { note: '二' }])).toEqual([
    '一',
    '二',
    '三',
  ]);
});

test('a ticket is found by its number and by who asked, also by one of several contacts without its marks', () => {
  const words = ticketWords(
    { number: 'CF2026', name: '王小明', contact: '138-1234 5678 / a@b.cn', customerNumber: 'K9' },
    [],
  );
  for (const query of ['CF20', '小明', '13812345678', '138-1234', 'a@b', 'K9'])
    expect(
      queryWords(query).filter((word) => !words.has(word)),
      query,
    ).toEqual([]);
});
