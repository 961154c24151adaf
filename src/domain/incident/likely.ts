import { likeness } from '../search/likeness.ts';
import { matcherOf } from '../search/match.ts';
import type { Incident } from './state.ts';

/** Whether what a customer says is about an incident: it holds one of its words, or reads like its title where it has none. */

type Known = Pick<Incident, 'title' | 'words'>;
const leastLikeness = 0.3;

/** The incident's words that stand in the text. */
export function wordsIn({ words }: Known, text: string): string[] {
  return words.filter((word) => matcherOf(word)(text));
}

/** The likeliest first; those that nothing speaks for are left out. */
export function likelyIncidents<T extends Known>(
  incidents: readonly T[],
  text: string,
): { incident: T; words: string[] }[] {
  return incidents
    .map((incident) => ({ incident, words: wordsIn(incident, text), alike: likeness(incident.title.zh, text) }))
    .filter(({ incident, words, alike }) => (incident.words.length > 0 ? words.length > 0 : alike >= leastLikeness))
    .sort((a, b) => b.words.length - a.words.length || b.alike - a.alike)
    .map(({ incident, words }) => ({ incident, words }));
}
