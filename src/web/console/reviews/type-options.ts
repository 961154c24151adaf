import { usePlaybooks } from '../../api/playbooks-provider.tsx';
import { useNames, useTexts } from '../../i18n/use-texts.ts';
import { texts } from './texts.ts';

/** A problem type of one of the playbooks as one choice. Codes hold no blanks. */
type ProblemType = { playbook: string; category: string | null };

export const writeType = ({ playbook, category }: ProblemType): string => `${playbook} ${category ?? ''}`;

export function readType(type: string): ProblemType {
  const [playbook = '', category = ''] = type.split(' ');
  return { playbook, category: category === '' ? null : category };
}

/** Of one playbook when the review is of one. */
export function useTypeOptions(only: string | undefined): { value: string; label: string }[] {
  const t = useTexts(texts);
  const names = useNames();
  const playbooks = [...usePlaybooks().values()].filter(({ id }) => only === undefined || id === only);
  return playbooks.flatMap(({ id, name, categories }) => [
    ...categories.map((category) => ({
      value: writeType({ playbook: id, category: category.id }),
      label: `${names(category.name)} · ${names(name)}`,
    })),
    { value: writeType({ playbook: id, category: null }), label: `${t('notes.wholePlaybook')} · ${names(name)}` },
  ]);
}
