import type { CaseDetail, CaseFindingView } from '../../../contract/case.ts';

type CaseText = NonNullable<CaseDetail['text']>;

/** The parts of a text that change when what was found is replaced; what stands last in a part goes first, so that places stay right. */
export function replaceIn(text: CaseText, findings: readonly CaseFindingView[]): Partial<CaseText> {
  const changed: CaseText = { ...text, tags: [...text.tags] };
  for (const { field, from, to, replacement } of findings.toSorted((a, b) => b.from - a.from)) {
    const put = (words: string) => words.slice(0, from) + replacement + words.slice(to);
    const [name = '', at] = field.split('.');
    if (name === 'tags') changed.tags[Number(at)] = put(changed.tags[Number(at)] ?? '');
    else if (name in changed) {
      const part = name as Exclude<keyof CaseText, 'tags'>;
      changed[part] = put(changed[part]);
    }
  }
  return changed;
}
