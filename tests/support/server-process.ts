import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const root = join(import.meta.dirname, '../..');

export type ServerProcess = {
  child: ChildProcess;
  pid: number;
  url: string;
  output(): string;
  /** Exit code, or the name of the signal that ended it. */
  ended: Promise<number | string>;
};

/** Starts `src/server/main.ts` as a process of its own, from a folder and with data where the test wants them. */
export function spawnServer(dataDir: string, env: Record<string, string> = {}): Omit<ServerProcess, 'url'> {
  const child = spawn(process.execPath, [join(root, 'src/server/main.ts')], {
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      PORT: '0',
      HUIYIN_LOG_FORMAT: 'pretty',
      HUIYIN_DATA_DIR: dataDir,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  }
  const ended = new Promise<number | string>((resolve) =>
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'unknown')),
  );
  return { child, pid: child.pid ?? 0, output: () => text, ended };
}

/** The same, once it answers. */
export async function startServerProcess(dataDir: string, env: Record<string, string> = {}): Promise<ServerProcess> {
  const server = spawnServer(dataDir, env);
  const url = await until('the server prints its address', () => {
    if (server.child.exitCode !== null) throw new Error(`the server ended: ${server.output()}`);
    return /Console +(http:\S+)/.exec(server.output())?.[1];
  });
  await until('the server is ready', async () => (await fetch(`${url}/readyz`)).ok);
  return { ...server, url };
}

/** Asks again and again until the answer is true (or something), a minute at most. */
export async function until<T>(what: string, ask: () => T | Promise<T>, withinMs = 60_000): Promise<NonNullable<T>> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`waited ${withinMs} ms in vain until ${what}`);
    await delay(20);
  }
}

/** The PostgreSQL processes that work in this data folder. */
export function postgresProcesses(dataDir: string): number[] {
  const folder = statSync(join(dataDir, 'postgres'), { throwIfNoEntry: false });
  if (!folder) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const cwd = statSync(`/proc/${name}/cwd`);
        return (
          cwd.dev === folder.dev &&
          cwd.ino === folder.ino &&
          readFileSync(`/proc/${name}/comm`, 'utf8').trim() === 'postgres'
        );
      } catch {
        return false;
      }
    })
    .map(Number);
}

export function postmasterOf(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
}
