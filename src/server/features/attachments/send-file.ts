import { Readable } from 'node:stream';
import { extensionsOf, isShowable } from '../../../domain/attachment/media-type.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Queryable } from '../../database/pool.ts';
import type { Reply } from '../../http/app.ts';
import { contentDisposition } from '../../http/content-disposition.ts';
import type { SealingKey } from '../../platform/crypto/seal.ts';
import { openName, openPart } from './sealed-file.ts';
import { loadAttachments, readPart } from './store.ts';

/** Nothing in a file may act: no script, no form, no request, no access to our own pages. */
const strictPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";

/**
 * A file as a reply, part by part. To be saved, unless the reader asks to see it and it is a picture or a PDF. Whether they may is
 * settled before. @throws Refusal attachment.unknown
 */
export async function sendFile(
  db: Queryable,
  key: SealingKey | null,
  reply: Reply,
  { id, isInline }: { id: number; isInline: boolean },
): Promise<Reply> {
  const [row] = await loadAttachments(db, [id]);
  const first = await readPart(db, id, 0);
  if (!row?.name || row.media_type === null || row.size_bytes === null || key === null || first === null) {
    throw new Refusal('attachment.unknown', 'attachment', { id });
  }
  const { customer_id: customerId, media_type: mediaType, size_bytes: size } = row;
  const name = openName(key, customerId, id, row.name);
  const plain = `attachment-${id}.${extensionsOf(mediaType)[0] ?? 'bin'}`;
  const kind = isInline && isShowable(mediaType) ? 'inline' : 'attachment';
  const parts = openParts(db, key, { id, customerId, size }, first);
  return reply
    .type(mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType)
    .header('content-length', size)
    .header('content-disposition', contentDisposition(name, plain, kind))
    .header('content-security-policy', strictPolicy)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-store')
    .send(Readable.from(parts, { objectMode: false }));
}

async function* openParts(
  db: Queryable,
  key: SealingKey,
  { id, customerId, size }: { id: number; customerId: number; size: number },
  first: Buffer,
): AsyncGenerator<Buffer> {
  let sent = 0;
  let sealed: Buffer | null = first;
  for (let part = 0; sent < size; sealed = await readPart(db, id, ++part)) {
    if (sealed === null) throw new Error(`Attachment ${id} lacks part ${part}`);
    const plain = openPart(key, customerId, id, part, sealed);
    sent += plain.length;
    yield plain;
    if (sent >= size) return;
  }
}
