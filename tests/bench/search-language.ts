/**
 * An invented language: phrases of two to five characters over 3,000 Chinese characters, the n-th about n times rarer than the first. Tuned to
 * have no fewer different words, and as common ones, as real customer texts of the same amount.
 */
export type Language = {
  text(seed: number): string;
  /** The two characters that the phrase of this rank begins with, 0 the most common. */
  word(rank: number): string;
  words: number;
};

const vocabulary = 20_000;
const characters = 3_000;

export function createLanguage(length: number): Language {
  const words = buildWords();
  const bounds = new Float64Array(vocabulary);
  let sum = 0;
  for (let rank = 0; rank < vocabulary; rank++) {
    sum += 1 / (rank + 12);
    bounds[rank] = sum;
  }
  const pick = (random: () => number) => words[firstAbove(bounds, random() * sum)] ?? '';
  const text = (seed: number) => {
    const random = seededRandom(seed);
    let said = '';
    while (said.length < length) said += pick(random) + (random() < 0.08 ? '，' : '');
    return `${said}订单号${Math.floor(random() * 1e10)}`;
  };
  return { text, word: (rank) => (words[rank % vocabulary] ?? '').slice(0, 2), words: vocabulary };
}

function buildWords(): string[] {
  const random = seededRandom(7);
  const words = new Set<string>();
  const char = () => String.fromCharCode(0x4e00 + Math.floor(characters * random() ** 3));
  const phrase = () => Array.from({ length: 2 + Math.floor(4 * random()) }, char).join('');
  while (words.size < vocabulary) words.add(phrase());
  return [...words];
}

function firstAbove(bounds: Float64Array, value: number): number {
  let low = 0;
  let high = bounds.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bounds[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Mulberry32: small, seeded, good enough to spread cases. */
export function seededRandom(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
