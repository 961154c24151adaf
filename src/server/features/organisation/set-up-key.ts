import { timingSafeEqual } from 'node:crypto';
import { Refusal } from '../../../domain/refusal.ts';
import { type DatabasePool, transaction } from '../../database/pool.ts';
import { newSecret } from '../../platform/ids.ts';
import { hashSecret } from '../session/index.ts';
import { lockSetup, type SetupState, saveSetup } from './store-settings.ts';

/** Every start before the set-up prints a link of its own; the last few of them work, whichever process printed them. */
const mostKeys = 5;

/** @returns a new one-time key for the set-up link; null when the system is set up. Only its hash is kept. */
export async function makeSetupKey(pool: DatabasePool): Promise<string | null> {
  return transaction(pool, async (client) => {
    const { doneAt, keyHashes = [] } = await lockSetup(client);
    if (doneAt !== undefined) return null;
    const key = newSecret();
    await saveSetup(client, { keyHashes: [...keyHashes, hashSecret(key).toString('hex')].slice(-mostKeys) });
    return key;
  });
}

/** @throws Refusal setup.done, setup.wrong-key */
export function checkSetupKey({ doneAt, keyHashes = [] }: SetupState, key: string): void {
  if (doneAt !== undefined) throw new Refusal('setup.done');
  const given = hashSecret(key);
  // Every hash is compared, each in constant time.
  const matches = keyHashes.filter((hash) => timingSafeEqual(Buffer.from(hash, 'hex'), given));
  if (matches.length === 0) throw new Refusal('setup.wrong-key', 'key');
}
