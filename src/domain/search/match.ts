import { type Folded, fold, separator } from './fold.ts';
import { type Joined, withoutJoints } from './joints.ts';

/** Whether a decrypted text really holds what was asked for. Prepare once, test many. */
export type Matcher = (text: string) => boolean;

export function matcherOf(query: string): Matcher {
  const terms = termsOf(query);
  if (terms.length === 0) return () => false;
  return (text) => {
    const plain = fold(text);
    const whole = textOf(plain);
    const missing = terms.filter((term) => !whole.includes(term));
    if (missing.length === 0) return true;
    const joined = withoutJoints(plain).map((one) => one.chars.join(''));
    return missing.every((term) => joined.some((one) => one.includes(term)));
  };
}

/** True when every term of the query stands somewhere in the text, also inside of words and numbers. */
export function matches(text: string, query: string): boolean {
  return matcherOf(query)(text);
}

/**
 * The terms of a query, folded. One that holds single characters only stands for itself with its separators, so that `，我` is
 * looked for as it is written.
 */
export function termsOf(query: string): string[] {
  const folded = fold(query);
  const whole = textOf(folded);
  const terms = whole.split(' ').filter((term) => term !== '');
  if (terms.length === 0) return [];
  return terms.some((term) => Array.from(term).length > 1) ? [...new Set(terms)] : [whole];
}

/** Where in the original text a term first stands; null when it does not. */
export function findTerm(text: string, terms: readonly string[]): { from: number; to: number } | null {
  const plain = fold(text);
  const places = [plain, ...withoutJoints(plain)];
  for (const term of terms.toSorted((a, b) => b.length - a.length)) {
    for (const place of places) {
      const found = findIn(place, term, text);
      if (found) return found;
    }
  }
  return null;
}

function findIn(place: Folded | Joined, term: string, text: string): { from: number; to: number } | null {
  const position = textOf(place).indexOf(term);
  if (position < 0) return null;
  const units = place.chars.map((char) => char.length);
  let unit = 0;
  let first = 0;
  while (unit < position) unit += units[first++] ?? 1;
  let last = first;
  for (unit = 0; unit < term.length; last++) unit += units[last] ?? 1;
  return { from: place.at[first] ?? 0, to: place.at[last] ?? endAfter(text, place.at[last - 1] ?? 0) };
}

/** Behind the last character of a stretch: the next code point boundary. */
function endAfter(text: string, at: number): number {
  return at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
}

function textOf({ chars, kinds }: Folded | Joined): string {
  let text = '';
  for (let i = 0; i < chars.length; i++) text += kinds[i] === separator ? ' ' : chars[i];
  return text;
}
