import { type DatabasePool, transaction } from '../../database/pool.ts';
import type { KeyRing } from '../../platform/crypto/key-ring.ts';
import { contactHashes } from './sealed-customer.ts';
import { listWithoutContacts, replaceHashes } from './store.ts';
import { listErased, removeTraces } from './store-erasure.ts';
import { profileOf } from './view.ts';

const batchSize = 200;

/**
 * After a backup has been read in: takes away what is left of those who were erased after it was made, and makes again what it does not
 * hold, the hashes of contacts. Safe to run twice.
 */
export async function finishCustomers(pool: DatabasePool, ring: KeyRing): Promise<void> {
  for (let after = 0; ; ) {
    const erased = await listErased(pool, after, batchSize);
    for (const id of erased) await transaction(pool, (client) => removeTraces(client, id));
    const last = erased.at(-1);
    if (last === undefined) break;
    after = last;
  }
  for (let after = 0; ; ) {
    const customers = await listWithoutContacts(pool, after, batchSize);
    await transaction(pool, async (client) => {
      for (const customer of customers)
        await replaceHashes(client, customer.id, contactHashes(ring, profileOf(ring, customer)));
    });
    const last = customers.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}
