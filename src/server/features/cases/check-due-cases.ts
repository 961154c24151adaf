import { decideCaseDue } from '../../../domain/case/decide.ts';
import { keepCase } from './act-on-case.ts';
import type { CaseDeps } from './deps.ts';
import { findDueCases, stateOf } from './store.ts';

/** Cases looked at in one go; the rest come with the next. */
const mostAtOnce = 200;

/** Marks published cases whose day has come as to be checked, and tells their owners. Safe to run twice, and in several processes. */
export async function checkDueCases(deps: CaseDeps): Promise<{ casesDue: number }> {
  const now = deps.engine.clock.now();
  let casesDue = 0;
  for (const entry of await findDueCases(deps.engine.pool, now, mostAtOnce)) {
    const decision = decideCaseDue(stateOf(entry), now);
    if (decision && (await keepCase(deps, entry, decision))) casesDue++;
  }
  return { casesDue };
}
