/** The languages of the interface. Chinese is the default; the choice is kept in the browser. */
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

export const languageTags: Record<Language, string> = { zh: 'zh-CN', en: 'en' };

const key = 'huiyin.language';

export function storedLanguage(): Language {
  try {
    return localStorage.getItem(key) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}

export function storeLanguage(language: Language): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    // A browser that refuses storage keeps the choice until the page is left.
  }
}
