import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fchownSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

export type FileOwner = { uid: number; gid: number };

/**
 * Replaces a file in one step: readers see the old text or the new one, a crash leaves one of them. The temporary name is
 * created exclusively and never followed as a link, because the folder may belong to a less trusted user.
 */
export function writeFileAtomically(path: string, text: string, mode = 0o600, owner?: FileOwner): void {
  const temporary = join(dirname(path), `.${randomBytes(6).toString('hex')}.tmp`);
  const file = openSync(temporary, 'wx', mode);
  try {
    writeSync(file, text);
    if (owner) fchownSync(file, owner.uid, owner.gid);
    fsyncSync(file);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

/** Reads a text file; null when there is none. */
export function readFileIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Creates a folder only its owner may enter. One that is there already keeps its permissions: they are its owner's choice. */
export function ensurePrivateFolder(path: string): void {
  const created = mkdirSync(path, { recursive: true, mode: 0o700 });
  if (created) chmodSync(path, 0o700);
}
