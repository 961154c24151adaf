import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  postgresProcesses,
  postmasterOf,
  type ServerProcess,
  spawnServer,
  startServerProcess,
  until,
} from '../support/server-process.ts';

/**
 * The life of one server on a folder nobody else may enter, in order: each test takes it as the one before left it. Real
 * processes; every wait is bounded and ends as soon as what it waits for is there.
 */
let home: string;
let dataDir: string;
let server: ServerProcess;
const spawned: { child: { kill(signal: NodeJS.Signals): boolean } }[] = [];

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'huiyin-fault-'));
  dataDir = join(home, 'private', 'data');
  mkdirSync(join(home, 'private'), { mode: 0o700 });
});

afterAll(async () => {
  for (const { child } of spawned) child.kill('SIGKILL');
  await until('PostgreSQL is gone', () => {
    for (const pid of postgresProcesses(dataDir)) kill(pid, 'SIGKILL');
    return postgresProcesses(dataDir).length === 0;
  });
  rmSync(home, { recursive: true, force: true });
});

const start = async (): Promise<ServerProcess> => {
  const started = await startServerProcess(dataDir);
  spawned.push(started);
  return started;
};

/** A start that is expected to end by itself. */
const attempt = async (folder: string, env: Record<string, string> = {}) => {
  const process = spawnServer(folder, env);
  spawned.push(process);
  const code = await process.ended;
  return { code, output: process.output() };
};

const kill = (pid: number, signal: NodeJS.Signals) => {
  try {
    process.kill(pid, signal);
  } catch {
    // It is gone already.
  }
};

const isHalfMade = (name: string) => name.startsWith('postgres.new-');

const isReady = async () => (await fetch(`${server.url}/readyz`)).status === 200;

describe('a first start', () => {
  it('cut off while it makes the database leaves nothing the next one trips over', async () => {
    const early = spawnServer(dataDir);
    spawned.push(early);
    await until('the database is being made', () => existsSync(dataDir) && readdirSync(dataDir).some(isHalfMade));
    early.child.kill('SIGKILL');
    await early.ended;
    server = await start();
    expect(await isReady()).toBe(true);
    expect(readdirSync(dataDir).filter(isHalfMade)).toEqual([]);
  });

  it('makes the data and its key for the owner alone, and loosens no permission', () => {
    const mode = (path: string) => statSync(join(home, 'private', path)).mode & 0o777;
    expect(mode('data/master.key')).toBe(0o600);
    expect(mode('data')).toBe(0o700);
    expect(mode('data/postgres')).toBe(0o700);
    expect(mode('.')).toBe(0o700);
  });
});

describe('beside a running server', () => {
  it('a second one on the same data says who has it and exits 1', async () => {
    const { code, output } = await attempt(dataDir);
    expect(code).toBe(1);
    expect(output).toContain(`The data in ${dataDir} is in use by process ${server.pid}`);
    expect(output).toMatch(/Remedy: .*HUIYIN_DATA_DIR/);
    expect(await isReady()).toBe(true);
  });

  it('one on the same port says so, exits 1 and leaves no database behind', async () => {
    const other = join(home, 'private', 'other');
    const { code, output } = await attempt(other, { PORT: new URL(server.url).port });
    expect(code).toBe(1);
    expect(output).toMatch(/Port \d+ on 127.0.0.1 is taken.*Remedy/);
    expect(postgresProcesses(other)).toEqual([]);
  });
});

describe('a running server', () => {
  it('brings its database back when that is killed', async () => {
    process.kill(postmasterOf(dataDir), 'SIGKILL');
    await until('the database was brought back', () => server.output().includes('the embedded database is back'));
    await until('the server is ready again', isReady);
  });

  it('ends cleanly at SIGINT, and a start in that moment waits for it', async () => {
    const first = server;
    first.child.kill('SIGINT');
    server = await start();
    expect(await first.ended).toBe(0);
    expect(await isReady()).toBe(true);
  });

  it('killed with -9 leaves an orphaned database, which the next start stops', async () => {
    const orphan = postmasterOf(dataDir);
    server.child.kill('SIGKILL');
    await server.ended;
    expect(postgresProcesses(dataDir)).toContain(orphan);
    server = await start();
    expect(postgresProcesses(dataDir)).not.toContain(orphan);
  });

  it('killed with its database is recovered by the next start, even if their numbers were given away since', async () => {
    server.child.kill('SIGKILL');
    for (const pid of postgresProcesses(dataDir)) kill(pid, 'SIGKILL');
    await server.ended;
    await until('PostgreSQL is gone', () => postgresProcesses(dataDir).length === 0);
    const lockFile = join(dataDir, 'postgres/postmaster.pid');
    writeFileSync(lockFile, readFileSync(lockFile, 'utf8').replace(/^\d+/, String(process.pid)));
    writeFileSync(join(dataDir, 'owner.json'), JSON.stringify({ pid: process.pid, command: 'start', since: 'before' }));
    server = await start();
    expect(await isReady()).toBe(true);
    expect(server.output()).toContain('did not stop cleanly');
  });

  it('ends cleanly at SIGTERM and leaves no database behind', async () => {
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(postgresProcesses(dataDir)).toEqual([]);
    expect(statSync(join(dataDir, 'postgres/postmaster.pid'), { throwIfNoEntry: false })).toBeUndefined();
  });
});

describe('a start that cannot succeed', () => {
  it('without the key of existing data names the file and touches nothing', async () => {
    const key = join(dataDir, 'master.key');
    renameSync(key, `${key}.away`);
    const { code, output } = await attempt(dataDir);
    renameSync(`${key}.away`, key);
    expect(code).toBe(1);
    expect(output).toContain(`The key file ${key} is missing`);
    expect(postgresProcesses(dataDir)).toEqual([]);
  });

  it('with wrong settings names each variable and its remedy', async () => {
    const { code, output } = await attempt(dataDir, { PORT: 'many', HUIYIN_TIME_ZONE: 'Mars/North' });
    expect(code).toBe(1);
    expect(output).toMatch(/PORT: "many" is not a whole number from 0 to 65535/);
    expect(output).toMatch(/HUIYIN_TIME_ZONE: "Mars\/North" is not a time zone/);
  });

  it('where no folder can be made says so, and does not try for ever', async () => {
    for (const folder of ['/proc/huiyin', join(import.meta.filename, 'data')]) {
      const { code, output } = await attempt(folder);
      expect(code).toBe(1);
      expect(output).toMatch(/^The folder .* cannot be made: .*\. Remedy: choose another with HUIYIN_DATA_DIR/m);
    }
  });

  it('without the database it is to use says where that is and what to do, but not the password', async () => {
    const DATABASE_URL = 'postgres://huiyin:geheim@127.0.0.1:1/huiyin';
    const { code, output } = await attempt(join(home, 'guest'), { DATABASE_URL });
    expect(code).toBe(1);
    expect(output).toMatch(/^The database at 127\.0\.0\.1:1 cannot be used: .*ECONNREFUSED.* Remedy: .*DATABASE_URL/m);
    expect(output).not.toContain('geheim');
  });
});
