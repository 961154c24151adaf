/** Draws every item once in chance order before any comes again. */
export function deckOf<T>(chance: Chance, items: readonly T[]): () => T {
  let rest: T[] = [];
  return () => {
    if (rest.length === 0) rest = [...items];
    const [item] = rest.splice(Math.floor(chance.next() * rest.length), 1);
    if (item === undefined) throw new Error('there is nothing to draw from');
    return item;
  };
}

/** A small repeatable source of chance (mulberry32), so that every demo tells the same story. */
export type Chance = { next(): number; pick<T>(items: readonly T[]): T; between(low: number, high: number): number };

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new Error('there is nothing to pick from');
      return item;
    },
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
  };
}
