import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { ensurePrivateFolder, readFileIfThere, refuseForeignFolder, writeFileAtomically } from '../platform/files.ts';

/**
 * One process at a time owns a data folder. The lock is the operating system's own (POSIX record lock), so it is gone the
 * moment its holder is, however that ended, and no reused process number can fake it. Node has no call for it, SQLite's exclusive
 * lock on an empty file is exactly that. Who holds it stands in `owner.json`, for the message only.
 */
export type DataLock = {
  /** Tells whoever wants the folder next that it is about to be free. */
  announceRelease(): void;
  release(): void;
};
export type DataOwner = { pid: number; command: string; since: string; isLeaving?: boolean };

const sqliteBusy = 5;
const shortWaitMs = 1000;
const longWaitMs = 30_000;

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

/**
 * Waits for an owner that is leaving, or that is a command and so done soon; of a server it is sure within a second.
 * @throws DataInUseError when another process keeps the folder.
 */
export async function lockDataFolder(dataDir: string, command: string): Promise<DataLock> {
  ensurePrivateFolder(dataDir);
  refuseForeignFolder(dataDir);
  const start = Date.now();
  for (;;) {
    const database = tryLock(join(dataDir, 'lock'));
    if (database) return holdLock(database, dataDir, command);
    const owner = readOwner(dataDir);
    const isBrief = owner?.isLeaving || (owner !== null && owner.command !== 'start');
    if (Date.now() - start > (isBrief ? longWaitMs : shortWaitMs)) throw new DataInUseError(dataDir, owner);
    await delay(50);
  }
}

function tryLock(file: string): DatabaseSync | null {
  const database = new DatabaseSync(file);
  try {
    database.exec('pragma locking_mode = exclusive; pragma journal_mode = off; begin exclusive');
    return database;
  } catch (error) {
    database.close();
    if ((error as { errcode?: number }).errcode === sqliteBusy) return null;
    throw error;
  }
}

function holdLock(database: DatabaseSync, dataDir: string, command: string): DataLock {
  const owner: DataOwner = { pid: process.pid, command, since: new Date().toISOString() };
  const write = (content: DataOwner) =>
    writeFileAtomically(join(dataDir, 'owner.json'), `${JSON.stringify(content)}\n`);
  write(owner);
  return {
    announceRelease: () => write({ ...owner, isLeaving: true }),
    release: () => database.close(),
  };
}

function readOwner(dataDir: string): DataOwner | null {
  const text = readFileIfThere(join(dataDir, 'owner.json'));
  try {
    return text === null ? null : (JSON.parse(text) as DataOwner);
  } catch {
    return null;
  }
}
