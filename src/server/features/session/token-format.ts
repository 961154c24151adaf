import { createHash } from 'node:crypto';
import { newSecret } from '../../platform/ids.ts';

/** Bearer tokens are `hy_` and 32 random bytes in base64url; only their SHA-256 is kept (random enough to need no salt). */
export const tokenPattern = /^hy_[\w-]{43}$/;

export function newToken(): { token: string; hash: Buffer } {
  const token = `hy_${newSecret(32)}`;
  return { token, hash: hashSecret(token) };
}

export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
