import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenData, openData } from '../../src/server/data.ts';
import { migrate } from '../../src/server/database/migrate.ts';
import { createPool, type DatabasePool } from '../../src/server/database/pool.ts';
import { verifyChain } from '../../src/server/features/tickets/index.ts';
import { silentLogger } from '../../src/server/platform/logger.ts';
import { testConfig } from '../support/server.ts';
import { until } from '../support/server-process.ts';

/** Real processes beside a "server" that is this test; each test has a list of its own, told apart by the reference of its rows. */
const root = mkdtempSync(join(tmpdir(), 'huiyin-import-'));
const dataDir = join(root, 'data');
let data: OpenData;
let pool: DatabasePool;

async function openAsServer(): Promise<void> {
  const config = testConfig({ HUIYIN_DATA_DIR: dataDir });
  data = await openData({ config, command: 'start', logger: silentLogger, mayShare: false });
  pool = createPool({ connection: data.connection, size: 2, statementTimeoutMs: 30_000 });
  await migrate(pool);
}

async function closeAsServer(): Promise<void> {
  await pool.end();
  data.announceClose();
  await data.close();
}

beforeAll(openAsServer, 60_000);
afterAll(async () => {
  await closeAsServer();
  rmSync(root, { recursive: true, force: true });
}, 60_000);

type Result = { code: number | null; signal: string | null; stdout: string; stderr: string };

function start(...args: string[]): { child: ChildProcess; done: Promise<Result> } {
  const main = join(import.meta.dirname, '../../src/cli/main.ts');
  const env = { PATH: process.env.PATH, HUIYIN_DATA_DIR: dataDir };
  const child = spawn(process.execPath, [main, 'import', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      said[stream] += text;
    });
  const done = new Promise<Result>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, ...said }));
  });
  return { child, done };
}

const run = (...args: string[]) => start(...args).done;
const flow = ['--playbook', 'resolution-flow'];
const count = async (sql: string) =>
  Number((await pool.query<{ n: number }>(`select count(*) as n from ${sql}`)).rows[0]?.n);
const tickets = () => count('ticket');

function listOf(name: string, rows: number, rowOf: (n: number) => string): string {
  const path = join(root, name);
  const lines = Array.from({ length: rows }, (_, n) => `${name}-${n},${rowOf(n)}`);
  writeFileSync(path, `编号,姓名,电话,时间,详情\r\n${lines.join('\r\n')}\r\n`);
  return path;
}

const sound = (n: number) => `客户${n},1390000${String(n).padStart(4, '0')},2019/4/25 9:32:09,第${n}个诉求：路灯不亮`;

/** Every ticket whole, however its import ended. */
async function expectWhole(before: number, made: number): Promise<void> {
  expect(await tickets()).toBe(before + made);
  expect(
    await count(`ticket t where not exists (select from event e where e.ticket_id = t.id and e.seq = t.version)`),
  ).toBe(0);
  expect(await count('ticket t left join ticket_search s on s.ticket_id = t.id where s.ticket_id is null')).toBe(0);
  expect(await count('ticket t left join idempotency i on i.ticket_id = t.id where i.ticket_id is null')).toBe(0);
  expect(await verifyChain(pool, { broken: () => {}, progress: () => {} })).toMatchObject({ broken: 0 });
}

describe('huiyin import', { timeout: 120_000 }, () => {
  it('shows on a dry run what would become of the rows, and writes nothing', async () => {
    const file = listOf('dry.csv', 3, (n) => (n === 1 ? '李四,,2019/2/30,x' : sound(n)));
    const { code, stdout } = await run(file, ...flow, '--dry-run');
    expect(code).toBe(1);
    expect(stdout).toContain('电话  → customer-contact (联系方式)');
    expect(stdout).toContain('row 3: 时间: "2019/2/30" is a date that does not exist');
    expect(stdout).toContain('2 × taken as history');
    expect(stdout).toContain('2 would be made, 0 there already, 1 would fail.');
    expect(await tickets()).toBe(0);
    expect(existsSync(`${file}.errors.csv`)).toBe(false);
  });

  it('takes in each row once, puts those that fail aside, and takes them corrected', async () => {
    const file = listOf('some.csv', 5, (n) => (n === 2 ? '李四,,昨天,x' : sound(n)));
    const errors = `${file}.errors.csv`;
    const first = await run(file, ...flow);
    expect({ code: first.code, stdout: first.stdout }).toEqual({
      code: 1,
      stdout: '4 made, 0 there already, 1 failed.\n',
    });
    expect(readFileSync(errors, 'utf8')).toContain('\r\n4,时间,received-at,"""昨天"" is no date');
    expect(statSync(errors).mode & 0o777).toBe(0o600);
    expect((await run(file, ...flow)).stdout).toBe('0 made, 4 there already, 1 failed.\n');
    writeFileSync(errors, readFileSync(errors, 'utf8').replace(',昨天,', ',2019-05-01,'));
    expect(await run(errors, ...flow)).toMatchObject({ code: 0, stdout: '1 made, 0 there already, 0 failed.\n' });
    writeFileSync(file, readFileSync(file, 'utf8').replace('昨天', '2019-05-01').replace('第0个', '改了的'));
    const again = await run(file, ...flow);
    expect(again).toMatchObject({ code: 1, stdout: '0 made, 4 there already, 1 failed.\n' });
    expect(readFileSync(errors, 'utf8')).toContain('was imported before and said something else');
    await expectWhole(0, 5);
  });

  it('starts no clock and tells nobody for history, unless it is told to', async () => {
    const [clocks, made] = [await count('clock'), await tickets()];
    const file = listOf('old.csv', 3, (n) => `同一人,138 0013 8000,2019-04-2${n} 10:00,第${n}次来电`);
    expect(await run(file, ...flow)).toMatchObject({ code: 0 });
    expect(await count('clock')).toBe(clocks);
    expect(await count('ticket where next_due_at = $$infinity$$')).toBe(made + 3);
    expect(await count(`ticket where received_at::date = '2019-04-21'`)).toBe(1);
    const open = await run(file, ...flow, '--as', 'open', '--source', 'b');
    expect(open.stdout).toBe('3 made, 0 there already, 0 failed.\n');
    expect(await count('clock')).toBe(clocks + 6);
    expect(
      await count(
        `customer c where exists (select from ticket t where t.customer_id = c.id and received_at::date = '2019-04-21')`,
      ),
    ).toBe(1);
  });

  it('goes on after kill -9 where it stopped', async () => {
    const before = await tickets();
    const file = listOf('killed.csv', 800, sound);
    const { child, done } = start(file, ...flow);
    await until('some rows are in', async () => (await tickets()) > before + 100);
    child.kill('SIGKILL');
    expect(await done).toMatchObject({ signal: 'SIGKILL' });
    const reached = await tickets();
    expect(reached).toBeLessThan(before + 800);
    await expectWhole(before, reached - before);
    const { code, stdout } = await run(file, ...flow);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `${before + 800 - reached} made, ${reached - before} there already, 0 failed.\n`,
    });
    await expectWhole(before, 800);
  });

  it('stops at Ctrl-C after the rows under way, and waits for a database that is away', async () => {
    const before = await tickets();
    const file = listOf('cut.csv', 800, sound);
    const { child, done } = start(file, ...flow);
    await until('some rows are in', async () => (await tickets()) > before + 50);
    child.kill('SIGINT');
    child.kill('SIGINT');
    const stopped = await done;
    expect(stopped.code, stopped.stderr).toBe(130);
    expect(stopped.stdout).toMatch(/^\d+ made, 0 there already, 0 failed, and not all rows were read\.\n$/);
    const reached = await tickets();
    await expectWhole(before, reached - before);
    const again = start(file, ...flow);
    for (let cut = 0; cut < 5; cut++) {
      const rows = await tickets();
      await until('some more are in', async () => (await tickets()) > rows + 20 || again.child.exitCode !== null);
      await pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
      );
    }
    expect(await again.done).toMatchObject({ code: 0, stdout: expect.stringContaining(', 0 failed.\n') });
    await expectWhole(before, 800);
  });

  it('refuses an unknown playbook, and works without a server', async () => {
    const file = listOf('alone.csv', 3, sound);
    expect(await run(file, '--frobnicate')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('Usage'),
    });
    const unknown = await run(file, '--playbook', 'resolution-flaw');
    expect(unknown).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('resolution-flow') });
    const before = await tickets();
    await closeAsServer();
    const { code, stdout } = await run(file, ...flow, '--channel', 'transfer', '--time-zone', 'UTC');
    await openAsServer();
    expect({ code, stdout }).toEqual({ code: 0, stdout: '3 made, 0 there already, 0 failed.\n' });
    await expectWhole(before, 3);
  });
});
