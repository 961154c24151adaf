import type { Clock } from './clock.ts';

/** Tries that come back slowly, by name. Bounded: what was asked for least lately is forgotten first. Kept per process. */
export type Rule = { most: number; refillMs: number };
export type Ask = { name: string; rule: Rule };
export type Taken = { giveBack: () => void } | { waitMs: number };
type Bucket = { left: number; at: number };

export function createBuckets(clock: Clock, most = 20_000) {
  const buckets = new Map<string, Bucket>();

  const refilled = ({ name, rule }: Ask): Bucket => {
    const now = clock.now();
    const { left, at } = buckets.get(name) ?? { left: rule.most, at: now };
    const bucket = { left: Math.min(rule.most, left + Math.max(0, now - at) / rule.refillMs), at: now };
    buckets.delete(name);
    const oldest = buckets.size >= most ? buckets.keys().next().value : undefined;
    if (oldest !== undefined) buckets.delete(oldest);
    buckets.set(name, bucket);
    return bucket;
  };

  return {
    /** One try from each or from none; at once, so that however many ask together, no more get one than there are. */
    take: (asks: readonly Ask[]): Taken => {
      const asked = asks.map((ask) => ({ rule: ask.rule, name: ask.name, bucket: refilled(ask) }));
      const waits = asked.map(({ rule, bucket }) => (bucket.left >= 1 ? 0 : (1 - bucket.left) * rule.refillMs));
      const waitMs = Math.max(...waits);
      if (waitMs > 0) return { waitMs };
      for (const { bucket } of asked) bucket.left -= 1;
      return {
        giveBack: () => {
          for (const ask of asked) {
            const bucket = refilled(ask);
            bucket.left = Math.min(ask.rule.most, bucket.left + 1);
          }
        },
      };
    },
  };
}
