import { Refusal } from '../../../domain/refusal.ts';
import { createBuckets } from '../../platform/buckets.ts';
import type { Clock } from '../../platform/clock.ts';

/**
 * Slows down guessing. Each login and each address has a bucket of tries that refills slowly; a right password gives its
 * try back, so that a whole office behind one address can start work at nine. Counted per process.
 */
export type SignInLimit = {
  /** Takes a try from both buckets. @throws Refusal rate.limited @returns how to give them back */
  take(login: string, address: string): () => void;
};

const perLogin = { most: 5, refillMs: 12_000 };
const perAddress = { most: 30, refillMs: 2_000 };

export function createSignInLimit(clock: Clock): SignInLimit {
  const buckets = createBuckets(clock);
  return {
    take: (login, address) => {
      const taken = buckets.take([
        { name: `login ${login.trim().toLowerCase()}`, rule: perLogin },
        { name: `address ${address}`, rule: perAddress },
      ]);
      if ('waitMs' in taken) throw new Refusal('rate.limited', '', { seconds: Math.ceil(taken.waitMs / 1000) });
      return taken.giveBack;
    },
  };
}
