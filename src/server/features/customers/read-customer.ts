import type { CustomerView } from '../../../contract/customer.ts';
import type { CustomerBrief } from '../../../contract/ticket.ts';
import { normaliseContact } from '../../../domain/customer/contact.ts';
import { type Actor, eventActor } from '../../../domain/ticket/actor.ts';
import { LruCache } from '../../platform/crypto/lru-cache.ts';
import { type CustomerDeps, loadForActor, may } from './access.ts';
import { findByHash, logAccess } from './store.ts';
import { briefOf, viewOf } from './view.ts';

const mostFound = 20;

/** By whole contact or customer number, however it is written. */
export async function findCustomers(deps: CustomerDeps, actor: Actor, contact: string): Promise<CustomerBrief[]> {
  const hash = deps.ring.contactHash(normaliseContact(contact));
  const found = await findByHash(deps.pool, hash, mostFound);
  const seen: CustomerBrief[] = [];
  for (const customer of found) {
    if (!(await may(deps, actor, 'read', customer.id))) continue;
    await logRead(deps, actor, customer.id);
    seen.push(briefOf(deps.ring, customer));
  }
  return seen;
}

export async function readCustomer(deps: CustomerDeps, actor: Actor, id: number): Promise<CustomerView> {
  const customer = await loadForActor(deps, actor, id, 'read');
  await logRead(deps, actor, id);
  return viewOf(deps.ring, customer, await deps.latestTickets(actor, id));
}

const hourMs = 3_600_000;
const logged = new WeakMap<CustomerDeps, LruCache<true>>();

/** Once per reader, customer and hour; a second process, or a restart, may say it again. */
async function logRead(deps: CustomerDeps, actor: Actor, customerId: number): Promise<void> {
  const at = deps.clock.now();
  const who = eventActor(actor);
  const name = `${who.kind} ${who.id} ${customerId} ${Math.floor(at / hourMs)}`;
  const recent = logged.get(deps) ?? new LruCache<true>(10_000);
  logged.set(deps, recent);
  if (recent.get(name)) return;
  await logAccess(deps.pool, { customerId, actor: who, what: 'read', reason: '', at });
  recent.set(name, true);
}
