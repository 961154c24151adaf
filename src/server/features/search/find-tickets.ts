import type { ReadScope } from '../../../domain/access/ticket-rules.ts';
import { type Matcher, matcherOf, termsOf } from '../../../domain/search/match.ts';
import { snippetOf } from '../../../domain/search/snippet.ts';
import { queryWords } from '../../../domain/search/words.ts';
import type { Queryable } from '../../database/pool.ts';
import { type KeyRing, segmentOf } from '../../platform/crypto/key-ring.ts';
import { openCandidate } from './open-candidate.ts';
import { type Candidate, findByTokens, findNewest, findStart, loadCandidates, loadSaid } from './store.ts';

export type FoundTicket = { id: number; snippet: string };
export type FoundTickets = { items: FoundTicket[]; isPartial: boolean };
export type FindOptions = { scope: ReadScope; limit: number };

/** Candidates decrypted for one search, and time spent on it, at most; what lies beyond is told as `isPartial`. */
const mostCandidates = 400;
const mostMs = 1_000;
const segmentsAtOnce = 16;
const laterBatch = 100;

/**
 * Tickets that hold the query, newest first. The index gives candidates by keyed tokens; each is decrypted and checked before
 * it counts. A ticket number, written in full, comes first.
 */
export async function findTickets(
  db: Queryable,
  ring: KeyRing,
  query: string,
  { scope, limit }: FindOptions,
): Promise<FoundTickets> {
  const began = performance.now();
  const start = await findStart(db, query.normalize('NFKC').trim().toUpperCase(), scope);
  const isMatch = matcherOf(query);
  const exact = start.exact === null ? [] : await loadCandidates(db, [start.exact]);
  const items = exact.flatMap((candidate) => foundTicket(ring, candidate, query) ?? []);
  let looked = 0;
  for await (const batch of candidatesOf(db, ring, query, start.newest, { scope, limit })) {
    const others = batch.filter(({ id }) => id !== start.exact);
    for (const one of await foundAmong(db, ring, others, query, isMatch)) {
      if (one && items.length === limit) return { items, isPartial: true };
      if (one) items.push(one);
    }
    looked += batch.length;
    if (looked >= mostCandidates || performance.now() - began > mostMs) return { items, isPartial: true };
  }
  return { items, isPartial: false };
}

/** Batches, newest first: the first as large as what will be shown; where many candidates turn out false, larger ones follow. */
async function* candidatesOf(
  db: Queryable,
  ring: KeyRing,
  query: string,
  newest: number | null,
  { scope, limit: shown }: FindOptions,
): AsyncGenerator<Candidate[]> {
  const words = queryWords(query);
  if (newest === null || termsOf(query).length === 0) return;
  let limit = shown + 1;
  for (const tokens of words.length === 0 ? [null] : tokensOf(ring, words, segmentOf(newest))) {
    let beforeId = Number.MAX_SAFE_INTEGER;
    for (;;) {
      const window = { scope, beforeId, limit };
      const batch = tokens ? await findByTokens(db, tokens, window) : await findNewest(db, window);
      yield batch;
      if (batch.length < limit) break;
      beforeId = batch.at(-1)?.id ?? 0;
      limit = laterBatch;
    }
  }
}

/** The query's tokens in each segment, newest first, in portions of segments to be asked for at once. */
function* tokensOf(ring: KeyRing, words: readonly string[], newestSegment: number): Generator<number[][]> {
  for (let last = newestSegment; last >= 0; last -= segmentsAtOnce) {
    const segments = Array.from({ length: Math.min(segmentsAtOnce, last + 1) }, (_, back) => last - back);
    yield ring.tokensBySegment(words, segments);
  }
}

/** First by what stands in their forms; only of those that do not hold it there is read what else was said. */
async function foundAmong(
  db: Queryable,
  ring: KeyRing,
  candidates: readonly Candidate[],
  query: string,
  isMatch: Matcher,
): Promise<(FoundTicket | null)[]> {
  const byForms = candidates.map((candidate) => foundTicket(ring, candidate, query, isMatch));
  const others = candidates.filter(({ data_key }, at) => byForms[at] === null && data_key !== null);
  if (others.length === 0) return byForms;
  const said = await loadSaid(
    db,
    others.map(({ id }) => id),
  );
  return candidates.map((candidate, at) => {
    const secrets = said.get(candidate.id);
    return byForms[at] ?? (secrets ? foundTicket(ring, candidate, query, isMatch, secrets) : null);
  });
}

function foundTicket(
  ring: KeyRing,
  candidate: Candidate,
  query: string,
  isMatch: Matcher = () => true,
  secrets: readonly Buffer[] = [],
): FoundTicket | null {
  const { id, searchable, shown } = openCandidate(ring, candidate, secrets);
  return isMatch(searchable) ? { id, snippet: snippetOf(shown(), query) } : null;
}
