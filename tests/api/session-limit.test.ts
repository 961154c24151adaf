import { expect, it } from 'vitest';
import { createSignInLimit } from '../../src/server/features/session/sign-in-limit.ts';
import { FakeClock } from '../support/fake-clock.ts';

const seconds = 1000;

/** How many of so many tries are let through. */
function count(tries: number, attempt: (index: number) => unknown): number {
  return Array.from({ length: tries }, (_, index) => index).filter((index) => {
    try {
      attempt(index);
      return true;
    } catch (error) {
      expect(error).toMatchObject({ code: 'rate.limited', details: { seconds: expect.any(Number) } });
      return false;
    }
  }).length;
}

it('lets five wrong tries at a login through, then one every 12 seconds, from wherever they come', () => {
  const clock = new FakeClock();
  const limit = createSignInLimit(clock);
  const guess = (index: number) => limit.take(index % 2 ? 'Wangmin ' : 'wangmin', `10.0.0.${index}`);
  expect(count(9, guess)).toBe(5);
  clock.advance(11 * seconds);
  expect(count(3, guess)).toBe(0);
  clock.advance(seconds);
  expect(count(3, guess)).toBe(1);
  expect(count(1, () => limit.take('lilei', '10.0.0.1'))).toBe(1);
  clock.advance(3600 * seconds);
  expect(count(9, guess)).toBe(5);
});

it('lets thirty wrong tries from an address through, whatever the login, then one every 2 seconds', () => {
  const clock = new FakeClock();
  const limit = createSignInLimit(clock);
  expect(count(40, (index) => limit.take(`guess${index}`, '10.0.0.1'))).toBe(30);
  expect(count(1, () => limit.take('lilei', '10.0.0.2'))).toBe(1);
  clock.advance(4 * seconds);
  expect(count(5, (index) => limit.take(`other${index}`, '10.0.0.1'))).toBe(2);
});

it('gives right tries back: an office behind one address signs in at nine', () => {
  const limit = createSignInLimit(new FakeClock());
  expect(count(500, (index) => limit.take(`agent${index}`, '10.0.0.1')())).toBe(500);
  expect(count(100, () => limit.take('agent1', '10.0.0.1')())).toBe(100);
});

it('survives a clock that is set back, and any number of made-up logins', () => {
  const clock = new FakeClock();
  const limit = createSignInLimit(clock);
  expect(count(5, () => limit.take('wangmin', '10.0.0.1'))).toBe(5);
  clock.advance(-3600 * seconds);
  expect(count(1, () => limit.take('wangmin', '10.0.0.1'))).toBe(0);
  expect(count(25_000, (index) => limit.take(`made-up${index}`, `address ${index}`))).toBe(25_000);
});
