import { openBytes, type SealingKey, sealBytes } from '../../platform/crypto/seal.ts';

/** A file's name and parts at rest, each bound to its place, so that none can be moved to another file or customer. */

export const partBytes = 1_048_576;

const aad = (customerId: number, id: number, place: string) => `c${customerId}/file ${id}/${place}`;

export function sealPart(key: SealingKey, customerId: number, id: number, part: number, plain: Buffer): Buffer {
  return sealBytes(key, plain, aad(customerId, id, String(part)));
}

/** @throws UnsealError */
export function openPart(key: SealingKey, customerId: number, id: number, part: number, sealed: Buffer): Buffer {
  return openBytes(key, sealed, aad(customerId, id, String(part)));
}

export function sealName(key: SealingKey, customerId: number, id: number, name: string): Buffer {
  return sealBytes(key, Buffer.from(name, 'utf8'), aad(customerId, id, 'name'));
}

/** @throws UnsealError */
export function openName(key: SealingKey, customerId: number, id: number, sealed: Buffer): string {
  return openBytes(key, sealed, aad(customerId, id, 'name')).toString('utf8');
}
