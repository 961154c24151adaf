import { Refusal } from '../../../domain/refusal.ts';
import type { DatabasePool } from '../../database/pool.ts';
import type { App, Request } from '../../http/app.ts';
import { addEndpoint } from '../../http/endpoint.ts';
import type { Clock } from '../../platform/clock.ts';
import { cookieValue, requireActor, staffOf } from './actor-of.ts';
import type { Auth } from './auth.ts';
import { changePassword } from './change-password.ts';
import { type Identities, nameOf } from './identities.ts';
import type { SignInLimit } from './sign-in-limit.ts';
import { announceChange } from './store.ts';
import { deleteOtherSessions, deleteSession, listSessions, type SessionRow, saveReach } from './store-account.ts';
import { readMe } from './view.ts';

export type AccountDeps = {
  pool: DatabasePool;
  clock: Clock;
  auth: Auth;
  identities: Identities;
  limit: SignInLimit | null;
};

/** One's own e-mail address, password and sessions. Only with the session cookie: a program has neither. */
export function registerAccountRoutes(app: App, deps: AccountDeps): void {
  const { pool, clock, auth, identities } = deps;
  const guarded = { onRequest: requireActor };

  const currentSession = async (request: Request) => {
    const { id: staffId } = staffOf(request);
    const cookie = cookieValue(request.headers.cookie, `${auth.cookieName}=`);
    const session = cookie === null ? null : await auth.findAccount(cookie);
    if (!session) throw new Refusal('auth.required');
    return { staffId, ...session };
  };
  const forget = async (id: number) => {
    const who = { kind: 'staff', id } as const;
    identities.forget(who);
    await announceChange(pool, nameOf(who));
  };

  addEndpoint(
    app,
    'changePassword',
    async ({ body, request }) => {
      const { staffId, sessionId } = await currentSession(request);
      await changePassword(deps, { staffId, sessionId, address: request.ip }, body);
      return readMe(pool, { kind: 'staff', id: staffId });
    },
    guarded,
  );
  addEndpoint(
    app,
    'changeAccount',
    async ({ body, request }) => {
      const { staffId } = await currentSession(request);
      await saveReach(pool, staffId, body);
      return readMe(pool, { kind: 'staff', id: staffId });
    },
    guarded,
  );
  addEndpoint(
    app,
    'listSessions',
    async ({ request }) => {
      const { accountId, sessionId } = await currentSession(request);
      const rows = await listSessions(pool, accountId, clock.now());
      return { items: rows.map((row) => viewSession(row, sessionId)) };
    },
    guarded,
  );
  addEndpoint(
    app,
    'endSession',
    async ({ params, request }) => {
      const { staffId, accountId } = await currentSession(request);
      if (!(await deleteSession(pool, accountId, params.id)))
        throw new Refusal('account.session-unknown', 'id', { id: params.id });
      await forget(staffId);
      return null;
    },
    guarded,
  );
  addEndpoint(
    app,
    'endOtherSessions',
    async ({ request }) => {
      const { staffId, accountId, sessionId } = await currentSession(request);
      await deleteOtherSessions(pool, accountId, sessionId);
      await forget(staffId);
      return null;
    },
    guarded,
  );
}

function viewSession({ id, created_at, updated_at, ip_address, user_agent }: SessionRow, current: string) {
  return {
    id,
    signedInAt: new Date(created_at).toISOString(),
    seenAt: new Date(updated_at).toISOString(),
    address: ip_address ?? '',
    userAgent: user_agent ?? '',
    isCurrent: id === current,
  };
}
