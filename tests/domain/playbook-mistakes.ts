import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/domain/playbook/problem.ts';
import { inChinese } from '../../src/domain/playbook/problem-words.ts';
import { remedyOf } from '../../src/domain/playbook/remedies.ts';
import { type Loose, problemsIn, type ShippedId } from './playbook-documents.ts';

/** Tables of mistakes: what is spoilt in a copy of a shipped playbook, and all that is said about it. */
export type Mistake = [what: string, id: ShippedId, spoil: (document: Loose) => void, said: string | string[]];

export type { Loose };
export const flow = 'resolution-flow';
export const kit = 'response-toolkit';

const vague = new Set(['请在这里更正', 'correct it at this place']);

export function describeMistakes(part: string, mistakes: Mistake[]): void {
  describe(`a playbook with a mistake in its ${part}`, () => {
    it.each(mistakes)('%s', (_what, id, spoil, said) => {
      const problems = problemsIn(id, spoil);
      expect(problems.map(formatProblem)).toEqual([said].flat());
      // Whoever reads Chinese is told as well.
      expect(problems.flatMap((one) => (inChinese(one).zh ? [] : [one.message]))).toEqual([]);
      // And everybody what to do about it, not only that there is something.
      expect(problems.filter((one) => Object.values(remedyOf(one)).some((said) => vague.has(said)))).toEqual([]);
    });
  });
}

export const byId = (items: Loose[], id: string) => items.find((item) => item.id === id);
export const field = (document: Loose, form: string, id: string) => byId(byId(document.forms, form).fields, id);
export const without = (items: Loose[], id: string) => items.splice(items.indexOf(byId(items, id)), 1);
