import type { KeyRing } from './key-ring.ts';
import { insertOrganisationKey, type KeyDatabase, loadOrganisationKey } from './key-store.ts';
import type { SealingKey } from './seal.ts';

/** The key of what belongs to nobody but the organisation, as its case library: no customer's erasure touches it. */
export type OrganisationKey = () => SealingKey;

/** Opens the stored key; the first time it is wanted one is made. */
export async function openOrganisationKey(db: KeyDatabase, ring: KeyRing): Promise<OrganisationKey> {
  const stored = await loadOrganisationKey(db);
  if (stored) return () => ring.unwrap(stored);
  await insertOrganisationKey(db, ring.newDataKey().wrapped);
  const kept = await loadOrganisationKey(db);
  if (!kept) throw new Error('The key of the organisation could not be kept');
  return () => ring.unwrap(kept);
}
