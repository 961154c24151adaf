import { mayRateCases } from '../../../domain/access/case-rules.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/ticket/actor.ts';
import { refuseNaming } from './act-on-case.ts';
import { type CaseDeps, staffIdOf } from './deps.ts';
import { loadCaseForActor } from './read-case.ts';
import { sealRemark } from './sealed-case.ts';
import { saveRating } from './store-ratings.ts';

export type Rating = { version: number; isHelpful: boolean; remark: string };

/** Whether the published version helped. Saying it again replaces what this person said of this version before. */
export async function rateCase(deps: CaseDeps, actor: Actor, id: number, rating: Rating): Promise<void> {
  const staffId = staffIdOf(actor);
  if (staffId === null || !mayRateCases(actor)) throw new Refusal('auth.forbidden', '', { command: 'rate' });
  const entry = await loadCaseForActor(deps, actor, id);
  if (entry.published_version === null || entry.status === 'retired')
    throw new Refusal('case.not-published', 'id', { id });
  const { version, isHelpful, remark } = rating;
  if (version !== entry.published_version)
    throw new Refusal('case.changed', 'version', { id, seen: version, now: entry.published_version });
  await refuseNaming(deps, entry, 'remark', remark);
  const secret = sealRemark(deps.key, { caseId: id, version, staffId }, remark);
  const at = deps.engine.clock.now();
  await saveRating(deps.engine.pool, id, { version, staff_id: staffId, is_helpful: isHelpful, remark: secret, at });
}
