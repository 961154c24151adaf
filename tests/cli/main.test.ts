import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../support/imports.ts';

const huiyin = (...args: string[]) =>
  spawnSync(process.execPath, [join(root, 'scripts/huiyin.mjs'), ...args], { encoding: 'utf8', cwd: root });

describe('huiyin', () => {
  it('lists its commands on standard output', () => {
    const { status, stdout } = huiyin('--help');
    expect(status).toBe(0);
    for (const name of ['start', 'import', 'due', 'token', 'rebuild', 'verify', 'backup', 'restore'])
      expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
  });

  it('names the nearest command on standard error', () => {
    const { status, stdout, stderr } = huiyin('tokn');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toBe('"tokn" is not a command; did you mean "token"? Remedy: huiyin --help lists them.\n');
  });

  it('without a command explains itself and fails', () => {
    expect(huiyin()).toMatchObject({ status: 1, stdout: expect.stringContaining('Usage: huiyin <command>') });
  });
});
