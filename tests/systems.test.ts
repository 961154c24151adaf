import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** docs/systems.md says for each requirement which test proves it; this holds the page to the tests. */
const page = readFileSync(join(import.meta.dirname, '../docs/systems.md'), 'utf8');
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (---|requirement)/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

describe('every requirement of a procedure', () => {
  it('is on the page', () => {
    expect(rows.length).toBeGreaterThan(25);
  });

  it.each(rows)('%s', (requirement, where, proof = '') => {
    expect(requirement).not.toBe('');
    expect(where).not.toBe('');
    const [file = '', title = ''] = proof.split(' › ');
    const path = join(import.meta.dirname, file);
    expect(existsSync(path), `${file} does not exist`).toBe(true);
    // The title of a plain test, and that of a table of tests, which follows its rows.
    const titles = [...readFileSync(path, 'utf8').matchAll(/(?:\b(?:it|describe)\(|\)\()\s*['`]([^'`]+)['`]/g)].map(
      ([, one]) => one,
    );
    expect(
      titles.some((one) => title !== '' && one?.includes(title)),
      `${file} has no test "${title}"`,
    ).toBe(true);
  });
});
