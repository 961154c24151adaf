import type { TicketRow } from '../../../contract/ticket.ts';
import { type CustomerAction, customerAccess } from '../../../domain/access/customer-rules.ts';
import type { CustomerChoices } from '../../../domain/customer/choices.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/ticket/actor.ts';
import type { DatabasePool } from '../../database/pool.ts';
import type { Clock } from '../../platform/clock.ts';
import type { KeyRing } from '../../platform/crypto/key-ring.ts';
import { loadCustomer, ownsTicketOf, type StoredCustomer } from './store.ts';

/** What the use cases of customers work with. */
export type CustomerDeps = {
  pool: DatabasePool;
  ring: KeyRing;
  clock: Clock;
  /** Types and channels that a customer may have. */
  choices: () => CustomerChoices;
  /** The customer's latest tickets that the actor may read, newest first, at most 20. */
  latestTickets: (actor: Actor, customerId: number) => Promise<TicketRow[]>;
};

/** @throws Refusal customer.unknown alike where there is none and where the actor may not even see it; auth.forbidden */
export async function loadForActor(
  deps: CustomerDeps,
  actor: Actor,
  id: number,
  action: CustomerAction,
): Promise<StoredCustomer> {
  const customer = await loadCustomer(deps.pool, id);
  if (!customer || !(await may(deps, actor, 'read', id))) throw new Refusal('customer.unknown', 'id', { id });
  if (!(await may(deps, actor, action, id))) throw new Refusal('auth.forbidden', '', { action });
  if (action !== 'read' && customer.erased_at !== null) throw new Refusal('customer.erased', 'id', { id });
  return customer;
}

export async function may(
  { pool, latestTickets }: CustomerDeps,
  actor: Actor,
  action: CustomerAction,
  customerId: number,
): Promise<boolean> {
  const access = customerAccess(actor, action);
  if (access.is !== 'if-tied') return access.is === 'allowed';
  if (access.tie === 'owned') return actor.kind === 'staff' && ownsTicketOf(pool, actor.id, customerId);
  return (await latestTickets(actor, customerId)).length > 0;
}
