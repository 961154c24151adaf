import { Refusal } from '../../../domain/refusal.ts';
import type { DatabasePool } from '../../database/pool.ts';
import type { Auth, AuthClient } from './auth.ts';
import type { SignInLimit } from './sign-in-limit.ts';
import { deleteExpiredSessions, findStaffOfAccount } from './store.ts';

export type SignInDeps = { pool: DatabasePool; auth: Auth; limit: SignInLimit | null };
export type Credentials = { login: string; password: string };

/** Wrong login, wrong password and switched-off account are one answer: it tells a stranger nothing. @throws Refusal auth.wrong, rate.limited */
export async function signIn(
  { pool, auth, limit }: SignInDeps,
  { login, password }: Credentials,
  client: AuthClient,
): Promise<{ staffId: number; cookies: string[] }> {
  const giveBack = limit?.take(login, client.address);
  const signedIn = await auth.signIn(login, password, client);
  const staff = signedIn && (await findStaffOfAccount(pool, signedIn.accountId));
  if (!staff) throw new Refusal('auth.wrong');
  giveBack?.();
  await deleteExpiredSessions(pool);
  return { staffId: staff.id, cookies: signedIn.cookies };
}
