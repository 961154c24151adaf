import { createCipheriv, createDecipheriv, type KeyObject, randomFillSync } from 'node:crypto';

/**
 * Authenticated encryption at rest: AES-256-GCM under a random 96-bit nonce. `aad` ties a blob to its place, so that one
 * cannot be moved to another customer. Layout: version (1 byte), nonce (12), tag (16), ciphertext.
 */
const version = 1;
const nonceBytes = 12;
const tagBytes = 16;
const headBytes = 1 + nonceBytes + tagBytes;
export const keyBytes = 32;

/** As a KeyObject, each call costs a quarter of what raw bytes do, which Node copies and checks anew. */
export type SealingKey = KeyObject | Buffer;

/** The blob was changed, moved, cut, or sealed under another key; which of them cannot be told. */
export class UnsealError extends Error {
  constructor(why: string) {
    super(`Cannot decrypt: ${why}`);
    this.name = 'UnsealError';
  }
}

export function seal(key: SealingKey, text: string, aad: string): Buffer {
  return sealBytes(key, Buffer.from(text, 'utf8'), aad);
}

/** @throws UnsealError */
export function open(key: SealingKey, blob: Buffer, aad: string): string {
  return openBytes(key, blob, aad).toString('utf8');
}

export function sealBytes(key: SealingKey, plain: Buffer, aad: string): Buffer {
  const blob = Buffer.allocUnsafe(headBytes + plain.length);
  blob[0] = version;
  const nonce = blob.subarray(1, 1 + nonceBytes);
  takeRandom(nonce);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(aad, 'utf8'));
  cipher.update(plain).copy(blob, headBytes);
  cipher.final();
  cipher.getAuthTag().copy(blob, 1 + nonceBytes);
  return blob;
}

/** @throws UnsealError */
export function openBytes(key: SealingKey, blob: Buffer, aad: string): Buffer {
  if (blob.length < headBytes) throw new UnsealError('too short');
  if (blob[0] !== version) throw new UnsealError(`unknown version ${blob[0]}`);
  const nonce = blob.subarray(1, 1 + nonceBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(aad, 'utf8'));
  decipher.setAuthTag(blob.subarray(1 + nonceBytes, headBytes));
  const plain = decipher.update(blob.subarray(headBytes));
  try {
    decipher.final();
  } catch {
    throw new UnsealError('changed, moved, or sealed under another key');
  }
  return plain;
}

const pool = Buffer.alloc(4096);
let taken = pool.length;

/** One call to the system's generator serves many nonces; used bytes are never handed out again. */
function takeRandom(into: Buffer): void {
  if (taken + into.length > pool.length) {
    randomFillSync(pool);
    taken = 0;
  }
  pool.copy(into, 0, taken, taken + into.length);
  taken += into.length;
}
