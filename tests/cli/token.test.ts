import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openData } from '../../src/server/data.ts';
import { createPool } from '../../src/server/database/pool.ts';
import { silentLogger } from '../../src/server/platform/logger.ts';
import { testConfig } from '../support/server.ts';

const root = mkdtempSync(join(tmpdir(), 'huiyin-token-'));
const dataDir = join(root, 'data');
afterAll(() => rmSync(root, { recursive: true, force: true }));

type Result = { code: number | null; stdout: string; stderr: string };

function runCommand(...args: string[]): Promise<Result> {
  const main = join(import.meta.dirname, '../../src/cli/main.ts');
  const env = { PATH: process.env.PATH, HUIYIN_DATA_DIR: dataDir };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, 'token', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const result = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      result.stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      result.stderr += text;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...result }));
  });
}

async function readTokens() {
  const data = await openData({
    config: testConfig({ HUIYIN_DATA_DIR: dataDir }),
    command: 'test',
    logger: silentLogger,
    mayShare: true,
  });
  const pool = createPool({ connection: data.connection, size: 1, statementTimeoutMs: 10_000 });
  try {
    return (await pool.query('select name, roles, departments from api_token order by id')).rows;
  } finally {
    await pool.end();
    await data.close();
  }
}

describe('huiyin token', { timeout: 60_000 }, () => {
  it.each([
    [['--name', 'x'], '--role is missing', 'quality'],
    [['--role', 'agent'], '--name is missing', 'Usage'],
    [
      ['--name', 'x', '--role', 'agnet'],
      'did you mean "agent"',
      'agent, supervisor, specialist, contact, quality, manager, admin',
    ],
    [['--name', 'x', '--role', 'owner'], '"owner" is not a role', 'Valid roles'],
    [['--name', ' ', '--role', 'agent'], '--name', ''],
    [['--name', 'x', '--rolle', 'agent'], '--rolle', 'Usage'],
  ])('refuses %j', async (args, first, second) => {
    const { code, stdout, stderr } = await runCommand(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(first);
    expect(stderr).toContain(second);
  });

  it('prints the token alone, whether or not a server runs', async () => {
    const alone = await runCommand('--name', 'import job', '--role', 'agent', '--role', 'supervisor');
    const stderr = expect.stringMatching(/^\{.*There was no data in .*\}\n$/);
    expect(alone).toEqual({ code: 0, stdout: expect.stringMatching(/^hy_[\w-]{43}\n$/), stderr });
    const wrong = await runCommand('--name', 'x', '--role', 'agent', '--department', 'nowhere');
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain('nowhere');

    const config = testConfig({ HUIYIN_DATA_DIR: dataDir });
    const running = await openData({ config, command: 'start', logger: silentLogger, mayShare: false });
    try {
      const beside = await runCommand('--name', '商城', '--role', 'agent');
      expect(beside).toEqual({ code: 0, stdout: expect.stringMatching(/^hy_[\w-]{43}\n$/), stderr: '' });
      expect(beside.stdout).not.toBe(alone.stdout);
    } finally {
      await running.close();
    }
    expect(await readTokens()).toEqual([
      { name: 'import job', roles: ['agent', 'supervisor'], departments: [] },
      { name: '商城', roles: ['agent'], departments: [] },
    ]);
  });
});
