import { randomBytes, randomUUID } from 'node:crypto';

/** 256 random bits that fit into a URL: sessions, one-time links, API tokens. */
export function newSecret(bytes = 32): string {
  return randomBytes(bytes).toString('base64url');
}

/** Names one request in its reply, its log lines and its error report. */
export function newRequestId(): string {
  return randomUUID();
}
