import type { ChildProcess } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { DatabasePool } from '../../src/server/database/pool.ts';
import { fillFolder } from './filled.ts';
import { withDatabase } from './read.ts';
import { figure, type Row, round as rounded } from './table.ts';
import { benchEnv, ended, spawnProgram, startWorld, type World } from './world.ts';

/** Four promises each, all overdue for days: warnings, breaches and every step of their ladders are owed at once. */
const tickets = 5_000;
const lookEveryMs = 50;
const longestMs = 300_000;

/**
 * How many due clocks real server processes handle in a second, and whether any is handled twice or lost; then the same with two
 * processes, of which one is killed (-9) in the middle of it.
 */
export async function benchHandled(rounds: number): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-bench-late-'));
  const late = join(folder, 'late');
  try {
    await fillFolder(late, tickets, true);
    const copy = async (isKilling: boolean): Promise<Handled> => {
      const own = join(folder, 'copy');
      cpSync(late, own, { recursive: true });
      chmodSync(join(own, 'postgres'), 0o700);
      const world = await startWorld({ dataDir: own, clocks: 'off' });
      return handle(world, isKilling).finally(async () => {
        await world.stop();
        rmSync(own, { recursive: true, force: true });
      });
    };
    const quiet: Handled[] = [];
    const killed: Handled[] = [];
    for (let round = 0; round < rounds; round++) {
      quiet.push(await copy(false));
      killed.push(await copy(true));
    }
    return [
      ...rowsOf('due clocks handled, one process', quiet),
      ...rowsOf('two processes, one killed (-9) halfway', killed),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Handled = { clocks: number; seconds: number; cpuMs: number; twice: number; lost: number };

function rowsOf(what: string, rounds: readonly Handled[]): Row[] {
  const sum = (of: (one: Handled) => number) => rounds.reduce((total, one) => total + of(one), 0);
  const perSecond = rounds.map(({ clocks, seconds }) => clocks / seconds);
  return [
    figure(what, perSecond, ' / s', '≥ 1,000 / s'),
    {
      what: `${what}: of ${sum(({ clocks }) => clocks)}`,
      measured: `${sum(({ twice }) => twice)} twice, ${sum(({ lost }) => lost)} lost`,
      target: 'none, none',
    },
    {
      what: `${what}: CPU of the database for each`,
      measured: `${rounded(sum(({ cpuMs }) => cpuMs) / sum(({ clocks }) => clocks))} ms`,
    },
  ];
}

/** Clocks due at the beginning, and the time from the first that is handled to the last. */
async function handle(world: World, isKilling: boolean): Promise<Handled> {
  return withDatabase(world, async (db) => {
    const clocks = await countDue(db);
    const cpu = world.cpuMs().database;
    const workers = Array.from({ length: isKilling ? 2 : 1 }, () => startWorker(world));
    let began = 0;
    let left = clocks;
    let isKilled = false;
    for (const deadline = performance.now() + longestMs; left > 0 && performance.now() < deadline; ) {
      await delay(lookEveryMs);
      left = await countDue(db);
      if (began === 0 && left < clocks) began = performance.now();
      if (isKilling && !isKilled && left < clocks / 2) isKilled = workers[0]?.kill('SIGKILL') ?? false;
    }
    const seconds = (performance.now() - began) / 1000;
    const cpuMs = world.cpuMs().database - cpu;
    for (const worker of workers) await ended(worker);
    return { clocks, seconds, cpuMs, twice: await countTwice(db), lost: await countLost(db) };
  });
}

function startWorker({ databaseUrl, masterKey }: World): ChildProcess {
  const env = { DATABASE_URL: databaseUrl, HUIYIN_MASTER_KEY: masterKey, PORT: '0', HUIYIN_CLOCKS: 'on' };
  return spawnProgram('src/server/main.ts', [], benchEnv(tmpdir(), env));
}

const count = async (db: DatabasePool, text: string) => (await db.query<{ count: number }>(text)).rows[0]?.count ?? 0;

const countDue = (db: DatabasePool) => count(db, `select count(*) from clock where wake_at <= now() and fault is null`);

/** What is said of a clock more than once. */
const countTwice = (db: DatabasePool) =>
  count(
    db,
    `select count(*) from (
       select from event where type in ('clock.warned', 'clock.breached', 'clock.laddered')
       group by ticket_id, type, data->>'clock', data->>'cycle', data->>'before', data->>'step' having count(*) > 1) as twice`,
  );

/** Overdue clocks that nobody was told of, by their own row or by the events, and those set aside. */
const countLost = (db: DatabasePool) =>
  count(
    db,
    `select count(*) from clock c where due_at < now() and status = 'running' and (breached_at is null or fault is not null or not exists (
       select from event e where e.ticket_id = c.ticket_id and e.type = 'clock.breached' and e.data->>'clock' = c.clock))`,
  );
