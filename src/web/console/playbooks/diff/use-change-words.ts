import { useCallback } from 'react';
import type { PlaybookChange } from '../../../../domain/playbook/diff.ts';
import { useNames, useTexts } from '../../../i18n/use-texts.ts';
import { fieldLabel } from '../editor/field-label.ts';
import { keyTexts } from '../editor/key-texts.ts';
import { diffTexts } from './texts.ts';

type ChangeWords = { place: string; before: string; after: string };
const longest = 160;

/** A change in words: where it lies, and what stood and stands there. Entries are called by their ids, keys by their names. */
export function useChangeWords(): (change: PlaybookChange) => ChangeWords {
  const t = useTexts(diffTexts);
  const label = useTexts(keyTexts);
  const names = useNames();
  return useCallback(
    ({ kind, path, before, after }) => {
      const place = path.map((step) => fieldLabel(step, label)).join(' › ');
      const say = (value: unknown): string => {
        if (value === undefined) return '';
        if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
        if (typeof value !== 'object' || value === null) return String(value);
        if (Array.isArray(value)) return value.map(say).join(t('separator'));
        const { zh, en } = value as { zh?: unknown; en?: unknown };
        if (typeof zh === 'string' && typeof en === 'string') return names({ zh, en });
        return JSON.stringify(value);
      };
      const short = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text);
      // A part that came or went as a whole is named; its content stands in the lines below.
      const isWhole = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
      if (kind !== 'changed' && (isWhole(before) || isWhole(after))) return { place, before: '', after: '' };
      return { place, before: short(say(before)), after: short(say(after)) };
    },
    [t, label, names],
  );
}
