import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isRole } from '../../src/domain/access/role-names.ts';
import { choiceTexts } from '../../src/web/console/playbooks/editor/choice-texts.ts';
import { keyTexts } from '../../src/web/console/playbooks/editor/key-texts.ts';
import { flowTexts } from '../../src/web/console/playbooks/flow/texts.ts';
import { clockEventTexts } from '../../src/web/console/ticket/clocks/event-texts.ts';
import { stageTexts } from '../../src/web/console/ticket/stages/texts.ts';

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

type Node = { properties?: Record<string, Node>; enum?: unknown[]; [key: string]: unknown };

/** Every key that the schema for editors knows, and every value that one of them may take. */
function vocabulary(node: unknown, keys = new Set<string>(), values = new Set<string>()) {
  if (typeof node !== 'object' || node === null) return { keys, values };
  const { properties = {}, enum: choices = [] } = node as Node;
  for (const key of Object.keys(properties)) keys.add(key);
  for (const value of choices) values.add(String(value));
  for (const part of Object.values(node)) vocabulary(part, keys, values);
  return { keys, values };
}

describe('the editor of a playbook', () => {
  const schema = JSON.parse(readFileSync(new URL('../../playbooks/playbook.schema.json', import.meta.url), 'utf8'));
  const { keys, values } = vocabulary(schema);

  it('has a word for every key', () => {
    const unshown = ['$schema', 'version', 'zh', 'en'];
    expect([...keys].filter((key) => !unshown.includes(key) && !Object.hasOwn(keyTexts.zh, key))).toEqual([]);
  });

  it('has a word for every value', () => {
    const named = { ...choiceTexts.zh, ...clockEventTexts.zh };
    const isNamed = (value: string) =>
      Object.hasOwn(named, value) ||
      isRole(value) ||
      Object.hasOwn(stageTexts.zh, `gate.${value}`) ||
      Object.hasOwn(flowTexts.zh, `status.${value}`) ||
      Object.hasOwn(flowTexts.zh, value);
    expect(values.size).toBeGreaterThan(100);
    expect([...values].filter((value) => !isNamed(value))).toEqual([]);
  });
});
