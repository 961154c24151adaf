import { createHash } from 'node:crypto';
import type { UploadView } from '../../../contract/attachment.ts';
import { cleanName } from '../../../domain/attachment/clean-name.ts';
import { mediaTypeOf, sniffedBytes } from '../../../domain/attachment/media-type.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { DatabasePool } from '../../database/pool.ts';
import type { Clock } from '../../platform/clock.ts';
import type { SealingKey } from '../../platform/crypto/seal.ts';
import { partBytes, sealName, sealPart } from './sealed-file.ts';
import {
  countAttachments,
  deleteAttachment,
  finishAttachment,
  insertPart,
  type Owner,
  startAttachment,
} from './store.ts';

/** A file on its way in: the name that its sender gave it, and its bytes as they come. */
export type Incoming = { name: string; bytes: AsyncIterable<Buffer> };
export type ReceiveDeps = { pool: DatabasePool; clock: Clock; limitBytes: number };

const mostPerTicket = 300;
/** Whoever knows a number and a contact must not be able to fill the disk. */
const mostOfCustomer = 60;

/**
 * Seals and stores a file part by part as it arrives: no more than one part is in memory, and no transaction waits for a slow line.
 * Whatever goes wrong, what was stored of it is taken away again; if this process dies, upkeep does so.
 * @throws Refusal attachment.*
 */
export async function receiveFile(
  deps: ReceiveDeps,
  owner: Owner,
  key: SealingKey,
  { name: given, bytes }: Incoming,
): Promise<UploadView> {
  const { pool, clock, limitBytes } = deps;
  await checkRoom(pool, owner);
  let id: number | null = null;
  const hash = createHash('sha256');
  let size = 0;
  let mediaType = '';
  try {
    let part = 0;
    for await (const plain of inParts(bytes)) {
      size += plain.length;
      if (size > limitBytes)
        throw new Refusal('attachment.too-large', 'file', { name: given, limit: inWords(limitBytes) });
      if (id === null) {
        mediaType = typeOf(plain, given);
        id = await startAttachment(pool, owner, clock.now());
      }
      const sealed = sealPart(key, owner.customerId, id, part, plain);
      hash.update(sealed);
      await insertPart(pool, id, part++, sealed);
    }
    if (id === null) throw new Refusal('attachment.empty', 'file', { name: given });
    const name = cleanName(given, mediaType);
    const sealedName = sealName(key, owner.customerId, id, name);
    await finishAttachment(pool, id, { name: sealedName, mediaType, bytes: size, sha256: hash.digest() });
    return { id, name, mediaType, bytes: size };
  } catch (error) {
    if (id !== null) await deleteAttachment(pool, id);
    throw error;
  }
}

async function checkRoom(pool: DatabasePool, owner: Owner): Promise<void> {
  const { all, customers } = await countAttachments(pool, owner.ticketId);
  const isFull = all >= mostPerTicket || (owner.actor.kind === 'customer' && customers >= mostOfCustomer);
  if (isFull) throw new Refusal('attachment.ticket-full', 'file', { limit: all >= mostPerTicket ? all : customers });
}

function typeOf(start: Buffer, name: string): string {
  const type = mediaTypeOf(start.subarray(0, sniffedBytes), name);
  if (type === null) throw new Refusal('attachment.type', 'file', { name });
  return type;
}

/** Pieces of the network as parts of the store: all of one size but the last. */
async function* inParts(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let pieces: Buffer[] = [];
  let gathered = 0;
  for await (const piece of bytes) {
    pieces.push(piece);
    gathered += piece.length;
    if (gathered < partBytes) continue;
    const whole = Buffer.concat(pieces);
    const full = whole.length - (whole.length % partBytes);
    for (let at = 0; at < full; at += partBytes) yield whole.subarray(at, at + partBytes);
    pieces = full < whole.length ? [whole.subarray(full)] : [];
    gathered = whole.length - full;
  }
  if (gathered > 0) yield Buffer.concat(pieces);
}

function inWords(bytes: number): string {
  const mebi = bytes / 1_048_576;
  return mebi >= 1 ? `${Math.round(mebi * 10) / 10} MiB` : `${Math.max(1, Math.floor(bytes / 1024))} KiB`;
}
