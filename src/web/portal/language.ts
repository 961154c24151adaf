import { useSyncExternalStore } from 'react';
import type { Names } from '../../contract/common.ts';
import { type Language, languageTags, storedLanguage, storeLanguage } from '../i18n/language.ts';
import { type TextKey, texts } from './texts.ts';

/**
 * The portal speaks both languages without a library: customers open it once, on a phone, and should not wait. A link may carry
 * `?lang=en`; without it the last choice counts, and Chinese before any.
 */
const listeners = new Set<() => void>();
let current: Language = startLanguage();
mark();

function startLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang');
  return asked === 'zh' || asked === 'en' ? asked : storedLanguage();
}

function mark(): void {
  document.documentElement.lang = languageTags[current];
  document.title = texts[current]['page.title'];
}

export function switchLanguage(): void {
  current = current === 'zh' ? 'en' : 'zh';
  storeLanguage(current);
  mark();
  for (const listener of listeners) listener();
}

export function currentTag(): string {
  return languageTags[current];
}

export function useLanguage(): Language {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}

export type Say = (key: TextKey, values?: Record<string, string | number>) => string;

export function useSay(): Say {
  const language = useLanguage();
  return (key, values = {}) =>
    texts[language][key].replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export function useName(): (names: Names) => string {
  const language = useLanguage();
  return (names) => names[language];
}
