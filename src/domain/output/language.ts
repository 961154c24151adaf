import type { Bilingual } from '../playbook/schema-parts.ts';

/** `both` writes each name in Chinese and English, for customers and auditors abroad. */
export const outputLanguages = ['zh', 'en', 'both'] as const;
export type OutputLanguage = (typeof outputLanguages)[number];

export function nameIn(names: Bilingual, language: OutputLanguage): string {
  if (language !== 'both') return names[language];
  return names.zh === names.en ? names.zh : `${names.zh} ${names.en}`;
}

/** Fills `{name}` in both languages. */
export function fillNames(names: Bilingual, values: Readonly<Record<string, string | number>>): Bilingual {
  return { zh: fillText(names.zh, values), en: fillText(names.en, values) };
}

export function fillText(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => (Object.hasOwn(values, key) ? String(values[key]) : whole));
}
