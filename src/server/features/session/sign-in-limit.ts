import { Refusal } from '../../../domain/refusal.ts';
import type { Clock } from '../../platform/clock.ts';

/**
 * Slows down guessing. Each login and each address has a bucket of tries that refills slowly; a right password gives its
 * try back, so that a whole office behind one address can start work at nine. Counted per process.
 */
export type SignInLimit = {
  /** Takes a try from both buckets. @throws Refusal rate.limited @returns how to give them back */
  take(login: string, address: string): () => void;
};

type Bucket = { left: number; at: number };
type Rule = { most: number; refillMs: number };

const perLogin: Rule = { most: 5, refillMs: 12_000 };
const perAddress: Rule = { most: 30, refillMs: 2_000 };
const mostBuckets = 20_000;

export function createSignInLimit(clock: Clock): SignInLimit {
  const buckets = new Map<string, Bucket>();

  const refilled = (key: string, { most, refillMs }: Rule): Bucket => {
    const now = clock.now();
    const { left, at } = buckets.get(key) ?? { left: most, at: now };
    const bucket = { left: Math.min(most, left + Math.max(0, now - at) / refillMs), at: now };
    buckets.delete(key);
    const oldest = buckets.size >= mostBuckets ? buckets.keys().next().value : undefined;
    if (oldest !== undefined) buckets.delete(oldest);
    buckets.set(key, bucket);
    return bucket;
  };

  return {
    take: (login, address) => {
      const asked = [
        { rule: perLogin, bucket: refilled(`login ${login.trim().toLowerCase()}`, perLogin) },
        { rule: perAddress, bucket: refilled(`address ${address}`, perAddress) },
      ];
      const waits = asked.map(({ rule, bucket }) => (bucket.left >= 1 ? 0 : (1 - bucket.left) * rule.refillMs));
      const waitMs = Math.max(...waits);
      if (waitMs > 0) throw new Refusal('rate.limited', '', { seconds: Math.ceil(waitMs / 1000) });
      for (const { bucket } of asked) bucket.left -= 1;
      return () => {
        for (const { rule, bucket } of asked) bucket.left = Math.min(rule.most, bucket.left + 1);
      };
    },
  };
}
