import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readFileIfThere } from '../platform/files.ts';
import type { Logger } from '../platform/logger.ts';

const fastStopMs = 20_000;
const immediateStopMs = 10_000;
const programs = ['postgres', 'initdb'];

/** Clusters are made in a folder of this name and then renamed. */
export const halfMadePrefix = 'postgres.new-';

/**
 * After `kill -9` of the server its PostgreSQL may still be running, or have left its lock files. The caller owns the data folder,
 * so whatever is there belongs to nobody: a running one is stopped cleanly, the files of a dead one are removed.
 */
export async function clearLeftovers(cluster: string, logger: Logger): Promise<void> {
  const lockFile = join(cluster, 'postmaster.pid');
  const text = readFileIfThere(lockFile);
  if (text === null) return;
  const postmaster = Number(text.split('\n')[0]);
  if (postgresProcesses(cluster, postmaster).includes(postmaster)) {
    logger.warn({ pid: postmaster }, 'stopping the PostgreSQL an earlier start left running');
    signal(postmaster, 'SIGINT');
    if (!(await areGone(cluster, postmaster, fastStopMs))) signal(postmaster, 'SIGQUIT');
  } else {
    logger.warn('the last run did not stop cleanly, PostgreSQL recovers');
  }
  if (!(await areGone(cluster, postmaster, immediateStopMs))) {
    for (const pid of postgresProcesses(cluster, postmaster)) signal(pid, 'SIGKILL');
    if (!(await areGone(cluster, postmaster, immediateStopMs))) {
      throw new Error(
        `PostgreSQL processes ${postgresProcesses(cluster, postmaster).join(', ')} still use ${cluster} and cannot be stopped. Remedy: end them.`,
      );
    }
  }
  for (const file of ['postmaster.pid', '.s.PGSQL.5432', '.s.PGSQL.5432.lock'])
    rmSync(join(cluster, file), { force: true });
}

/** What a start that was cut off while making the cluster left behind: programs still at it, and the half-made folder. */
export async function removeHalfMade(dataDir: string): Promise<void> {
  for (const name of readdirSync(dataDir).filter((entry) => entry.startsWith(halfMadePrefix))) {
    const folder = join(dataDir, name);
    const deadline = Date.now() + immediateStopMs;
    while (postgresProcesses(folder, 0).length > 0 && Date.now() < deadline) {
      for (const pid of postgresProcesses(folder, 0)) signal(pid, 'SIGKILL');
      await delay(20);
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function areGone(cluster: string, postmaster: number, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (postgresProcesses(cluster, postmaster).length > 0) {
    if (Date.now() > deadline) return false;
    await delay(20);
  }
  return true;
}

/** Recognised by the folder they work in, never by number alone: a number may have been given to another process since. */
function postgresProcesses(cluster: string, postmaster: number): number[] {
  if (process.platform !== 'linux') return isPostgresOf(cluster, postmaster) ? [postmaster] : [];
  const folder = statSync(cluster);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        if (!programs.includes(readFileSync(`/proc/${name}/comm`, 'utf8').trim())) return false;
        const { dev, ino } = statSync(`/proc/${name}/cwd`);
        return dev === folder.dev && ino === folder.ino;
      } catch {
        return false;
      }
    })
    .map(Number);
}

function isPostgresOf(cluster: string, pid: number): boolean {
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(cluster);
  } catch {
    return false;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
