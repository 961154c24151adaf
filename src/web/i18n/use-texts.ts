import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Names } from '../../contract/common.ts';
import { i18n } from './i18n.ts';
import type { Language } from './language.ts';
import type { Texts, Translate } from './texts.ts';

/** The page folder's texts in the current language, by typed key. */
export function useTexts<K extends string>(texts: Texts<K>): Translate<K> {
  const { t } = useTranslation(texts.namespace, { i18n });
  // i18next types keys by one global table; here each folder brings its own.
  return t as unknown as Translate<K>;
}

export function useLanguage(): Language {
  const { i18n: current } = useTranslation(undefined, { i18n });
  return current.language === 'en' ? 'en' : 'zh';
}

/** Names by current language: `const name = useNames(); name(stage.name)`. */
export function useNames(): (names: Names | null | undefined) => string {
  const language = useLanguage();
  return useCallback((names) => names?.[language] ?? '', [language]);
}
