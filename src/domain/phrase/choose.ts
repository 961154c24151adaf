import { fold } from '../search/fold.ts';
import type { InformKind } from '../ticket/events.ts';
import { isFor, type PhraseReader, type SituationId, situationIds, situations } from './situations.ts';

/** Which phrases are offered, and in what order: those that fit best first, then those that are used most. */

/** An empty list restricts nothing. */
export type PhraseScope = {
  playbooks: readonly string[];
  categories: readonly string[];
  priorities: readonly string[];
  channels: readonly string[];
};
export type PhraseToChoose = PhraseScope & {
  id: number;
  situation: SituationId;
  title: { zh: string; en: string };
  text: { zh: string; en: string };
  useCount: number;
};

/** What the words are wanted for. What is left out is not known, and then nothing is ruled out by it. */
export type PhraseWanted = {
  words?: string;
  to?: PhraseReader;
  situation?: SituationId;
  kind?: InformKind;
  playbook?: string;
  category?: string | null;
  priority?: string;
  channel?: string;
};

export function choosePhrases<T extends PhraseToChoose>(phrases: readonly T[], wanted: PhraseWanted): T[] {
  const terms = termsOf(wanted.words ?? '');
  return phrases
    .map((phrase) => ({ phrase, fit: fitOf(phrase, wanted) }))
    .filter((one): one is { phrase: T; fit: number } => one.fit !== null && hasWords(one.phrase, terms))
    .sort((a, b) => b.fit - a.fit || compareUse(a.phrase, b.phrase))
    .map(({ phrase }) => phrase);
}

/** More is better; null does not fit at all. What was made for just this kind of ticket goes before what is said to everybody. */
export function fitOf(phrase: PhraseToChoose, wanted: PhraseWanted): number | null {
  const { situation } = phrase;
  if (wanted.situation !== undefined && wanted.situation !== situation) return null;
  if (wanted.to !== undefined && wanted.to !== situations[situation].to) return null;
  const scopes: [readonly string[], string | null | undefined, number][] = [
    [phrase.playbooks, wanted.playbook, 2],
    [phrase.categories, wanted.category, 4],
    [phrase.priorities, wanted.priority, 2],
    [phrase.channels, wanted.channel, 1],
  ];
  let fit = wanted.kind !== undefined && isFor(situation, wanted.kind) ? 16 : 0;
  for (const [only, value, weight] of scopes) {
    if (only.length === 0 || value === undefined) continue;
    if (value === null || !only.includes(value)) return null;
    fit += weight;
  }
  return fit;
}

function compareUse(a: PhraseToChoose, b: PhraseToChoose): number {
  return (
    b.useCount - a.useCount || situationIds.indexOf(a.situation) - situationIds.indexOf(b.situation) || a.id - b.id
  );
}

/** Full width, case, accents and punctuation make no difference to somebody who types quickly. */
function termsOf(words: string): string[] {
  return plain(words)
    .split(' ')
    .filter((term) => term !== '');
}

function hasWords({ title, text, situation }: PhraseToChoose, terms: readonly string[]): boolean {
  if (terms.length === 0) return true;
  const words = [title.zh, title.en, text.zh, text.en].map((one) => one.replace(/\{\{\w+\}\}/g, ' '));
  const all = plain([...words, situation].join('\n'));
  return terms.every((term) => all.includes(term));
}

function plain(text: string): string {
  return fold(text)
    .chars.join('')
    .replace(/[-| ]+/g, ' ');
}
