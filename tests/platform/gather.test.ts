import { expect, test } from 'vitest';
import { gather } from '../../src/server/platform/gather.ts';

function lift(run: (items: readonly number[]) => Promise<readonly number[]>, atOnce = 1, most = 100) {
  return gather({ run, atOnce, most, isEverybodys: (error) => error === 'everybody' });
}

test('calls of one moment share a run, each with its own result', async () => {
  const runs: number[][] = [];
  const double = lift(async (items) => {
    runs.push([...items]);
    return items.map((item) => 2 * item);
  });
  expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6]);
  expect(await double(4)).toBe(8);
  expect(runs).toEqual([[1, 2, 3], [4]]);
});

test('no more run at once, and no more go together, than said', async () => {
  let running = 0;
  let most = 0;
  const sizes: number[] = [];
  const same = lift(
    async (items) => {
      most = Math.max(most, ++running);
      sizes.push(items.length);
      await new Promise((resolve) => setImmediate(resolve));
      running--;
      return items;
    },
    2,
    3,
  );
  expect(await Promise.all(Array.from({ length: 20 }, (_, i) => same(i)))).toEqual(
    Array.from({ length: 20 }, (_, i) => i),
  );
  expect(most).toBe(2);
  expect(Math.max(...sizes)).toBe(3);
});

test('one that fails spoils it for nobody else, unless it is everybody’s failure', async () => {
  const runs: number[][] = [];
  const pick = lift(async (items) => {
    runs.push([...items]);
    if (items.includes(2)) throw new Error('two');
    if (items.includes(9)) throw 'everybody';
    return items;
  });
  const settled = await Promise.allSettled([1, 2, 3].map(pick));
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(runs).toEqual([[1, 2, 3], [1], [2], [3]]);
  const all = await Promise.allSettled([8, 9].map(pick));
  expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(runs).toHaveLength(5);
});
