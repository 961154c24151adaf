import { Refusal } from '../../../domain/refusal.ts';
import { transaction } from '../../database/pool.ts';
import { newSecret } from '../../platform/ids.ts';
import { announceChange, deleteSessions, nameOf, setMustChange, updatePassword } from '../session/index.ts';
import type { ChangeStaffDeps } from './change-staff.ts';
import { findStaff } from './store.ts';

/** Enough that nobody guesses it before it is changed, short enough to be read out. */
const oneTimeBytes = 9;

/**
 * A password for one sign-in, known to whoever reset it and therefore to be changed at once. The person is signed out everywhere.
 * @throws Refusal staff.unknown, staff.reset-own
 */
export async function resetPassword(
  { pool, clock, auth, identities }: ChangeStaffDeps,
  id: number,
  by: { kind: string; id: number },
): Promise<string> {
  if (by.kind === 'staff' && by.id === id) throw new Refusal('staff.reset-own', 'id', { id });
  const password = newSecret(oneTimeBytes);
  const passwordHash = await auth.hashPassword(password);
  const who = { kind: 'staff', id } as const;
  await transaction(pool, async (client) => {
    const accountId = (await findStaff(client, id))?.accountId;
    if (!accountId) throw new Refusal('staff.unknown', 'id', { id });
    await updatePassword(client, accountId, passwordHash, clock.now());
    await setMustChange(client, id, true);
    await deleteSessions(client, accountId);
    await announceChange(client, nameOf(who));
  });
  identities.forget(who);
  return password;
}
