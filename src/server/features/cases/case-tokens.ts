import type { CaseText } from '../../../domain/case/case-text.ts';
import { caseGrams } from '../../../domain/case/ranking.ts';
import { type Grams, lengthOf } from '../../../domain/search/relevance.ts';
import type { KeyRing } from '../../platform/crypto/key-ring.ts';

/** All cases share one segment of their own, far from those of tickets: a word's token here tells nothing about tickets. */
const librarySegment = 0x7fff_0000;

export function caseTokens(ring: KeyRing, text: CaseText): { tokens: number[]; length: number } {
  const grams = caseGrams(text);
  return { tokens: ring.tokens(grams.keys(), librarySegment), length: Math.round(lengthOf(grams)) };
}

/** Each gram's token, pairs and words before single characters, so that a long text is asked for by what tells most. */
export function questionTokens(ring: KeyRing, question: Grams, most: number): Map<number, string> {
  const size = (gram: string) => (Array.from(gram).length > 1 ? 1 : 0);
  const grams = [...question.keys()].sort((a, b) => size(b) - size(a)).slice(0, most);
  const [tokens = []] = ring.tokensBySegment(grams, [librarySegment]);
  return new Map(tokens.map((token, at) => [token, grams[at] ?? '']));
}
