import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src/domain/refusal.ts';
import { createGuessLimit } from '../../src/server/features/portal/guess-limit.ts';
import { networkOf } from '../../src/server/features/portal/network-of.ts';
import { FakeClock } from '../support/fake-clock.ts';

const key = (contact: string) => ({ number: 'CF202603020001', contact });

describe('the limit of guesses', () => {
  it('counts the same key at the same time once, and gives back what was right', () => {
    const limit = createGuessLimit(new FakeClock(0));
    for (let round = 0; round < 5; round++) {
      const page = Array.from({ length: 40 }, () => limit.take(key('13800000001'), '192.0.2.1'));
      for (const settle of page) settle('right');
    }
    for (let guess = 0; guess < 10; guess++) limit.take(key(`1380000010${guess}`), '192.0.2.1')('wrong');
    expect(() => limit.take(key('13800000200'), '192.0.2.1')).toThrow(Refusal);
  });

  it('counts a wrong key that was asked many times at once as the one guess it is, and no failure at all', () => {
    const limit = createGuessLimit(new FakeClock(0));
    for (let round = 0; round < 30; round++) limit.take(key('13800000001'), '192.0.2.1')('failed');
    for (let guess = 0; guess < 10; guess++) {
      const same = Array.from({ length: 5 }, () => limit.take(key(`1380000010${guess}`), '192.0.2.1'));
      for (const settle of same) settle('wrong');
    }
    expect(() => limit.take(key('13800000200'), '192.0.2.1')).toThrow(Refusal);
  });

  it('lets tries come back slowly', () => {
    const clock = new FakeClock(0);
    const limit = createGuessLimit(clock);
    for (let guess = 0; guess < 10; guess++) limit.take(key(`1380000010${guess}`), '192.0.2.1')('wrong');
    clock.advance(59_000);
    expect(() => limit.take(key('13800000200'), '192.0.2.1')).toThrow(Refusal);
    clock.advance(1_000);
    limit.take(key('13800000200'), '192.0.2.1')('wrong');
    expect(() => limit.take(key('13800000201'), '192.0.2.1')).toThrow(Refusal);
  });
});

describe('whose address it is', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0DB8:0:0:ffff::2', '2001:db8:0:0::/64'],
    ['2001:db8:0:1::1', '2001:db8:0:1::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s is of %s', (address, network) => expect(networkOf(address)).toBe(network));
});
