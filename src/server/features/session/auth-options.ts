import { hkdfSync } from 'node:crypto';
import type { BetterAuthOptions } from 'better-auth';
import type { DatabasePool } from '../../database/pool.ts';
import type { Logger } from '../../platform/logger.ts';
import { authDatabase } from './auth-database.ts';

/** The header in which better-auth is told the client's address. It is never taken from a request. */
export const addressHeader = 'x-huiyin-client-address';

const day = 24 * 3600;
const times = { createdAt: 'created_at', updatedAt: 'updated_at' };

export type AuthDeps = { pool: DatabasePool; logger: Logger; masterKey: Buffer; publicUrl: string | null };

/** Over https the cookie's name keeps sibling hosts and plain http from planting one (`__Host-`, RFC 6265bis 4.1.3.2). */
export function sessionCookieName(publicUrl: string | null): string {
  return isHttps(publicUrl) ? '__Host-huiyin_session' : 'huiyin_session';
}

export function authOptions({ pool, logger, masterKey, publicUrl }: AuthDeps) {
  return {
    appName: 'Huiyin',
    baseURL: publicUrl ?? 'http://localhost',
    basePath: '/api/v1/auth',
    // Signs the cookies; kept out of the database, so that its rows alone open nothing.
    secret: Buffer.from(hkdfSync('sha256', masterKey, '', 'huiyin session cookie', 32)).toString('base64'),
    database: { db: authDatabase(pool), type: 'postgres' },
    // Accounts are made by administrators and at set-up, never by signing up.
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 200 },
    session: {
      modelName: 'auth_session',
      fields: {
        ...times,
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
      },
      expiresIn: 7 * day,
      updateAge: day,
    },
    user: { modelName: 'auth_user', fields: { ...times, emailVerified: 'email_verified' } },
    account: {
      modelName: 'auth_account',
      fields: {
        ...times,
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
      },
    },
    verification: { modelName: 'auth_verification', fields: { ...times, expiresAt: 'expires_at' } },
    advanced: {
      // Names and attributes are set whole below instead.
      useSecureCookies: false,
      cookiePrefix: 'huiyin',
      cookies: { session_token: { name: sessionCookieName(publicUrl) } },
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure: isHttps(publicUrl), path: '/' },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { validateSchema: false },
    },
    telemetry: { enabled: false },
    // A wrong password is not worth a line; failures reach our own error handler.
    logger: { level: 'error', log: (_level, message) => logger.debug({ from: 'better-auth' }, message) },
  } satisfies BetterAuthOptions;
}

function isHttps(publicUrl: string | null): boolean {
  return publicUrl?.startsWith('https:') ?? false;
}
