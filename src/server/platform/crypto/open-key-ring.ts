import { randomBytes } from 'node:crypto';
import { KeyRing, unwrapSearchKey, wrapSearchKey } from './key-ring.ts';
import { insertSearchKey, type KeyDatabase, loadSearchKey } from './key-store.ts';
import { keyBytes, UnsealError } from './seal.ts';

/** The start must stop here: what lies in the database cannot be read with this master key. */
export class MasterKeyError extends Error {
  override readonly name = 'MasterKeyError';
}

/**
 * Opens the stored search key with the master key; at the very first start it makes one.
 * @throws MasterKeyError when the master key is not the one this database was written under, or a rotation is half done.
 */
export async function openKeyRing(db: KeyDatabase, masterKey: Buffer): Promise<KeyRing> {
  let stored = await loadSearchKey(db);
  if (!stored.wrapped) {
    await insertSearchKey(db, wrapSearchKey(masterKey, randomBytes(keyBytes)));
    stored = await loadSearchKey(db);
  }
  if (stored.isRotating) {
    throw new MasterKeyError(
      'A change of the master key was interrupted: some customers lie under the old key, some under the new one. Remedy: run `huiyin rotate-key` again; it goes on where it stopped.',
    );
  }
  return new KeyRing(masterKey, unwrapStored(masterKey, stored.wrapped));
}

export function unwrapStored(masterKey: Buffer, wrapped: Buffer | null): Buffer {
  if (!wrapped) throw new MasterKeyError('The database has no search key. Remedy: restore it from a backup.');
  try {
    return unwrapSearchKey(masterKey, wrapped);
  } catch (error) {
    if (!(error instanceof UnsealError)) throw error;
    throw new MasterKeyError(
      'This master key is not the one this database was written under, so nothing in it could be read. Remedy: put back the right `master.key` (or HUIYIN_MASTER_KEY) from your copy.',
    );
  }
}
