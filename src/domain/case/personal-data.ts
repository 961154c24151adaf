import type { CaseText } from './case-text.ts';
import { findAddresses } from './find-addresses.ts';
import { findKnown, type KnownPerson, nobodyKnown } from './find-known.ts';
import { findNumbers } from './find-numbers.ts';
import { findPatterns } from './find-patterns.ts';
import { type Finding, withoutFindings } from './finding.ts';
import { plainOf } from './plain.ts';

/** Everything in a text that may name or reach a person, in its order, none overlapping another. */
export function findPersonalData(text: string, person: KnownPerson = nobodyKnown): Finding[] {
  const plain = plainOf(text);
  return apart([...findKnown(plain, person), ...findNumbers(plain), ...findPatterns(plain), ...findAddresses(plain)]);
}

/** Of two that overlap the hard one counts, then the longer. */
function apart(findings: readonly Finding[]): Finding[] {
  const rank = ({ isHard, from, to }: Finding) => (isHard ? 1_000_000 : 0) + (to - from);
  const kept: Finding[] = [];
  for (const one of findings.toSorted((a, b) => rank(b) - rank(a) || a.from - b.from)) {
    if (one.to > one.from && !kept.some((other) => one.from < other.to && other.from < one.to)) kept.push(one);
  }
  return kept.sort((a, b) => a.from - b.from);
}

/** To be replaced in a text. Replacing may bring two pieces together that are something again: it goes on until nothing is found. */
export function withoutPersonalData(text: string, person: KnownPerson = nobodyKnown): string {
  let rest = text;
  for (let rounds = 0; rounds < 5; rounds++) {
    const findings = findPersonalData(rest, person);
    if (findings.length === 0) return rest;
    rest = withoutFindings(rest, findings);
  }
  return rest;
}

/** `field` is `title`, `problem`… or `tags.0`. */
export type CaseFinding = Finding & { field: string };

export function findInCase(text: CaseText, person: KnownPerson = nobodyKnown): CaseFinding[] {
  const { tags, ...parts } = text;
  const fields = [...Object.entries(parts), ...tags.map((tag, at): [string, string] => [`tags.${at}`, tag])];
  return fields.flatMap(([field, words]) => findPersonalData(words, person).map((one) => ({ ...one, field })));
}
