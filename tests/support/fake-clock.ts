import type { Clock } from '../../src/server/platform/clock.ts';

/** A clock that stands still until a test turns it. */
export class FakeClock implements Clock {
  #now: number;

  constructor(start: string | number = '2026-03-02T09:00:00+08:00') {
    this.#now = toMs(start);
  }

  now(): number {
    return this.#now;
  }

  set(instant: string | number): void {
    this.#now = toMs(instant);
  }

  advance(ms: number): void {
    this.#now += ms;
  }
}

const toMs = (instant: string | number) => (typeof instant === 'number' ? instant : Date.parse(instant));
