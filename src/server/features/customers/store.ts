import type { EventActor } from '../../../domain/ticket/actor.ts';
import type { Queryable } from '../../database/pool.ts';

/** SQL of customers. Nothing that names a person is clear in any column. */
export type StoredCustomer = {
  id: number;
  type: string;
  preferred_channel: string | null;
  data_key: Buffer | null;
  profile: Buffer | null;
  created_at: number;
  erased_at: number | null;
  version: number;
};

const columns = 'id, type, preferred_channel, data_key, profile, created_at, erased_at, version';

export async function loadCustomer(db: Queryable, id: number): Promise<StoredCustomer | null> {
  const { rows } = await db.query<StoredCustomer>(`select ${columns} from customer where id = $1`, [id]);
  return rows[0] ?? null;
}

export async function findByHash(db: Queryable, hash: Buffer, limit: number): Promise<StoredCustomer[]> {
  const { rows } = await db.query<StoredCustomer>(
    `select ${columns} from customer where id in (select customer_id from customer_contact where hash = $1)
     order by id desc limit $2`,
    [hash, limit],
  );
  return rows;
}

/** Ids after `after` of those who can be read and not be found by a contact. */
export async function listWithoutContacts(db: Queryable, after: number, limit: number): Promise<StoredCustomer[]> {
  const { rows } = await db.query<StoredCustomer>(
    `select ${columns} from customer c where id > $1 and data_key is not null
       and not exists (select from customer_contact where customer_id = c.id) order by id limit $2`,
    [after, limit],
  );
  return rows;
}

export async function ownsTicketOf(db: Queryable, staffId: number, customerId: number): Promise<boolean> {
  const { rows } = await db.query<{ owns: boolean }>(
    'select exists (select from ticket where customer_id = $1 and owner_id = $2) as owns',
    [customerId, staffId],
  );
  return rows[0]?.owns ?? false;
}

/** False when somebody has changed or erased the customer since `version` was read; nothing is written then. */
export async function updateCustomer(
  db: Queryable,
  { id, version, type, preferred_channel, profile }: StoredCustomer,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update customer set type = $3, preferred_channel = $4, profile = $5, version = version + 1
     where id = $1 and version = $2 and erased_at is null`,
    [id, version, type, preferred_channel, profile],
  );
  return rowCount === 1;
}

export async function replaceHashes(db: Queryable, customerId: number, hashes: readonly Buffer[]): Promise<void> {
  await db.query('delete from customer_contact where customer_id = $1 and hash <> all($2::bytea[])', [
    customerId,
    hashes,
  ]);
  await db.query(
    `insert into customer_contact (hash, customer_id, claim) select given.hash, $1, $1 from unnest($2::bytea[]) as given (hash)
     where not exists (select from customer_contact kept where kept.hash = given.hash and kept.customer_id = $1)`,
    [customerId, hashes],
  );
}

/** The newest ones. Whoever adds to one of them waits, and then adds to what was written meanwhile. */
export async function lockTicketsOf(
  db: Queryable,
  customerId: number,
  limit: number,
): Promise<{ id: number; number: string }[]> {
  const { rows } = await db.query<{ id: number; number: string }>(
    'select id, number from ticket where customer_id = $1 order by id desc limit $2 for update',
    [customerId, limit],
  );
  return rows;
}

/** All that was ever said in a ticket, sealed, in its order. */
export async function listSaid(db: Queryable, ticketId: number): Promise<Buffer[]> {
  const { rows } = await db.query<{ secret: Buffer }>(
    'select secret from event where ticket_id = $1 and secret is not null order by seq',
    [ticketId],
  );
  return rows.map(({ secret }) => secret);
}

export async function replaceTokens(db: Queryable, ticketId: number, tokens: readonly number[]): Promise<void> {
  await db.query('update ticket_search set tokens = $2 where ticket_id = $1', [ticketId, tokens]);
}

export type AccessKind = 'read' | 'change' | 'reveal' | 'attachment' | 'link' | 'erase';
export type AccessEntry = { customerId: number; actor: EventActor; what: AccessKind; reason: string; at: number };

export async function logAccess(db: Queryable, { customerId, actor, what, reason, at }: AccessEntry): Promise<void> {
  await db.query(
    'insert into customer_access (customer_id, actor_kind, actor_id, what, reason, at) values ($1, $2, $3, $4, $5, $6)',
    [customerId, actor.kind, actor.id, what, reason, new Date(at)],
  );
}
