import { languageTags } from '../i18n/language.ts';
import { useLanguage } from '../i18n/use-texts.ts';

/** The BCP 47 tag of the current language, for Intl. */
export function useLocale(): string {
  return languageTags[useLanguage()];
}
