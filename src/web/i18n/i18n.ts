import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, languageTags, storedLanguage, storeLanguage } from './language.ts';

/** The one i18next instance. Texts reach it through `defineTexts`, one namespace for each page folder. */
export const i18n = createInstance();

void i18n.use(initReactI18next).init({
  lng: storedLanguage(),
  fallbackLng: 'zh',
  resources: {},
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
});

export function changeLanguage(language: Language): void {
  storeLanguage(language);
  void i18n.changeLanguage(language);
}

function markDocument(language: string): void {
  if (typeof document !== 'undefined') document.documentElement.lang = languageTags[language === 'en' ? 'en' : 'zh'];
}
i18n.on('languageChanged', markDocument);
markDocument(i18n.language);
