import { expect, it } from 'vitest';
import { errors } from '../../src/contract/errors.ts';

it('no remedy sends its reader to look into the reply: people see the words alone', () => {
  const pointing = /under (errors|known|details)|见 known|errors 中/;
  const texts = Object.values(errors).flatMap(({ remedyZh, remedyEn }) => [remedyZh, remedyEn]);
  expect(texts.filter((text) => pointing.test(text))).toEqual([]);
});
