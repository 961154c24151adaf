import { describe, expect, it } from 'vitest';
import type { Texts } from '../../src/web/i18n/texts.ts';

/** Every text in both languages: the compiler sees missing keys, this sees the rest, in whichever folder they stand. */
const modules = import.meta.glob<Record<string, unknown>>('../../src/web/**/*texts.ts', { eager: true });
const folders = Object.entries(modules).flatMap(([path, exports]) =>
  Object.values(exports)
    .filter(isTexts)
    .map((texts) => ({ path: path.replace('../../src/web/', ''), texts })),
);

function isTexts(value: unknown): value is Texts {
  return typeof value === 'object' && value !== null && 'namespace' in value && 'zh' in value && 'en' in value;
}

const plural = /_(one|other)$/;
const bases = (texts: Readonly<Record<string, string>>) =>
  [...new Set(Object.keys(texts).map((key) => key.replace(plural, '')))].sort();
const values = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe('the texts of the interface', () => {
  it('stand in one namespace for each file', () => {
    const namespaces = folders.map(({ texts }) => texts.namespace);
    expect(namespaces.length).toBeGreaterThan(5);
    expect(new Set(namespaces).size).toBe(namespaces.length);
  });

  it.each(folders)('$path has the same keys in Chinese and English', ({ texts }) => {
    expect(bases(texts.en)).toEqual(bases(texts.zh));
  });

  it.each(folders)('$path says something everywhere, and names the same values in both', ({ texts }) => {
    for (const [key, text] of Object.entries(texts.zh)) {
      const english = texts.en[key] ?? '';
      expect(text.trim(), key).not.toBe('');
      expect(english.trim(), key).not.toBe('');
      expect(values(english), key).toEqual(values(text));
    }
  });
});
