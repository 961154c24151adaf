import { Refusal } from '../../../domain/refusal.ts';
import type { Config } from '../../config.ts';
import type { DatabasePool } from '../../database/pool.ts';
import type { App, Reply, Request } from '../../http/app.ts';
import { addEndpoint } from '../../http/endpoint.ts';
import type { Clock } from '../../platform/clock.ts';
import { registerAccountRoutes } from './account-routes.ts';
import { cookieValue, memberOf, requireActor } from './actor-of.ts';
import type { Auth } from './auth.ts';
import { type Identities, nameOf } from './identities.ts';
import { isForeignPage } from './same-origin.ts';
import { signIn } from './sign-in.ts';
import { createSignInLimit } from './sign-in-limit.ts';
import { announceChange } from './store.ts';
import { readMe } from './view.ts';

export type SessionDeps = {
  config: Pick<Config, 'publicUrl' | 'rateLimit'>;
  pool: DatabasePool;
  clock: Clock;
  auth: Auth;
  identities: Identities;
};

/** Sign in, sign out, who am I. */
export function registerSessionRoutes(app: App, { config, pool, clock, auth, identities }: SessionDeps): void {
  const limit = config.rateLimit === 0 ? null : createSignInLimit(clock);

  addEndpoint(app, 'signIn', async ({ body, request, reply }) => {
    refuseForeignPage(request, config.publicUrl);
    const { staffId, cookies } = await signIn({ pool, auth, limit }, body, clientOf(request)).catch((error) =>
      refuseLater(error, reply),
    );
    setCookies(reply, cookies);
    return readMe(pool, { kind: 'staff', id: staffId });
  });

  addEndpoint(app, 'signOut', async ({ request, reply }) => {
    const cookie = cookieValue(request.headers.cookie, `${auth.cookieName}=`);
    if (cookie === null) return null;
    setCookies(reply, await auth.signOut(cookie));
    const { actor } = request;
    if (actor?.kind === 'staff') {
      identities.forget(actor);
      await announceChange(pool, nameOf(actor));
    }
    return null;
  });

  registerAccountRoutes(app, { pool, clock, auth, identities, limit });
  addEndpoint(app, 'me', ({ request }) => readMe(pool, memberOf(request)), { onRequest: requireActor });
}

export function clientOf(request: Request) {
  return { address: request.ip, userAgent: request.headers['user-agent'] ?? '' };
}

export function setCookies(reply: Reply, cookies: readonly string[]): void {
  for (const cookie of cookies) reply.header('set-cookie', cookie);
}

/** A page of somebody else must not sign our users in as its own. */
export function refuseForeignPage(request: Request, publicUrl: string | null): void {
  if (isForeignPage(request, publicUrl)) throw new Refusal('auth.cross-site');
}

function refuseLater(error: unknown, reply: Reply): never {
  if (error instanceof Refusal && error.code === 'rate.limited') reply.header('retry-after', error.details.seconds);
  throw error;
}
