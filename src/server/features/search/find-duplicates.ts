import type { ReadScope } from '../../../domain/access/ticket-rules.ts';
import { likenessOf, type Pairs, pairsOf } from '../../../domain/search/likeness.ts';
import { termsOf } from '../../../domain/search/match.ts';
import { spokenText } from '../../../domain/search/searchable-text.ts';
import { queryWords } from '../../../domain/search/words.ts';
import type { Queryable } from '../../database/pool.ts';
import { type KeyRing, segmentOf } from '../../platform/crypto/key-ring.ts';
import { type OpenedCandidate, openCandidate } from './open-candidate.ts';
import { loadCandidates } from './store.ts';
import { findAlike, findOpenOfCustomer, newestIndexed } from './store-duplicates.ts';

export type Duplicate = { id: number; likeness: number };
export type DuplicateQuery = { text: string; customerId?: number; scope: ReadScope; now: number };

const dayMs = 86_400_000;
const lookBackDays = 30;
const segmentsLookedAt = 3;
const phraseLength = 3;
const phrasesLookedUp = 24;
const mostPerPhrase = 100;
const mostCandidates = 60;
const mostOfCustomer = 20;
const mostShown = 10;
/** Below this two texts share no more than people's usual words; the same person needs less to be meant. */
const leastLikeness = 0.3;
const leastOfCustomer = 0.15;

/** Open tickets that may be about the same thing: the customer's own first, then the most alike. */
export async function findDuplicates(
  db: Queryable,
  ring: KeyRing,
  { text, customerId, scope, now }: DuplicateQuery,
): Promise<Duplicate[]> {
  const own = customerId === undefined ? [] : await findOpenOfCustomer(db, scope, customerId, mostOfCustomer);
  const segments = await newestSegments(db);
  const alike = await findAlike(db, {
    scope,
    phrases: phrasesOf(text).flatMap((phrase) => ring.tokensBySegment(queryWords(phrase), segments)),
    mostPerPhrase,
    receivedAfter: new Date(now - lookBackDays * dayMs),
    limit: mostCandidates,
  });
  const candidates = await loadCandidates(db, [...new Set([...own, ...alike])]);
  const wanted = pairsOf(text);
  const isOwn = (one: { customerId: number }) => one.customerId === customerId;
  return candidates
    .map((candidate) => openCandidate(ring, candidate))
    .map((opened) => ({ id: opened.id, customerId: opened.customerId, likeness: likenessTo(wanted, opened) }))
    .filter((one) => one.likeness >= (isOwn(one) ? leastOfCustomer : leastLikeness))
    .sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)) || b.likeness - a.likeness || b.id - a.id)
    .slice(0, mostShown)
    .map(({ id, likeness }) => ({ id, likeness }));
}

async function newestSegments(db: Queryable): Promise<number[]> {
  const newest = await newestIndexed(db);
  if (newest === null) return [];
  const last = segmentOf(newest);
  return Array.from({ length: Math.min(segmentsLookedAt, last + 1) }, (_, back) => last - back);
}

/** Phrases of three characters, evenly over the text: telling where two texts are about one thing, cheap to look up together. */
function phrasesOf(text: string): string[] {
  const found = termsOf(text).flatMap((term) => {
    const points = Array.from(term);
    if (points.length <= phraseLength) return [term];
    return Array.from({ length: points.length - phraseLength + 1 }, (_, at) =>
      points.slice(at, at + phraseLength).join(''),
    );
  });
  const phrases = [...new Set(found)].filter((phrase) => queryWords(phrase).length > 0);
  if (phrases.length <= phrasesLookedUp) return phrases;
  return Array.from(
    { length: phrasesLookedUp },
    (_, at) => phrases[Math.floor((at * phrases.length) / phrasesLookedUp)] ?? '',
  );
}

/** To the most alike of the ticket's answers, or to all of them together: what was asked may be spread over several. */
function likenessTo(wanted: Pairs, { text }: OpenedCandidate): number {
  const answers = Object.values(text?.answers ?? {}).flatMap((form) => Object.values(form));
  const texts = [...answers.filter((one) => typeof one === 'string'), spokenText(text)];
  return Math.max(0, ...texts.map((one) => likenessOf(wanted, pairsOf(one))));
}
