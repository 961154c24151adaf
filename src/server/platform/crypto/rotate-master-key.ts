import { unwrapKey, unwrapSearchKey, wrapKey, wrapSearchKey } from './key-ring.ts';
import {
  type KeyDatabase,
  listDataKeys,
  loadOrganisationKey,
  loadSearchKey,
  markRotation,
  replaceDataKeys,
  replaceOrganisationKey,
  replaceSearchKey,
  unmarkRotation,
  type WrappedDataKey,
} from './key-store.ts';
import { unwrapStored } from './open-key-ring.ts';
import { keyBytes, UnsealError } from './seal.ts';

export type RotationResult = { rewrapped: number; alreadyNew: number };
export type RotationOptions = { batchSize?: number; onProgress?: (result: RotationResult) => void };

/**
 * Puts every wrapped key under a new master key; what the keys encrypted stays as it is. Run it with no server running.
 * Interrupted or run twice it goes on where it stopped: each row is tried with the new key first.
 * @throws MasterKeyError when neither key opens the database; UnsealError naming a customer whose key neither opens.
 */
export async function rotateMasterKey(
  db: KeyDatabase,
  oldKey: Buffer,
  newKey: Buffer,
  { batchSize = 500, onProgress = () => {} }: RotationOptions = {},
): Promise<RotationResult> {
  if (newKey.length !== keyBytes) throw new Error(`A master key has ${keyBytes} bytes`);
  await rotateSearchKey(db, oldKey, newKey);
  await rotateOrganisationKey(db, oldKey, newKey);
  const result: RotationResult = { rewrapped: 0, alreadyNew: 0 };
  let afterId = 0;
  for (;;) {
    const batch = await listDataKeys(db, afterId, batchSize);
    const last = batch.at(-1);
    if (!last) break;
    const changed = batch.flatMap((row) => rewrap(row, oldKey, newKey) ?? []);
    result.alreadyNew += batch.length - changed.length;
    if (changed.length > 0) result.rewrapped += await replaceDataKeys(db, changed);
    afterId = last.id;
    onProgress(result);
  }
  await unmarkRotation(db);
  return result;
}

/** The mark goes up before the first key changes, so that no server starts on a half-turned database. */
async function rotateSearchKey(db: KeyDatabase, oldKey: Buffer, newKey: Buffer): Promise<void> {
  const { wrapped } = await loadSearchKey(db);
  if (wrapped && opens(() => unwrapSearchKey(newKey, wrapped))) return;
  const searchKey = unwrapStored(oldKey, wrapped);
  await markRotation(db);
  await replaceSearchKey(db, wrapSearchKey(newKey, searchKey));
}

async function rotateOrganisationKey(db: KeyDatabase, oldKey: Buffer, newKey: Buffer): Promise<void> {
  const wrapped = await loadOrganisationKey(db);
  if (!wrapped || opens(() => unwrapKey(newKey, wrapped))) return;
  await replaceOrganisationKey(db, wrapKey(newKey, unwrapKey(oldKey, wrapped)));
}

function rewrap({ id, wrapped }: WrappedDataKey, oldKey: Buffer, newKey: Buffer): WrappedDataKey | null {
  if (opens(() => unwrapKey(newKey, wrapped))) return null;
  try {
    return { id, wrapped: wrapKey(newKey, unwrapKey(oldKey, wrapped)) };
  } catch (error) {
    if (!(error instanceof UnsealError)) throw error;
    throw new UnsealError(`the key of customer ${id} opens with neither the old nor the new master key`);
  }
}

function opens(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch (error) {
    if (error instanceof UnsealError) return false;
    throw error;
  }
}
