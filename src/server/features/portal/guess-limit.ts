import { contactsOf } from '../../../domain/customer/contact.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { type Ask, createBuckets } from '../../platform/buckets.ts';
import type { Clock } from '../../platform/clock.ts';
import { networkOf } from './network-of.ts';

/**
 * Numbers count up and a phone may be known: who knows one half must not find the other by trying. From one address each number and
 * each contact has some tries that come back slowly, so that whoever guesses there locks out nobody but themselves; from all addresses
 * together it has more of them, which come back as slowly. A try is taken before anything is looked up, and a right key gives it back.
 * Counted per process.
 */
export type GuessLimit = {
  /** @throws Refusal rate.limited @returns to be told, once, how it went */
  take(key: PortalKey, address: string): (outcome: Outcome) => void;
};
/** `failed`: for a reason that says nothing of the key. */
export type Outcome = 'right' | 'wrong' | 'failed';
type PortalKey = { number: string; contact: string };
/** The same key from the same address at the same time is one try, as a page with many pictures is. */
type Pending = { count: number; isWrong: boolean; giveBack: () => void };

const fromOneAddress = { most: 10, refillMs: 60_000 };
const fromAll = { most: 50, refillMs: 60_000 };
const mostBuckets = 50_000;
const mostKnown = 20_000;

/** As requests are looked up: however it is spelt, and however often it is repeated, it is the same guess. */
const spellingOf = (contact: string) => contactsOf(contact).sort().join('\n');

export function createGuessLimit(clock: Clock): GuessLimit {
  const buckets = createBuckets(clock, mostBuckets);
  const pending = new Map<string, Pending>();
  /** Keys that were right from where they are used: guessing elsewhere does not lock these out. */
  const known = new Set<string>();

  const begin = (name: string, { number, contact }: PortalKey, network: string): Pending => {
    const halves = [`number ${number}`, `contact ${contact}`];
    const asks: Ask[] = halves.map((half) => ({ name: `${half} from ${network}`, rule: fromOneAddress }));
    if (!known.has(name)) asks.push(...halves.map((half) => ({ name: half, rule: fromAll })));
    const taken = buckets.take(asks);
    if ('waitMs' in taken) throw new Refusal('rate.limited', '', { seconds: Math.ceil(taken.waitMs / 1000) });
    const begun = { count: 0, isWrong: false, giveBack: taken.giveBack };
    pending.set(name, begun);
    return begun;
  };

  const note = (name: string, isRight: boolean) => {
    known.delete(name);
    if (!isRight) return;
    const oldest = known.size >= mostKnown ? known.values().next().value : undefined;
    if (oldest !== undefined) known.delete(oldest);
    known.add(name);
  };

  return {
    take: ({ number, contact }, address) => {
      const network = networkOf(address);
      const key = { number, contact: spellingOf(contact) };
      const name = JSON.stringify([key.number, key.contact, network]);
      const own = pending.get(name) ?? begin(name, key, network);
      own.count += 1;
      return (outcome) => {
        own.count -= 1;
        own.isWrong ||= outcome === 'wrong';
        if (outcome !== 'failed') note(name, outcome === 'right');
        if (own.count > 0) return;
        pending.delete(name);
        if (!own.isWrong) own.giveBack();
      };
    },
  };
}
