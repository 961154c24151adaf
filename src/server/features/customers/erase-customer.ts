import { Refusal } from '../../../domain/refusal.ts';
import { type Actor, eventActor } from '../../../domain/ticket/actor.ts';
import { transaction } from '../../database/pool.ts';
import { fingerprintOf } from '../../platform/crypto/key-ring.ts';
import { type CustomerDeps, loadForActor } from './access.ts';
import { logAccess } from './store.ts';
import { announceErasure, destroyKey, lockCustomer, removeTraces } from './store-erasure.ts';

/**
 * Erases the person for good by destroying the one key under which everything from and about them is sealed. Events stay as they are,
 * so that the hash chain still verifies; nobody can read them any more.
 */
export async function eraseCustomer(deps: CustomerDeps, actor: Actor, id: number, reason: string): Promise<void> {
  await loadForActor(deps, actor, id, 'erase');
  const fingerprint = await transaction(deps.pool, async (client) => {
    const locked = await lockCustomer(client, id);
    if (!locked || locked.erased_at !== null) throw new Refusal('customer.erased', 'id', { id });
    const at = deps.clock.now();
    await destroyKey(client, id, at);
    await removeTraces(client, id);
    await logAccess(client, { customerId: id, actor: eventActor(actor), what: 'erase', reason, at });
    const name = locked.data_key && fingerprintOf(locked.data_key);
    await announceErasure(client, id, name);
    return name;
  });
  if (fingerprint !== null) deps.ring.forget(fingerprint);
  // What was being written while we waited for the locks.
  await transaction(deps.pool, (client) => removeTraces(client, id));
}
