import type { SimilarCase } from '../../../contract/case.ts';
import { gramsOf } from '../../../domain/search/relevance.ts';
import type { Actor } from '../../../domain/ticket/actor.ts';
import { boundAnswer } from '../../../domain/ticket/describe.ts';
import type { TicketState } from '../../../domain/ticket/state.ts';
import { contextOf, loadForActor } from '../tickets/index.ts';
import type { CaseDeps } from './deps.ts';
import { rankCases } from './rank-cases.ts';
import { caseRow } from './view.ts';

/** Below this a case shares no more with a text than people's usual words. */
const leastLikeness = 0.12;
/** What is so much less alike than the best one only distracts from it. */
const leastOfBest = 0.25;

export type SimilarQuery = { text: string; ticketId?: number; limit: number };

/** Published cases about the same thing as a text, or as what the ticket's customer asks. */
export async function similarCases(
  deps: CaseDeps,
  actor: Actor,
  { text, ticketId, limit }: SimilarQuery,
): Promise<SimilarCase[]> {
  const state = ticketId === undefined ? null : (await loadForActor(deps.engine, actor, ticketId)).state;
  const said = state ? `${wordsOf(deps, state)}\n${text}` : text;
  const ranked = await rankCases(deps, gramsOf(said), { leastShare: leastLikeness });
  const cited = new Set(state?.citedCases.map(({ id }) => id));
  const others = ranked.filter(({ listed }) => ticketId === undefined || listed.ticket_id !== ticketId);
  const least = (others[0]?.rank ?? 0) * leastOfBest;
  return others
    .filter(({ rank }) => rank >= least)
    .slice(0, limit)
    .map(({ listed, text: found, share }) => ({
      ...caseRow(listed, found),
      likeness: Math.min(1, share),
      solution: found.solution,
      isCited: cited.has(listed.id),
    }));
}

/** What the customer described and expects, and what was found to be the cause. */
function wordsOf({ engine }: CaseDeps, state: TicketState): string {
  const { playbook } = contextOf(engine, state);
  const { text, ...facts } = state;
  const said = (binding: 'description' | 'expectation') => boundAnswer(playbook, facts, text, binding);
  return [said('description'), said('expectation'), text?.rootCause ?? ''].join('\n');
}
