import type { Queryable } from '../database/pool.ts';

/** SQL of writes that are done once. Instants are epoch ms. */
export type DoneRow = { requestHash: Buffer; at: number; status: number | null; reply: Buffer | null };

/** Null when nobody had this id and it is ours now; what there is else. Of several at once one gets it. */
export async function claim(db: Queryable, id: Buffer, requestHash: Buffer, at: number): Promise<DoneRow | null> {
  const insert = 'insert into request_done (id, request_hash, at) values ($1, $2, $3) on conflict do nothing';
  const select = 'select request_hash as "requestHash", at, status, reply from request_done where id = $1';
  for (;;) {
    if ((await db.query(insert, [id, requestHash, new Date(at)])).rowCount === 1) return null;
    const { rows } = await db.query<DoneRow>(select, [id]);
    // Given up in between: it is free again.
    if (rows[0]) return rows[0];
  }
}

/** False when somebody else was first, or it was finished after all. */
export async function takeOver(db: Queryable, id: Buffer, before: number, at: number): Promise<boolean> {
  const text = 'update request_done set at = $3 where id = $1 and at = $2 and status is null';
  return (await db.query(text, [id, new Date(before), new Date(at)])).rowCount === 1;
}

export async function finish(db: Queryable, id: Buffer, status: number, reply: Buffer | null): Promise<void> {
  await db.query('update request_done set status = $2, reply = $3 where id = $1 and status is null', [
    id,
    status,
    reply,
  ]);
}

export async function giveUp(db: Queryable, id: Buffer): Promise<void> {
  await db.query('delete from request_done where id = $1 and status is null', [id]);
}
