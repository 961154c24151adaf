import type { z } from 'zod';
import type { revealed } from '../../../contract/customer.ts';
import { type Actor, eventActor } from '../../../domain/ticket/actor.ts';
import { type CustomerDeps, loadForActor } from './access.ts';
import { logAccess } from './store.ts';
import { profileOf } from './view.ts';

/** Personal fields unmasked. Who asked, when and why is kept before anything is shown. */
export async function revealCustomer(
  deps: CustomerDeps,
  actor: Actor,
  id: number,
  reason: string,
): Promise<z.infer<typeof revealed>> {
  const customer = await loadForActor(deps, actor, id, 'reveal');
  await logAccess(deps.pool, {
    customerId: id,
    actor: eventActor(actor),
    what: 'reveal',
    reason,
    at: deps.clock.now(),
  });
  return { id, ...profileOf(deps.ring, customer) };
}
