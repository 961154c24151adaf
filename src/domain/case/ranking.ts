import { type Grams, gramsOfParts } from '../search/relevance.ts';
import type { CaseText } from './case-text.ts';

/** What a case can be found by. Its title and problem are what a new ticket sounds like; cause and solution less so. */
export function caseGrams({ title, problem, cause, solution, lessons, tags }: CaseText): Grams {
  return gramsOfParts([
    { text: title, weight: 2 },
    { text: problem, weight: 1 },
    { text: tags.join(' '), weight: 1 },
    { text: cause, weight: 0.5 },
    { text: solution, weight: 0.5 },
    { text: lessons, weight: 0.25 },
  ]);
}

export type CaseUse = { helpful: number; unhelpful: number; citations: number };

/**
 * How much use a case has been, about 1: what helped comes before what is equally alike and did not. Ratings count as their share, held back
 * while they are few; citations count ever less; what waits to be checked comes after what holds.
 */
export function usefulness({ helpful, unhelpful, citations }: CaseUse, isOutdated = false): number {
  const rated = (helpful + 1) / (helpful + unhelpful + 2) - 0.5;
  const cited = Math.min(0.15, 0.05 * Math.log2(1 + citations));
  return (1 + 0.4 * rated + cited) * (isOutdated ? 0.8 : 1);
}
