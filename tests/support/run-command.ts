import { spawn } from 'node:child_process';
import { join } from 'node:path';

export type CommandResult = { code: number | null; stdout: string; stderr: string };

/** Runs `huiyin …` as a process of its own. */
export function runCommand(args: readonly string[], env: Record<string, string>): Promise<CommandResult> {
  const main = join(import.meta.dirname, '../../src/cli/main.ts');
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const result = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    result.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    result.stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...result }));
  });
}

type PoolOptions = { host?: string; port?: number; user?: string; password?: unknown; database?: string };

/** The `DATABASE_URL` of a pool's connection. */
export function databaseUrl({ host = '', port = 5432, user = '', password = '', database = '' }: PoolOptions): string {
  const who = `${encodeURIComponent(user)}:${encodeURIComponent(String(password))}`;
  // A socket's folder is no host name.
  const isFolder = host.startsWith('/');
  return `postgres://${who}@${isFolder ? 'localhost' : host}:${port}/${database}${isFolder ? `?host=${encodeURIComponent(host)}` : ''}`;
}
