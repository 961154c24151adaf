import { useCallback } from 'react';
import { useNames, useTexts } from '../../../i18n/use-texts.ts';
import { type Path, valueAt } from './editor-context.tsx';
import { fieldLabel } from './field-label.ts';
import { keyTexts } from './key-texts.ts';
import { editorTexts } from './texts.ts';

/** Where something stands, in the words of the form: stages › Assign › Before it is left. */
export function usePlaceWords(value: unknown): (path: Path) => string {
  const label = useTexts(keyTexts);
  const t = useTexts(editorTexts);
  const names = useNames();
  return useCallback(
    (path) =>
      path
        .map((step, at) => {
          const part = valueAt(value, path.slice(0, at + 1));
          const isPriority = path[at - 1] === 'target';
          const called = isPriority ? nameIn(valueAt(value, ['priorities']), step) : nameOf(part);
          if (called) return names(called);
          if (typeof step === 'string') return fieldLabel(step, label);
          const id = valueAt(part, ['id']);
          return typeof id === 'string' ? id : t('place.nth', { count: step + 1 });
        })
        .join(' › '),
    [value, label, t, names],
  );
}

type Called = { zh: string; en: string } | null;

/** What the entry of that id is called. */
export function nameIn(list: unknown, id: string | number): Called {
  return Array.isArray(list) ? nameOf(list.find((one) => valueAt(one, ['id']) === id)) : null;
}

function nameOf(entry: unknown): Called {
  const [zh, en] = [valueAt(entry, ['name', 'zh']), valueAt(entry, ['name', 'en'])];
  return typeof zh === 'string' && typeof en === 'string' ? { zh, en } : null;
}
