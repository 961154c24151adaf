import type { Names } from '../../../contract/common.ts';
import type { PhraseScope } from '../../../domain/phrase/choose.ts';
import { usePlaybooks } from '../../api/playbooks-provider.tsx';
import { useNames, useTexts } from '../../i18n/use-texts.ts';
import { extraChannels } from '../ticket/composer/via-options.ts';
import { texts } from './texts.ts';

type Named = { id: string; name: Names };
export const scopeParts = ['playbooks', 'categories', 'priorities', 'channels'] as const;
export type ScopePart = (typeof scopeParts)[number];

/** What a phrase can be kept for: everything that the playbooks in force know. */
export function useScopeOptions(): Record<ScopePart, { value: string; label: string }[]> {
  const names = useNames();
  const all = [...usePlaybooks().values()];
  const options = (items: readonly Named[]) =>
    [...new Map(items.map((item) => [item.id, item])).values()].map(({ id, name }) => ({
      value: id,
      label: names(name),
    }));
  return {
    playbooks: options(all),
    categories: options(all.flatMap(({ categories }) => categories)),
    priorities: options(all.flatMap(({ priorities }) => priorities)),
    channels: options([...all.flatMap(({ channels }) => channels), ...extraChannels]),
  };
}

/** What a phrase is kept for, in words; empty when it is for all tickets. */
export function useScopeWords(): (scope: PhraseScope) => string {
  const t = useTexts(texts);
  const options = useScopeOptions();
  return (scope) =>
    scopeParts
      .filter((part) => scope[part].length > 0)
      .map((part) => {
        const words = scope[part].map((id) => options[part].find(({ value }) => value === id)?.label ?? id);
        return t('scope.of', { part: t(`field.${part}`), words: words.join(t('separator')) });
      })
      .join(' · ');
}
