import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keyTexts } from '../../src/web/console/playbooks/editor/key-texts.ts';

/** What is said about a playbook calls its keys as the form beside it does: 「同时设定」（binds）. */
const files = ['problem-words.ts', 'remedies.ts', 'check-who.ts', 'check-organisation.ts'];
const called: Record<string, string> = keyTexts.zh;

describe('the keys that problems name in Chinese', () => {
  it.each(files)('are called in %s as in the form', (file) => {
    const source = readFileSync(new URL(`../../src/domain/playbook/${file}`, import.meta.url), 'utf8');
    const named = [...source.matchAll(/「([^」$%]+)」（(\w+)(?::[^）]*)?）/g)].map(([, word, key = '']) => [key, word]);
    expect(named.filter(([key = '', word]) => called[key] !== word)).toEqual([]);
    if (file === 'problem-words.ts') expect(named.length).toBeGreaterThan(10);
  });
});
