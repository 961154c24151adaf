import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A real server in a process of its own, and what it and its database cost. */
export type World = {
  url: string;
  token: string;
  databaseUrl: string;
  server: ChildProcess;
  /** Processor time so far, in ms: the server, and PostgreSQL with all its processes. */
  cpuMs(): { server: number; database: number };
  rssMb(): number;
  stop(): Promise<void>;
};

const ticksPerSecond = 100;

export function processCpuMs(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
  } catch {
    return 0;
  }
}

/** The postmaster's own time, its children's that ended and those that run. */
export function databaseCpuMs(postmaster: number): number {
  let total = endedChildrenMs(postmaster) + processCpuMs(postmaster);
  for (const name of readdirSync('/proc')) {
    if (/^\d+$/.test(name) && parentOf(Number(name)) === postmaster) total += processCpuMs(Number(name));
  }
  return total;
}

function statFields(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  } catch {
    return [];
  }
}

const parentOf = (pid: number) => Number(statFields(pid)[1]);
const endedChildrenMs = (pid: number) =>
  ((Number(statFields(pid)[13]) + Number(statFields(pid)[14])) * 1000) / ticksPerSecond;

export const root = join(import.meta.dirname, '../..');

export async function startWorld(port: number, dataDir = mkdtempSync(join(tmpdir(), 'huiyin-bench-'))): Promise<World> {
  const env = {
    ...process.env,
    PORT: String(port),
    HUIYIN_DATA_DIR: dataDir,
    HUIYIN_RATE_LIMIT: '0',
    HUIYIN_LOG_LEVEL: 'warn',
    HUIYIN_LOG_FORMAT: 'json',
  };
  const server = spawn(
    process.execPath,
    [...(process.env.BENCH_NODE_ARGS?.split(' ') ?? []), join(root, 'tests/bench/server.ts')],
    {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ready = await firstLine(server);
  const { url, token, databaseUrl, postmaster } = JSON.parse(ready) as {
    url: string;
    token: string;
    databaseUrl: string;
    postmaster: number;
  };
  return {
    url,
    token,
    databaseUrl,
    server,
    cpuMs: () => ({ server: processCpuMs(server.pid ?? 0), database: databaseCpuMs(postmaster) }),
    rssMb: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
    stop: async () => {
      server.kill('SIGTERM');
      if (server.exitCode === null) await once(server, 'exit');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
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
