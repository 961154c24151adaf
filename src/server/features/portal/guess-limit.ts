import { normaliseContact } from '../../../domain/customer/contact.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Clock } from '../../platform/clock.ts';

/**
 * Numbers count up and a phone may be known: who knows one half must not find the other by trying, from however many
 * addresses. Each number and each contact has some wrong tries that come back slowly. Counted per process.
 */
export type GuessLimit = {
  /** @throws Refusal rate.limited */
  check(key: PortalKey): void;
  /** To be told of each key that opened nothing. */
  miss(key: PortalKey): void;
};
type PortalKey = { number: string; contact: string };
type Bucket = { left: number; at: number };

const mostMisses = 10;
const refillMs = 60_000;
const mostBuckets = 20_000;

export function createGuessLimit(clock: Clock): GuessLimit {
  const buckets = new Map<string, Bucket>();
  const namesOf = ({ number, contact }: PortalKey) => [`number ${number}`, `contact ${normaliseContact(contact)}`];
  const leftOf = (name: string) => {
    const bucket = buckets.get(name);
    if (!bucket) return mostMisses;
    return Math.min(mostMisses, bucket.left + Math.max(0, clock.now() - bucket.at) / refillMs);
  };
  return {
    check: (key) => {
      const left = Math.min(...namesOf(key).map(leftOf));
      if (left < 1) throw new Refusal('rate.limited', '', { seconds: Math.ceil(((1 - left) * refillMs) / 1000) });
    },
    miss: (key) => {
      for (const name of namesOf(key)) {
        const left = leftOf(name) - 1;
        buckets.delete(name);
        const oldest = buckets.size >= mostBuckets ? buckets.keys().next().value : undefined;
        if (oldest !== undefined) buckets.delete(oldest);
        buckets.set(name, { left, at: clock.now() });
      }
    },
  };
}
