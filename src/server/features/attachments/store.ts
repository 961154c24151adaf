import type { EventActor } from '../../../domain/ticket/actor.ts';
import type { Queryable } from '../../database/pool.ts';

/** SQL of files. Nothing of what they say is clear: bytes and names are sealed before they come here. */

export type AttachmentRow = {
  id: number;
  ticket_id: number;
  customer_id: number;
  actor_kind: EventActor['kind'];
  actor_id: number | null;
  started_at: number;
  name: Buffer | null;
  media_type: string | null;
  size_bytes: number | null;
  sha256: Buffer | null;
};

export type Owner = { ticketId: number; customerId: number; actor: EventActor };

export async function startAttachment(db: Queryable, { ticketId, customerId, actor }: Owner, at: number) {
  const { rows } = await db.query<{ id: number }>({
    name: 'attachment-start',
    text: `insert into attachment (ticket_id, customer_id, actor_kind, actor_id, started_at)
      values ($1, $2, $3, $4, $5) returning id`,
    values: [ticketId, customerId, actor.kind, actor.id, new Date(at)],
  });
  return (rows[0] as { id: number }).id;
}

export async function insertPart(db: Queryable, id: number, part: number, bytes: Buffer): Promise<void> {
  await db.query({
    name: 'attachment-part',
    text: 'insert into attachment_part (attachment_id, part, bytes) values ($1, $2, $3)',
    values: [id, part, bytes],
  });
}

export type Finished = { name: Buffer; mediaType: string; bytes: number; sha256: Buffer };

export async function finishAttachment(db: Queryable, id: number, { name, mediaType, bytes, sha256 }: Finished) {
  const { rowCount } = await db.query(
    'update attachment set name = $2, media_type = $3, size_bytes = $4, sha256 = $5 where id = $1',
    [id, name, mediaType, bytes, sha256],
  );
  if (rowCount !== 1) throw new Error(`Attachment ${id} was taken away while it was uploaded`);
}

export async function deleteAttachment(db: Queryable, id: number): Promise<void> {
  await db.query('delete from attachment where id = $1', [id]);
}

/** How many rows a ticket has, whole or not, and how many of them the customer brought. */
export async function countAttachments(db: Queryable, ticketId: number): Promise<{ all: number; customers: number }> {
  const { rows } = await db.query<{ all: number; customers: number }>(
    `select count(*) as all, count(*) filter (where actor_kind = 'customer') as customers
     from attachment where ticket_id = $1`,
    [ticketId],
  );
  return rows[0] ?? { all: 0, customers: 0 };
}

export async function loadAttachments(db: Queryable, ids: readonly number[]): Promise<AttachmentRow[]> {
  const text = 'select * from attachment where id = any($1::bigint[])';
  return (await db.query<AttachmentRow>({ name: 'attachments-load', text, values: [ids] })).rows;
}

export async function readPart(db: Queryable, id: number, part: number): Promise<Buffer | null> {
  const text = 'select bytes from attachment_part where attachment_id = $1 and part = $2';
  const { rows } = await db.query<{ bytes: Buffer }>({ name: 'attachment-part-read', text, values: [id, part] });
  return rows[0]?.bytes ?? null;
}

/** Of these attachments, those whose customer has been erased: their bytes are gone by right. */
export async function erasedAmong(db: Queryable, ids: readonly number[]): Promise<ReadonlySet<number>> {
  const { rows } = await db.query<{ id: number }>(
    `select a.id from attachment a join customer c on c.id = a.customer_id
     where a.id = any($1::bigint[]) and c.erased_at is not null`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Of uploads begun before then, at most `limit`: deletes those that no event names, and never looks at the others again. */
export async function deleteOrphans(db: Queryable, before: number, limit: number): Promise<number> {
  const { rows } = await db.query<{ deleted: number }>(
    `with old as (
       select a.id, exists (
         select from event e where e.ticket_id = a.ticket_id and e.type = 'attachment.added'
           and e.data->>'attachment' = a.id::text) as is_named
       from attachment a where a.started_at < $1 and not a.is_kept order by a.started_at limit $2),
     kept as (update attachment set is_kept = true from old where attachment.id = old.id and old.is_named),
     gone as (delete from attachment using old where attachment.id = old.id and not old.is_named returning 1)
     select count(*) as deleted from gone`,
    [new Date(before), limit],
  );
  return rows[0]?.deleted ?? 0;
}

export async function eraseFiles(db: Queryable, customerId: number): Promise<void> {
  await db.query(
    'delete from attachment_part where attachment_id in (select id from attachment where customer_id = $1)',
    [customerId],
  );
  await db.query('update attachment set name = null where customer_id = $1 and name is not null', [customerId]);
}
