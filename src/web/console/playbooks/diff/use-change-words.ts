import { useCallback } from 'react';
import type { PlaybookChange } from '../../../../domain/playbook/diff.ts';
import { useNames, useTexts } from '../../../i18n/use-texts.ts';
import { targetWords } from '../../ticket/target-words.ts';
import { texts as ticketTexts } from '../../ticket/texts.ts';
import { useChoiceWords } from '../editor/choice-words.ts';
import { fieldLabel } from '../editor/field-label.ts';
import { keyTexts } from '../editor/key-texts.ts';
import { diffTexts } from './texts.ts';

type ChangeWords = { place: string; before: string; after: string };
const longest = 160;
/** What people wrote stays as it is, even where it looks like a choice. */
const asWritten: ReadonlySet<string> = new Set(['id', 'number', 'zh', 'en']);

/** A change in words: where it lies, and what stood and stands there. Entries and keys are called by their names. */
export function useChangeWords(): (change: PlaybookChange) => ChangeWords {
  const t = useTexts(diffTexts);
  const label = useTexts(keyTexts);
  const time = useTexts(ticketTexts);
  const choice = useChoiceWords();
  const names = useNames();
  return useCallback(
    ({ kind, path, names: steps, name, before, after }) => {
      // The nearest entry stands before it in bold.
      const place = path
        .flatMap((step, at) =>
          names(steps[at]) === '' || names(steps[at]) !== names(name)
            ? [names(steps[at]) || fieldLabel(step, label)]
            : [],
        )
        .join(' › ');
      const say = (value: unknown): string => {
        if (value === undefined) return '';
        if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
        if (typeof value === 'string')
          return asWritten.has(path.at(-1) ?? '') ? value : targetWords(choice(value), time);
        if (typeof value !== 'object' || value === null) return String(value);
        if (Array.isArray(value)) return value.map(say).join(t('separator'));
        const { zh, en, on, ...rest } = value as Record<string, unknown>;
        if (typeof zh === 'string' && typeof en === 'string') return names({ zh, en });
        const parts = Object.entries(rest).map(([key, part]) =>
          t('part', { key: fieldLabel(key, label), value: say(part) }),
        );
        // An event, and at which stage, by which form or of which kind.
        if (typeof on === 'string')
          return parts.length === 0 ? say(on) : t('event', { event: say(on), parts: parts.join(t('separator')) });
        return parts.join(t('separator'));
      };
      const short = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text);
      // A part that came or went as a whole is named; its content stands in the lines below.
      const isWhole = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
      if (kind !== 'changed' && (isWhole(before) || isWhole(after))) return { place, before: '', after: '' };
      return { place, before: short(say(before)), after: short(say(after)) };
    },
    [t, label, time, choice, names],
  );
}
