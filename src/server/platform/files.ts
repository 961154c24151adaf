import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  fchownSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';

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

/**
 * Creates a folder only its owner may enter. One that is there already keeps its permissions: they are its owner's choice.
 * @throws Error with a remedy where none can be made
 */
export function ensurePrivateFolder(path: string): void {
  try {
    if (makeFolders(resolve(path))) chmodSync(path, 0o700);
  } catch (error) {
    const why = (error as Error).message;
    const remedy =
      'choose another with HUIYIN_DATA_DIR, or let the user who starts Huiyin write to the folder above it';
    throw new Error(`The folder ${path} cannot be made: ${why}. Remedy: ${remedy}.`, { cause: error });
  }
}

/**
 * Of a folder that another user made, as by a first start under sudo. One that is not there is nobody's.
 * @throws Error with a remedy
 */
export function refuseForeignFolder(path: string): void {
  try {
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return;
    const remedy = `start as the user whose folder it is, give it to this one (chown -R USER ${path}), or choose another with HUIYIN_DATA_DIR`;
    throw new Error(`The folder ${path} cannot be used: ${message}. Remedy: ${remedy}.`, { cause: error });
  }
}

/** One by one: the recursion of `mkdirSync` never ends where the folder above is there and takes none, as below /proc. */
function makeFolders(path: string): boolean {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return false;
  if (dirname(path) !== path) makeFolders(dirname(path));
  try {
    mkdirSync(path, 0o700);
    return true;
  } catch (error) {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return false;
    throw error;
  }
}
