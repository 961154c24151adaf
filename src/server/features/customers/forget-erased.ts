import type { KeyRing } from '../../platform/crypto/key-ring.ts';
import { erasedChannel } from './store-erasure.ts';

/** What hears announcements of other processes; database/listener.ts is one. */
type Announcements = { on(channel: string, handle: (payload: string | null) => void): Promise<void> };

/**
 * Every process drops an erased customer's key, and what it keeps decrypted, as soon as the erasure is announced; after announcements may
 * have been missed, all keys.
 */
export async function forgetErasedCustomers(
  listener: Announcements,
  ring: KeyRing,
  forgetDecrypted: () => void,
): Promise<void> {
  await listener.on(erasedChannel, (payload) => {
    forgetDecrypted();
    const erased = payload === null ? null : (JSON.parse(payload) as { fingerprint: string | null });
    if (erased?.fingerprint) ring.forget(erased.fingerprint);
    else ring.forgetAll();
  });
}
