import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommand } from '../support/run-command.ts';

const home = mkdtempSync(join(tmpdir(), 'huiyin-no-data-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('a command that reads what is there', () => {
  it.each([['verify'], ['rebuild'], ['backup', join(home, 'a.backup')], ['rotate-key']])(
    'refuses a folder without data, makes nothing in it and says what to do: %s',
    async (...args) => {
      const missing = join(home, 'slip-in-its-name');
      const empty = join(home, 'empty');
      mkdirSync(empty, { recursive: true });
      for (const folder of [missing, empty]) {
        const { code, stdout, stderr } = await runCommand(args, { HUIYIN_DATA_DIR: folder });
        expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
        expect(stderr).toBe(
          `There is no data in ${folder}. Remedy: set HUIYIN_DATA_DIR (or DATABASE_URL) as the server has it.\n`,
        );
      }
      expect(readdirSync(home)).toEqual(['empty']);
      expect(readdirSync(empty)).toEqual([]);
    },
  );
});

describe('a command that writes', () => {
  it('says so where it makes the database first', async () => {
    const folder = join(home, 'new');
    const args = ['token', '--name', 'a', '--role', 'agent'];
    const first = await runCommand(args, { HUIYIN_DATA_DIR: folder });
    expect(first).toMatchObject({ code: 0, stdout: expect.stringMatching(/^hy_\S+\n$/) });
    expect(first.stderr).toContain(`There was no data in ${folder}: an empty database was made there.`);
    const second = await runCommand(args, { HUIYIN_DATA_DIR: folder });
    expect(second).toMatchObject({ code: 0, stderr: '' });
  });
});
