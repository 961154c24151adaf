import { Refusal } from '../refusal.ts';
import type { DecisionContext } from './context.ts';

/** How far the clock of whoever tells a time may run ahead of ours. */
const skewMs = 60_000;

/** Whether it cannot have happened yet. Epoch ms. */
export const isToCome = (at: number, now: number): boolean => at > now + skewMs;

/** What has happened lies behind. @throws Refusal time.in-future */
export function checkPast({ now }: Pick<DecisionContext, 'now'>, at: number | null, field: string): void {
  if (at !== null && isToCome(at, now)) throw new Refusal('time.in-future', field, { at, now });
}

/** What is promised or planned lies ahead. @throws Refusal time.not-in-future */
export function checkFuture({ now }: Pick<DecisionContext, 'now'>, at: number | null, field: string): void {
  if (at !== null && at <= now) throw new Refusal('time.not-in-future', field, { at, now });
}
