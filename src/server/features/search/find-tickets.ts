import type { ReadScope } from '../../../domain/access/ticket-rules.ts';
import { matcherOf } from '../../../domain/search/match.ts';
import { snippetOf } from '../../../domain/search/snippet.ts';
import { queryWords } from '../../../domain/search/words.ts';
import type { Queryable } from '../../database/pool.ts';
import { type KeyRing, segmentOf } from '../../platform/crypto/key-ring.ts';
import { openCandidate } from './open-candidate.ts';
import { type Candidate, findByTokens, findNewest, findStart, loadCandidates } from './store.ts';

export type FoundTicket = { id: number; snippet: string };
export type FoundTickets = { items: FoundTicket[]; isPartial: boolean };
export type FindOptions = { scope: ReadScope; limit: number };

/** Candidates decrypted for one search, at most; what matches beyond is told as `isPartial`. */
const mostCandidates = 400;

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
  const start = await findStart(db, query.normalize('NFKC').trim().toUpperCase(), scope);
  const isMatch = matcherOf(query);
  const exact = start.exact === null ? [] : await loadCandidates(db, [start.exact]);
  const found = exact.map((candidate) => foundTicket(ring, candidate, query)).filter((one) => one !== null);
  const next = candidatesOf(db, ring, query, start.newest, scope);
  let beforeId = Number.MAX_SAFE_INTEGER;
  for (let looked = 0; ; ) {
    const wanted = Math.min(batchSize(limit + 1 - found.length, looked), mostCandidates - looked);
    if (wanted <= 0) return { items: found, isPartial: true };
    const batch = await next(beforeId, wanted);
    looked += batch.length;
    for (const candidate of batch) {
      if (candidate.id === start.exact) continue;
      const one = foundTicket(ring, candidate, query, isMatch);
      if (!one) continue;
      if (found.length === limit) return { items: found, isPartial: true };
      found.push(one);
    }
    if (batch.length < wanted) return { items: found, isPartial: false };
    beforeId = batch.at(-1)?.id ?? 0;
  }
}

type NextCandidates = (beforeId: number, limit: number) => Promise<Candidate[]>;

function candidatesOf(
  db: Queryable,
  ring: KeyRing,
  query: string,
  newest: number | null,
  scope: ReadScope,
): NextCandidates {
  const words = queryWords(query);
  if (newest === null) return async () => [];
  if (words.length === 0) return (beforeId, limit) => findNewest(db, { beforeId, limit, scope });
  const newestSegment = segmentOf(newest);
  return (beforeId, limit) => {
    const from = Math.min(newestSegment, segmentOf(beforeId));
    const segments = Array.from({ length: from + 1 }, (_, back) => from - back);
    return findByTokens(db, ring.tokensBySegment(words, segments), { beforeId, limit, scope });
  };
}

/** The first batch is what will be shown; when its words turn out to stand apart in many texts, larger ones follow. */
function batchSize(missing: number, looked: number): number {
  return looked === 0 ? missing : Math.max(missing, 100);
}

function foundTicket(
  ring: KeyRing,
  candidate: Candidate,
  query: string,
  isMatch: (text: string) => boolean = () => true,
): FoundTicket | null {
  const { id, searchable, shown } = openCandidate(ring, candidate);
  return isMatch(searchable) ? { id, snippet: snippetOf(shown(), query) } : null;
}
