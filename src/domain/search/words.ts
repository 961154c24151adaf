import { alphanumeric, type Folded, fold, separator } from './fold.ts';
import { withoutJoints } from './joints.ts';

/**
 * Cuts text into the small pieces that are indexed. Any two neighbouring characters are a word, three neighbouring letters or
 * digits as well (two digits alone would single out nothing), and a character beside a separator with that separator. So whatever part
 * of a text is asked for, from two characters on, its pieces are among those of the text: `queryWords(part) ⊆ wordsOf(text)`.
 */
/** More than a ticket's tokens at most, since a few words meet in one token. */
const mostWords = 24_000;
const mostQueryWords = 24;

/** @param words where they are added */
export function wordsOf(text: string, words = new Set<string>()): Set<string> {
  const folded = fold(text);
  addWords(folded, words);
  // 138-1234-5678 and e-mail are also found when written in one.
  for (const joined of withoutJoints(folded)) addWords(joined, words);
  return words;
}

function addWords({ chars, kinds }: Pick<Folded, 'chars' | 'kinds'>, words: Set<string>): void {
  for (let i = 0; i + 1 < chars.length && words.size < mostWords; i++) {
    words.add(pairAt(chars, kinds, i));
    if (isTriple(kinds, i)) words.add(`${chars[i]}${chars[i + 1]}${chars[i + 2]}`);
  }
}

/**
 * The pieces that a text holding the query must have; none when the query is a single character or says nothing. Where a query holds
 * several terms, each is looked for by itself.
 */
export function queryWords(query: string): string[] {
  const { chars, kinds } = fold(query);
  const inside: string[] = [];
  const atEdges: string[] = [];
  for (let i = 0; i + 1 < chars.length; i++) {
    if (isTriple(kinds, i)) inside.push(`${chars[i]}${chars[i + 1]}${chars[i + 2]}`);
    else if (kinds[i] === separator || kinds[i + 1] === separator) atEdges.push(pairAt(chars, kinds, i));
    else if (!isTriple(kinds, i - 1)) inside.push(pairAt(chars, kinds, i));
  }
  // Only where nothing else is known: two terms need not stand side by side.
  const words = [...new Set(inside.length > 0 ? inside : atEdges)];
  if (words.length <= mostQueryWords) return words;
  return Array.from(
    { length: mostQueryWords },
    (_, at) => words[Math.floor((at * words.length) / mostQueryWords)] ?? '',
  );
}

function pairAt(chars: readonly string[], kinds: readonly number[], i: number): string {
  return `${kinds[i] === separator ? ' ' : chars[i]}${kinds[i + 1] === separator ? ' ' : chars[i + 1]}`;
}

function isTriple(kinds: readonly number[], i: number): boolean {
  return kinds[i] === alphanumeric && kinds[i + 1] === alphanumeric && kinds[i + 2] === alphanumeric;
}
