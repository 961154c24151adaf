import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { type AuthDeps, addressHeader, authOptions, sessionCookieName } from './auth-options.ts';
import { isActiveAccount } from './store.ts';

/**
 * The only place that knows better-auth: who signs in with which password, and whose session a cookie is. Its words become ours:
 * `account` is its user, a member of staff points to one.
 */
export type Auth = {
  readonly cookieName: string;
  hashPassword(password: string): Promise<string>;
  isPassword(hash: string, password: string): Promise<boolean>;
  /** @returns null when login or password is wrong. */
  signIn(login: string, password: string, client: AuthClient): Promise<SignedIn | null>;
  /** Ends the session of the cookie; @returns the cookies to set. */
  signOut(cookie: string): Promise<string[]>;
  /** @returns null when the cookie is forged, old or ended. `cookies` are to be set: the session may have been prolonged. */
  findAccount(cookie: string): Promise<(SignedIn & { sessionId: string }) | null>;
};
export type SignedIn = { accountId: string; cookies: string[] };
export type AuthClient = { address: string; userAgent: string };

/** better-auth signs in by e-mail address, staff by login. `.invalid` never resolves (RFC 2606). */
export const addressOfLogin = (login: string) => `${login.trim().toLowerCase()}@huiyin.invalid`;

export function createAuth(deps: AuthDeps): Auth {
  const cookieName = sessionCookieName(deps.publicUrl);
  const auth = betterAuth({
    ...authOptions(deps),
    databaseHooks: {
      // Every way to sign in passes here: without an active member of staff behind the account there is no session.
      session: { create: { before: async ({ userId }) => await isActiveAccount(deps.pool, userId) } },
    },
  });
  const headersOf = (cookie: string) => new Headers({ cookie: `${cookieName}=${cookie}` });
  const findAccount = async (cookie: string) => {
    const result = await nullIfRefused(auth.api.getSession({ headers: headersOf(cookie), returnHeaders: true }));
    if (!result?.response) return null;
    const { user, session } = result.response;
    return { accountId: user.id, sessionId: session.id, cookies: result.headers.getSetCookie() };
  };
  return {
    cookieName,
    hashPassword: async (password) => (await auth.$context).password.hash(password),
    isPassword: async (hash, password) => (await auth.$context).password.verify({ hash, password }),
    signIn: async (login, password, { address, userAgent }) => {
      const headers = new Headers({ [addressHeader]: address, 'user-agent': printable(userAgent) });
      const body = { email: addressOfLogin(login), password };
      const result = await nullIfRefused(auth.api.signInEmail({ body, headers, returnHeaders: true }));
      return result && { accountId: result.response.user.id, cookies: result.headers.getSetCookie() };
    },
    signOut: async (cookie) => {
      const { headers } = await auth.api.signOut({ headers: headersOf(cookie), returnHeaders: true });
      // better-auth only logs a session that it could not delete.
      if (await findAccount(cookie)) throw new Error('The session could not be ended');
      return headers.getSetCookie();
    },
    findAccount,
  };
}

/** What better-auth refuses (login, password, cookie) is null; what broke below it (the database) is thrown on as it was. */
async function nullIfRefused<T>(result: Promise<T>): Promise<T | null> {
  try {
    return await result;
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    if (error.statusCode >= 400 && error.statusCode < 500) return null;
    throw error.body?.cause ?? error;
  }
}

/** Header values may hold nothing else. */
const printable = (text: string) => text.replace(/[^\x20-\x7e]/g, '?').slice(0, 400);
