import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import serverFlags from '../../scripts/server-flags.json' with { type: 'json' };

/** A real server in a process of its own, and what it and its database cost. */
export type World = {
  url: string;
  token: string;
  departmentToken: string;
  databaseUrl: string;
  masterKey: string;
  /** Processor time so far, in ms: the server, and PostgreSQL with all its processes. */
  cpuMs(): Cpu;
  rssMb(): number;
  stop(): Promise<void>;
};
export type Cpu = { server: number; database: number };

type Ready = Pick<World, 'url' | 'token' | 'departmentToken' | 'databaseUrl' | 'masterKey'> & { postmaster: number };
/** `dataDir` is kept; without one the data is thrown away. */
export type WorldOptions = { dataDir?: string; clocks?: 'on' | 'off' };

const root = join(import.meta.dirname, '../..');

export function benchEnv(dataDir: string, more: Record<string, string> = {}): NodeJS.ProcessEnv {
  return {
    ...process.env,
    HUIYIN_DATA_DIR: dataDir,
    HUIYIN_RATE_LIMIT: '0',
    HUIYIN_LOG_LEVEL: 'error',
    HUIYIN_LOG_FORMAT: 'json',
    ...more,
  };
}

/** A program of this repository, under the flags that `npm start` gives; `BENCH_NODE_ARGS` adds others, as `--cpu-prof`. */
export function spawnProgram(file: string, args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  const flags = [...serverFlags, ...(process.env.BENCH_NODE_ARGS?.split(' ') ?? [])];
  return spawn(process.execPath, [...flags, join(root, file), ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] });
}

export async function startWorld({ dataDir, clocks = 'on' }: WorldOptions = {}): Promise<World> {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'huiyin-bench-'));
  const env = benchEnv(folder, { PORT: '0', HUIYIN_CLOCKS: clocks });
  const server = spawnProgram('tests/bench/server.ts', [], env);
  const { postmaster, ...ready } = JSON.parse(await firstLine(server)) as Ready;
  return {
    ...ready,
    cpuMs: () => ({ server: processCpuMs(server.pid ?? 0), database: databaseCpuMs(postmaster) }),
    rssMb: () => rssMb(server.pid ?? 0),
    stop: async () => {
      await ended(server);
      if (!dataDir) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Asks a process to end, and waits until it has. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

async function firstLine(child: ChildProcess): Promise<string> {
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk);
    const end = text.indexOf('\n');
    if (end >= 0) return text.slice(0, end);
  }
  throw new Error('the server did not start');
}

const ticksPerSecond = 100;
const msOf = (fields: readonly string[], from: number) =>
  ((Number(fields[from]) + Number(fields[from + 1])) * 1000) / ticksPerSecond;

export const processCpuMs = (pid: number): number => msOf(statFields(pid), 11);

/** The postmaster's own time, its children's that ended and those that run. */
function databaseCpuMs(postmaster: number): number {
  let total = msOf(statFields(postmaster), 13) + processCpuMs(postmaster);
  for (const name of readdirSync('/proc')) {
    if (/^\d+$/.test(name) && Number(statFields(Number(name))[1]) === postmaster) total += processCpuMs(Number(name));
  }
  return total;
}

export function rssMb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}

/** Fields of `/proc/PID/stat` after the name; zeros once the process is gone. */
function statFields(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  } catch {
    return new Array(20).fill('0');
  }
}
