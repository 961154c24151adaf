import { fold, separator } from './fold.ts';

/**
 * How alike two texts are, 0 to 1: twice the pairs of neighbouring characters they share over all they have (Dice). Separators, case and
 * width do not count; each occurrence of a pair does.
 */
export function likeness(a: string, b: string): number {
  return likenessOf(pairsOf(a), pairsOf(b));
}

export type Pairs = { counts: ReadonlyMap<string, number>; total: number };

export function pairsOf(text: string): Pairs {
  const { chars, kinds } = fold(text);
  const kept = chars.filter((_, i) => kinds[i] !== separator);
  const counts = new Map<string, number>();
  for (let i = 0; i + 1 < kept.length; i++) {
    const pair = `${kept[i]}${kept[i + 1]}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return { counts, total: Math.max(0, kept.length - 1) };
}

export function likenessOf(a: Pairs, b: Pairs): number {
  if (a.total === 0 || b.total === 0) return 0;
  const [few, many] = a.counts.size <= b.counts.size ? [a, b] : [b, a];
  let shared = 0;
  for (const [pair, count] of few.counts) shared += Math.min(count, many.counts.get(pair) ?? 0);
  return (2 * shared) / (a.total + b.total);
}
