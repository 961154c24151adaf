import type { CaseText } from '../../../domain/case/case-text.ts';
import { caseGrams, usefulness } from '../../../domain/case/ranking.ts';
import { type Grams, relevanceOf } from '../../../domain/search/relevance.ts';
import { questionTokens } from './case-tokens.ts';
import type { CaseDeps } from './deps.ts';
import { openCaseText } from './sealed-case.ts';
import { type ListedCase, loadListed } from './store-list.ts';
import { type Filter, findByTokens } from './store-search.ts';

export type RankedCase = { listed: ListedCase; text: CaseText; share: number; rank: number };

/** Tokens a question is asked by, cases that are opened for it, and how common a token may be. */
const mostTokens = 400;
const mostOpened = 60;
const mostPerToken = 2_000;

/**
 * Published cases about the same thing as a question, best first. The index gives candidates by keyed tokens; each is opened and
 * weighed by what it really says, and what helped others comes before what is equally alike.
 */
export async function rankCases(
  { engine, key }: CaseDeps,
  question: Grams,
  { filter = {}, leastShare }: { filter?: Filter; leastShare: number },
): Promise<RankedCase[]> {
  const byToken = questionTokens(engine.ring, question, mostTokens);
  if (byToken.size === 0) return [];
  const options = { filter, mostPerToken, limit: mostOpened };
  const hits = await findByTokens(engine.pool, [...byToken.keys()], options);
  const spread = new Map([...hits.textsWith].map(([token, count]) => [byToken.get(token) ?? '', count]));
  const collection = { ...hits, textsWith: (gram: string) => spread.get(gram) ?? 0 };
  const listed = await loadListed(engine.pool, hits.cases);
  return listed
    .map((one) => {
      const text = openCaseText(key, one.id, one.version, one.secret);
      const { score, share } = relevanceOf(question, caseGrams(text), collection);
      return { listed: one, text, share, rank: score * usefulness(one, one.status === 'needs-update') };
    })
    .filter(({ share, rank }) => share >= leastShare && rank > 0)
    .sort((a, b) => b.rank - a.rank || b.listed.id - a.listed.id);
}
