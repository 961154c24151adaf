import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  postgresProcesses,
  postmasterOf,
  type ServerProcess,
  spawnServer,
  startServerProcess,
  until,
} from '../support/server-process.ts';

/** Real processes on a data folder nobody else may enter. Every wait is bounded and ends as soon as what it waits for is there. */
let home: string;
let dataDir: string;
let running: { child: { kill(signal: NodeJS.Signals): boolean } }[];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'huiyin-fault-'));
  dataDir = join(home, 'private', 'data');
  mkdirSync(join(home, 'private'), { mode: 0o700 });
  running = [];
});

afterEach(async () => {
  for (const { child } of running) child.kill('SIGKILL');
  if (statSync(join(dataDir, 'postgres'), { throwIfNoEntry: false })) {
    await until('PostgreSQL is gone', () => {
      for (const pid of postgresProcesses(dataDir)) kill(pid, 'SIGKILL');
      return postgresProcesses(dataDir).length === 0;
    });
  }
  rmSync(home, { recursive: true, force: true });
});

const start = async (env?: Record<string, string>): Promise<ServerProcess> => {
  const server = await startServerProcess(dataDir, env);
  running.push(server);
  return server;
};

const kill = (pid: number, signal: NodeJS.Signals) => {
  try {
    process.kill(pid, signal);
  } catch {
    // It is gone already.
  }
};

describe('a first start', () => {
  it('makes the data, its key for the owner alone, and loosens no permission', async () => {
    const server = await start();
    expect(statSync(join(dataDir, 'master.key')).mode & 0o777).toBe(0o600);
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700);
    expect(statSync(join(home, 'private')).mode & 0o777).toBe(0o700);
    expect(await (await fetch(`${server.url}/readyz`)).json()).toEqual({
      status: 'ready',
      checks: { database: true, migrations: true },
    });
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('ends cleanly at %s and leaves no database behind', async (signal) => {
    const server = await start();
    server.child.kill(signal);
    expect(await server.ended).toBe(0);
    expect(postgresProcesses(dataDir)).toEqual([]);
    expect(statSync(join(dataDir, 'postgres/postmaster.pid'), { throwIfNoEntry: false })).toBeUndefined();
  });

  it('that is told to stop half-way leaves nothing half-made', async () => {
    const early = spawnServer(dataDir);
    running.push(early);
    await until('the database is being made', () => statSync(join(dataDir, 'postgres.new'), { throwIfNoEntry: false }));
    early.child.kill('SIGKILL');
    await early.ended;
    const server = await start();
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
  });
});

describe('a second start', () => {
  it('on the same data says who has it and exits 1; the first goes on', async () => {
    const first = await start();
    const second = spawnServer(dataDir);
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`The data in ${dataDir} is in use by process ${first.pid}`);
    expect(second.output()).toMatch(/Remedy: .*HUIYIN_DATA_DIR/);
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  });

  it('on a taken port says so, exits 1 and leaves no database behind', async () => {
    const first = await start();
    const otherData = join(home, 'private', 'other');
    const second = spawnServer(otherData, { PORT: new URL(first.url).port });
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(/Port \d+ on 127.0.0.1 is taken.*Remedy/);
    expect(postgresProcesses(otherData)).toEqual([]);
  });

  it('while the first one is still stopping waits for it', async () => {
    const first = await start();
    first.child.kill('SIGTERM');
    const second = await start();
    expect(await first.ended).toBe(0);
    expect((await fetch(`${second.url}/readyz`)).status).toBe(200);
  });
});

describe('after kill -9', () => {
  it('of the server the next start stops the orphaned database and goes on', async () => {
    const server = await start();
    const orphan = postmasterOf(dataDir);
    server.child.kill('SIGKILL');
    await server.ended;
    expect(postgresProcesses(dataDir)).toContain(orphan);
    const next = await start();
    expect(postgresProcesses(dataDir)).not.toContain(orphan);
    expect((await fetch(`${next.url}/readyz`)).status).toBe(200);
  });

  it('of server and database the next start recovers', async () => {
    const server = await start();
    server.child.kill('SIGKILL');
    for (const pid of postgresProcesses(dataDir)) kill(pid, 'SIGKILL');
    await server.ended;
    const next = await start();
    expect((await fetch(`${next.url}/readyz`)).status).toBe(200);
    expect(next.output()).toContain('did not stop cleanly');
  });

  it('a number given to another process since does not stand in the way', async () => {
    const server = await start();
    server.child.kill('SIGKILL');
    for (const pid of postgresProcesses(dataDir)) kill(pid, 'SIGKILL');
    await server.ended;
    await until('PostgreSQL is gone', () => postgresProcesses(dataDir).length === 0);
    const lockFile = join(dataDir, 'postgres/postmaster.pid');
    writeFileSync(lockFile, readFileSync(lockFile, 'utf8').replace(/^\d+/, String(process.pid)));
    writeFileSync(join(dataDir, 'owner.json'), JSON.stringify({ pid: process.pid, command: 'start', since: 'before' }));
    const next = await start();
    expect((await fetch(`${next.url}/readyz`)).status).toBe(200);
  });

  it('of the database alone the server brings it back by itself', async () => {
    const server = await start();
    process.kill(postmasterOf(dataDir), 'SIGKILL');
    await until('the database was brought back', () => server.output().includes('the embedded database is back'));
    await until('the server is ready again', async () => (await fetch(`${server.url}/readyz`)).status === 200);
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
  });
});

describe('a start that cannot succeed', () => {
  it('without the key of existing data names the file and touches nothing', async () => {
    const server = await start();
    server.child.kill('SIGTERM');
    await server.ended;
    const key = join(dataDir, 'master.key');
    rmSync(key);
    const next = spawnServer(dataDir);
    expect(await next.ended).toBe(1);
    expect(next.output()).toContain(`The key file ${key} is missing`);
    expect(postgresProcesses(dataDir)).toEqual([]);
  });

  it('with wrong settings names each variable and its remedy', async () => {
    const server = spawnServer(dataDir, { PORT: 'many', HUIYIN_TIME_ZONE: 'Mars/North' });
    expect(await server.ended).toBe(1);
    expect(server.output()).toMatch(/PORT: "many" is not a whole number from 0 to 65535/);
    expect(server.output()).toMatch(/HUIYIN_TIME_ZONE: "Mars\/North" is not a time zone/);
  });
});
