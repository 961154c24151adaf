import { Refusal } from '../../../domain/refusal.ts';
import type { EventActor } from '../../../domain/ticket/actor.ts';
import type { Upload } from '../../../domain/ticket/attach.ts';
import type { Queryable } from '../../database/pool.ts';
import type { SealingKey } from '../../platform/crypto/seal.ts';
import { openName } from './sealed-file.ts';
import { type AttachmentRow, loadAttachments, type Owner } from './store.ts';

/** An upload that nobody has put on its ticket may be used for a day; only after two does upkeep take it away. */
const usableMs = 24 * 3_600_000;

/**
 * Whole uploads by their ids, in that order, as the domain puts them on a ticket: those of this ticket and this actor alone.
 * @throws Refusal attachment.upload-unknown, customer.erased
 */
export async function openUploads(
  db: Queryable,
  key: SealingKey | null,
  owner: Owner,
  ids: readonly number[],
  now: number,
): Promise<Upload[]> {
  if (ids.length === 0) return [];
  if (key === null) throw new Refusal('customer.erased', '', { id: owner.customerId });
  const rows = new Map((await loadAttachments(db, ids)).map((row) => [row.id, row]));
  return [...new Set(ids)].map((id) => {
    const row = rows.get(id);
    if (!row || !isOf(row, owner) || now - row.started_at > usableMs) throw unknown(id);
    const { name, media_type: mediaType, size_bytes: bytes, sha256 } = row;
    if (name === null || mediaType === null || bytes === null || sha256 === null) throw unknown(id);
    const open = openName(key, owner.customerId, id, name);
    return { id, name: open, mediaType, bytes, sha256: sha256.toString('hex') };
  });
}

const unknown = (id: number) => new Refusal('attachment.upload-unknown', 'attachments', { id });

function isOf(row: AttachmentRow, { ticketId, actor }: { ticketId: number; actor: EventActor }): boolean {
  return row.ticket_id === ticketId && row.actor_kind === actor.kind && row.actor_id === actor.id;
}
