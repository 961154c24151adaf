import type { z } from 'zod';
import type { passwordBody } from '../../../contract/account.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { transaction } from '../../database/pool.ts';
import type { AccountDeps } from './account-routes.ts';
import { nameOf } from './identities.ts';
import { announceChange } from './store.ts';
import { deleteOtherSessions, findAccountOf, replacePassword, setMustChange } from './store-account.ts';

/**
 * A person's own password: the current one is asked for, all other sessions end. Wrong tries count as those at the door do.
 * @throws Refusal account.wrong-password, account.same-password, account.none, rate.limited
 */
export async function changePassword(
  { pool, clock, auth, identities, limit }: AccountDeps,
  { staffId, sessionId, address }: { staffId: number; sessionId: string; address: string },
  { current, password }: z.output<typeof passwordBody>,
): Promise<void> {
  const account = await findAccountOf(pool, staffId);
  if (!account) throw new Refusal('account.none');
  const giveBack = limit?.take(account.login, address);
  if (!(await auth.isPassword(account.passwordHash, current))) throw new Refusal('account.wrong-password', 'current');
  giveBack?.();
  if (password === current) throw new Refusal('account.same-password', 'password');
  const newHash = await auth.hashPassword(password);
  const who = { kind: 'staff', id: staffId } as const;
  await transaction(pool, async (client) => {
    if (!(await replacePassword(client, account, newHash, clock.now())))
      throw new Refusal('account.wrong-password', 'current');
    await deleteOtherSessions(client, account.accountId, sessionId);
    await setMustChange(client, staffId, false);
    await announceChange(client, nameOf(who));
  });
  identities.forget(who);
}
