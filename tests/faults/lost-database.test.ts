import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../../src/contract/errors.ts';
import { type ServerProcess, startServerProcess, until } from '../support/server-process.ts';

/** Two processes beside the one whose PostgreSQL all three use; then that database goes away and comes back. */
let home: string;
let owner: ServerProcess;
let guests: ServerProcess[] = [];

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'huiyin-lost-'));
  owner = await startServerProcess(join(home, 'data'));
  const DATABASE_URL = `postgres://huiyin@localhost/huiyin?host=${encodeURIComponent(join(home, 'data/postgres'))}`;
  const HUIYIN_MASTER_KEY_FILE = join(home, 'data/master.key');
  const start = () => startServerProcess(join(home, 'guest'), { DATABASE_URL, HUIYIN_MASTER_KEY_FILE });
  guests = await Promise.all([start(), start()]);
});

afterAll(async () => {
  for (const server of [...guests, owner]) {
    server.child.kill('SIGTERM');
    await server.ended;
  }
  rmSync(home, { recursive: true, force: true });
});

const door = async (server: ServerProcess) => {
  const response = await fetch(`${server.url}/api/v1/door`);
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    body: (await response.json()) as Partial<Problem>,
  };
};

describe('processes with one DATABASE_URL', () => {
  it('run side by side', async () => {
    for (const guest of guests) expect((await door(guest)).status).toBe(200);
  });

  it('put requests off while the database is gone, and go on by themselves when it is back', async () => {
    owner.child.kill('SIGTERM');
    expect(await owner.ended).toBe(0);
    for (const guest of guests) {
      expect(await door(guest)).toMatchObject({ status: 503, retryAfter: '2', body: { code: 'database.unavailable' } });
      expect((await fetch(`${guest.url}/readyz`)).status).toBe(503);
      expect((await fetch(`${guest.url}/healthz`)).status).toBe(200);
    }
    owner = await startServerProcess(join(home, 'data'));
    for (const guest of guests) {
      await until('the guest answers again', async () => (await door(guest)).status === 200);
      expect((await fetch(`${guest.url}/readyz`)).status).toBe(200);
      expect(guest.child.exitCode).toBeNull();
    }
  });
});
