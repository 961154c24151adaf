import type { Queryable } from '../../database/pool.ts';
import { eraseFiles } from '../attachments/index.ts';

/** Processes are told whose key to forget: `{"id": …, "fingerprint": …}`. */
export const erasedChannel = 'customer_erased';

export type Locked = { data_key: Buffer | null; erased_at: number | null };

/** Waits for whoever is writing this customer or one of the tickets, and keeps others from it until the transaction ends. */
export async function lockCustomer(db: Queryable, id: number): Promise<Locked | null> {
  const { rows } = await db.query<Locked>('select data_key, erased_at from customer where id = $1 for update', [id]);
  if (rows[0]) await db.query('select from ticket where customer_id = $1 order by id for update', [id]);
  return rows[0] ?? null;
}

/** Destroys the key, and with it all that it sealed: profile, tickets, events, attachments, here and in every copy of these rows. */
export async function destroyKey(db: Queryable, id: number, at: number): Promise<void> {
  await db.query(
    'update customer set data_key = null, profile = null, erased_at = $2, version = version + 1 where id = $1',
    [id, new Date(at)],
  );
}

/** Whatever could still be matched against a guess, or was written about the person in the clear. Safe to run again. */
export async function removeTraces(db: Queryable, id: number): Promise<void> {
  const ofCustomer = 'in (select id from ticket where customer_id = $1)';
  await db.query('delete from customer_contact where customer_id = $1', [id]);
  await db.query(`delete from ticket_search where ticket_id ${ofCustomer}`, [id]);
  await db.query(`delete from idempotency where ticket_id ${ofCustomer}`, [id]);
  // Answers kept for repeats are sealed for who has the key, and nobody knows whose they are about: rather all than one too few.
  await db.query('update request_done set reply = null where reply is not null');
  await eraseFiles(db, id);
  await db.query(
    `update ticket set secret = null, description = null
      where customer_id = $1 and (secret is not null or description is not null)`,
    [id],
  );
  await db.query(`update customer_access set reason = '' where customer_id = $1 and what <> 'erase' and reason <> ''`, [
    id,
  ]);
}

/** Ids after `after` of those who are erased. */
export async function listErased(db: Queryable, after: number, limit: number): Promise<number[]> {
  const text = 'select id from customer where erased_at is not null and id > $1 order by id limit $2';
  return (await db.query<{ id: number }>(text, [after, limit])).rows.map(({ id }) => id);
}

export async function announceErasure(db: Queryable, id: number, fingerprint: string | null): Promise<void> {
  await db.query('select pg_notify($1, $2)', [erasedChannel, JSON.stringify({ id, fingerprint })]);
}
