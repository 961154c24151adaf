import { Refusal } from '../refusal.ts';
import type { DecisionContext } from './context.ts';

/** What is promised or planned lies ahead. @throws Refusal time.not-in-future */
export function checkFuture({ now }: Pick<DecisionContext, 'now'>, at: number | null, field: string): void {
  if (at !== null && at <= now) throw new Refusal('time.not-in-future', field, { at, now });
}
