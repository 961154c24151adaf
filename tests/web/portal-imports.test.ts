import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** What customers download: their own page only. Types are no weight and may come from anywhere. */
const entry = resolve(import.meta.dirname, '../../src/web/portal/main.tsx');
const root = resolve(import.meta.dirname, '../..');

function reach(file: string, seen = new Map<string, string[]>()): Map<string, string[]> {
  if (seen.has(file)) return seen;
  const source = readFileSync(file, 'utf8');
  const found = [...source.matchAll(/^(?:import|export)\s+(?!type\b)(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm)];
  const names = found.map((match) => match[1] ?? '');
  seen.set(
    file,
    names.filter((name) => !name.startsWith('.')),
  );
  for (const name of names.filter((one) => /^\.{1,2}\/.*\.tsx?$/.test(one))) reach(resolve(dirname(file), name), seen);
  return seen;
}

test('the portal is made of its own code and React', () => {
  const reached = reach(entry);
  const files = [...reached.keys()].map((file) => file.slice(root.length + 1));
  expect(files.length).toBeGreaterThan(15);
  // What counts as a contact is the server's rule, in a file that reaches nothing further.
  expect(files.filter((file) => !/^src\/web\/(portal|ui|i18n|api)\//.test(file))).toEqual([
    'src/domain/customer/contact.ts',
  ]);
  expect(new Set([...reached.values()].flat())).toEqual(new Set(['react', 'react-dom/client']));
});
