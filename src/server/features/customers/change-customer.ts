import type { z } from 'zod';
import type { CustomerView, customerPatch } from '../../../contract/customer.ts';
import type { CustomerProfile } from '../../../domain/customer/profile.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { mostTokens, ticketWords } from '../../../domain/search/ticket-words.ts';
import { type Actor, eventActor } from '../../../domain/ticket/actor.ts';
import { type PoolClient, transaction } from '../../database/pool.ts';
import { segmentOf } from '../../platform/crypto/key-ring.ts';
import { open, type SealingKey } from '../../platform/crypto/seal.ts';
import { type CustomerDeps, loadForActor } from './access.ts';
import { aadOf, contactHashes, sealProfile } from './sealed-customer.ts';
import {
  listSaid,
  lockTicketsOf,
  logAccess,
  replaceHashes,
  replaceTokens,
  type StoredCustomer,
  updateCustomer,
} from './store.ts';
import { profileOf, viewOf } from './view.ts';

type Patch = z.output<typeof customerPatch>;

const mostTries = 5;
/** Older tickets than this many are still found by what was said in them, not by a contact corrected later. */
const mostReindexed = 500;

/** Writes over the newest state, so that two who correct different fields both keep their correction. */
export async function changeCustomer(
  deps: CustomerDeps,
  actor: Actor,
  id: number,
  patch: Patch,
): Promise<CustomerView> {
  if (patch.contact?.includes('**')) throw new Refusal('customer.masked-contact', 'contact');
  const { types, channels } = deps.choices();
  for (let attempt = 1; attempt <= mostTries; attempt++) {
    const before = await loadForActor(deps, actor, id, 'change');
    // What stays as it is may be of a playbook that is no longer in force.
    if (patch.type !== before.type) checkKnown('type', patch.type, types);
    if (patch.preferredChannel !== before.preferred_channel) checkKnown('channel', patch.preferredChannel, channels);
    const after = await transaction(deps.pool, (client) => tryToChange(deps, client, actor, before, patch));
    if (after) return viewOf(deps.ring, after, await deps.latestTickets(actor, id));
  }
  throw new Refusal('customer.changed', '', { id });
}

function checkKnown(what: 'type' | 'channel', given: string | null | undefined, options: readonly { id: string }[]) {
  const known = options.map(({ id }) => id);
  if (given == null || known.includes(given)) return;
  const field = what === 'type' ? 'type' : 'preferredChannel';
  throw new Refusal(`customer.${what}-unknown`, field, { given, known: known.join(', ') });
}

async function tryToChange(
  { ring, clock }: CustomerDeps,
  client: PoolClient,
  actor: Actor,
  before: StoredCustomer,
  { type, preferredChannel, ...fields }: Patch,
): Promise<StoredCustomer | null> {
  const { id, data_key } = before;
  if (!data_key) throw new Refusal('customer.erased', 'id', { id });
  const key = ring.unwrap(data_key);
  const profile: CustomerProfile = { ...profileOf(ring, before), ...fields };
  const after: StoredCustomer = {
    ...before,
    type: type ?? before.type,
    preferred_channel: preferredChannel === undefined ? before.preferred_channel : preferredChannel,
    profile: sealProfile(key, id, profile),
  };
  if (!(await updateCustomer(client, after))) return null;
  await logAccess(client, { customerId: id, actor: eventActor(actor), what: 'change', reason: '', at: clock.now() });
  if (fields.name !== undefined || fields.contact !== undefined || fields.number !== undefined) {
    await replaceHashes(client, id, contactHashes(ring, profile));
    await reindex({ ring }, client, id, key, profile);
  }
  return after;
}

/** The customer's tickets are found under the corrected name and contact from now on. */
async function reindex(
  { ring }: Pick<CustomerDeps, 'ring'>,
  client: PoolClient,
  customerId: number,
  key: SealingKey,
  { name, contact, number: customerNumber }: CustomerProfile,
): Promise<void> {
  for (const { id, number } of await lockTicketsOf(client, customerId, mostReindexed)) {
    const secrets = await listSaid(client, id);
    const said = secrets.map((secret) => JSON.parse(open(key, secret, aadOf(customerId))) as unknown);
    const words = ticketWords({ number, name, contact, customerNumber }, said);
    await replaceTokens(client, id, ring.tokens(words, segmentOf(id), mostTokens));
  }
}
