import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ensurePrivateFolder, readFileIfThere, writeFileAtomically } from '../platform/files.ts';

/**
 * One process at a time owns a data folder. The lock is the operating system's own (POSIX record lock), so it is gone the
 * moment its holder is, however that ended, and no reused process number can fake it. Node has no call for it, SQLite's exclusive
 * lock on an empty file is exactly that. Who holds it stands in `owner.json`, for the message only.
 */
export type DataLock = { release(): void };
export type DataOwner = { pid: number; command: string; since: string };

export class DataInUseError extends Error {
  readonly owner: DataOwner | null;
  constructor(dataDir: string, owner: DataOwner | null) {
    const who = owner ? `process ${owner.pid} (huiyin ${owner.command}, since ${owner.since})` : 'another process';
    super(
      `The data in ${dataDir} is in use by ${who}. Remedy: use that one, stop it${owner ? ` (kill ${owner.pid})` : ''}, or choose another folder with HUIYIN_DATA_DIR.`,
    );
    this.name = 'DataInUseError';
    this.owner = owner;
  }
}

/** @throws DataInUseError when another process has the folder. */
export function lockDataFolder(dataDir: string, command: string): DataLock {
  ensurePrivateFolder(dataDir);
  const lock = new DatabaseSync(join(dataDir, 'lock'));
  try {
    lock.exec('pragma locking_mode = exclusive; pragma journal_mode = off; begin exclusive');
  } catch (error) {
    lock.close();
    const sqliteBusy = 5;
    if ((error as { errcode?: number }).errcode === sqliteBusy) throw new DataInUseError(dataDir, readOwner(dataDir));
    throw error;
  }
  const owner: DataOwner = { pid: process.pid, command, since: new Date().toISOString() };
  writeFileAtomically(join(dataDir, 'owner.json'), `${JSON.stringify(owner)}\n`);
  return { release: () => lock.close() };
}

function readOwner(dataDir: string): DataOwner | null {
  const text = readFileIfThere(join(dataDir, 'owner.json'));
  try {
    return text === null ? null : (JSON.parse(text) as DataOwner);
  } catch {
    return null;
  }
}
