import type { z } from 'zod';
import type { CaseCounts, CaseRow, caseQuery } from '../../../contract/case.ts';
import { mayReviewCases } from '../../../domain/access/case-rules.ts';
import { usefulness } from '../../../domain/case/ranking.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { gramsOf } from '../../../domain/search/relevance.ts';
import type { Actor } from '../../../domain/ticket/actor.ts';
import { type CaseDeps, staffIdOf } from './deps.ts';
import { rankCases } from './rank-cases.ts';
import { rowsOfCases } from './read-case.ts';
import { countCases, listUse } from './store-list.ts';
import { caseRow } from './view.ts';

type Query = z.output<typeof caseQuery>;

/** A library of more than this shows its newest part; search reaches all of it. */
const mostListed = 5_000;
const mostFound = 50;
const mostTags = 100;
/** How much of the words searched for has to stand in a case. */
const leastFound = 0.34;

/** With words the best matches, else a page of the view: what was of most use first in the library, what changed last elsewhere. */
export async function listCases(
  deps: CaseDeps,
  actor: Actor,
  query: Query,
): Promise<{ items: CaseRow[]; next?: string }> {
  checkNames(deps, query);
  if (query.q !== '') return { items: await searchCases(deps, query) };
  const { view, playbook = null, category = null, tag = null, limit } = query;
  if (view === 'to-review' && !mayReviewCases(actor)) return { items: [] };
  const from = readCursor(query.after);
  const all = await listUse(deps.engine.pool, view, staffIdOf(actor), { playbook, category, tag, limit: mostListed });
  // A stable sort: of equal use the one changed last stays first.
  const ordered = view === 'library' ? all.toSorted((a, b) => useOf(b) - useOf(a)) : all;
  const ids = ordered.slice(from, from + limit).map(({ id }) => id);
  const items = await rowsOfCases(deps, ids);
  return from + limit < ordered.length ? { items, next: String(from + limit) } : { items };
}

const useOf = (one: Parameters<typeof usefulness>[0] & { isOutdated: boolean }) => usefulness(one, one.isOutdated);

async function searchCases(deps: CaseDeps, { q, playbook, category, tag }: Query): Promise<CaseRow[]> {
  const filter = { ...(playbook && { playbook }), ...(category && { category }), ...(tag && { tag }) };
  const ranked = await rankCases(deps, gramsOf(q), { filter, leastShare: leastFound });
  return ranked.slice(0, mostFound).map(({ listed, text }) => caseRow(listed, text));
}

export async function readCaseCounts({ engine }: CaseDeps, actor: Actor): Promise<CaseCounts> {
  const { to_review, to_check: toCheck, ...counts } = await countCases(engine.pool, staffIdOf(actor), mostTags);
  return { ...counts, toCheck, toReview: mayReviewCases(actor) ? to_review : 0 };
}

/** A name that no playbook has would find nothing and say nothing: it is a mistake of whoever asks. */
function checkNames({ engine }: CaseDeps, query: Query): void {
  const all = engine.playbooks.list().map(({ source }) => source);
  const known = {
    playbook: all.map(({ id }) => id),
    category: all.flatMap(({ categories }) => categories.map(({ id }) => id)),
  };
  for (const field of ['playbook', 'category'] as const) {
    const given = query[field];
    if (given !== undefined && !known[field].includes(given))
      throw new Refusal('case.filter-unknown', field, { given, known: [...new Set(known[field])].join(', ') });
  }
}

function readCursor(after: string | undefined): number {
  if (after === undefined) return 0;
  if (/^\d{1,6}$/.test(after)) return Number(after);
  throw new Refusal('request.invalid', 'after', {}, 'after takes the "next" of the page before, unchanged');
}
