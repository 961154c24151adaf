import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openData } from '../../src/server/data.ts';
import { migrate } from '../../src/server/database/migrate.ts';
import { createPool } from '../../src/server/database/pool.ts';
import { openKeyRing } from '../../src/server/platform/crypto/open-key-ring.ts';
import { silentLogger } from '../../src/server/platform/logger.ts';
import { testConfig } from '../support/server.ts';

const root = mkdtempSync(join(tmpdir(), 'huiyin-rotate-'));
const dataDir = join(root, 'data');
const keyFile = join(dataDir, 'master.key');
afterAll(() => rmSync(root, { recursive: true, force: true }));

function runCommand(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const main = join(import.meta.dirname, '../../src/cli/main.ts');
  const env = { PATH: process.env.PATH, HUIYIN_DATA_DIR: dataDir };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, 'rotate-key', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
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

/** Opens the data as the server does, with the key that lies in the key file. */
async function openAsServer(meanwhile = async () => {}): Promise<string> {
  const config = testConfig({ HUIYIN_DATA_DIR: dataDir });
  const data = await openData({ config, command: 'start', logger: silentLogger, mayShare: false });
  const pool = createPool({ connection: data.connection, size: 1, statementTimeoutMs: 10_000 });
  try {
    await migrate(pool);
    const ring = await openKeyRing(pool, data.masterKey);
    await meanwhile();
    return ring.contactHash('x').toString('hex');
  } finally {
    await pool.end();
    data.announceClose();
    await data.close();
  }
}

describe('huiyin rotate-key', { timeout: 60_000 }, () => {
  it('puts a new key in place, keeps the old one beside it, and the data stays readable', async () => {
    const before = await openAsServer();
    const oldKey = readFileSync(keyFile, 'utf8');
    const { code, stdout, stderr } = await runCommand();
    expect(code, stderr).toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toContain('copy it to a safe place');
    expect(readFileSync(keyFile, 'utf8')).not.toBe(oldKey);
    expect(readFileSync(`${keyFile}.old`, 'utf8')).toBe(oldKey);
    expect(existsSync(`${keyFile}.new`)).toBe(false);
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    expect(await openAsServer()).toBe(before);
  });

  it('refuses beside a running server, and changes nothing', async () => {
    const before = readFileSync(keyFile, 'utf8');
    await openAsServer(async () => {
      const { code, stderr } = await runCommand();
      expect(code).toBe(1);
      expect(stderr).toMatch(/Remedy|stop/i);
    });
    expect(readFileSync(keyFile, 'utf8')).toBe(before);
  });

  it('refuses unknown flags with its usage', async () => {
    expect(await runCommand('--key', 'x')).toMatchObject({ code: 2, stderr: expect.stringContaining('Usage') });
    expect(await runCommand('--help')).toMatchObject({ code: 0, stdout: expect.stringContaining('Usage') });
  });
});
