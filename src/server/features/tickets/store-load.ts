import type { TicketState } from '../../../domain/ticket/state.ts';
import type { Queryable } from '../../database/pool.ts';
import type { KeyRing } from '../../platform/crypto/key-ring.ts';
import type { SealingKey } from '../../platform/crypto/seal.ts';
import { readFacts, type StoredFacts } from './facts.ts';
import { openText } from './secret.ts';

/** A ticket as the next decision needs it. */
export type LoadedTicket = { state: TicketState; head: Buffer; key: SealingKey | null; customer: CustomerRow };

export type CustomerRow = {
  id: number;
  type: string;
  data_key: Buffer | null;
  profile: Buffer | null;
  erased_at: number | null;
};

/** As it lies in the tables, sealed. */
export type TicketRow = {
  id: number;
  facts: StoredFacts;
  secret: Buffer | null;
  head_hash: Buffer;
  data_key: Buffer | null;
  profile: Buffer | null;
  customer_type: string;
  erased_at: number | null;
};

const columns = `t.id, t.facts, t.secret, t.head_hash, c.data_key, c.profile, c.type as customer_type, c.erased_at
  from ticket t join customer c on c.id = t.customer_id`;

export async function loadTicket(db: Queryable, ring: KeyRing, id: number): Promise<LoadedTicket | null> {
  const { rows } = await db.query<TicketRow>({
    name: 'ticket-load',
    text: `select ${columns} where t.id = $1`,
    values: [id],
  });
  return rows[0] ? toLoaded(ring, rows[0]) : null;
}

export async function loadTicketByNumber(db: Queryable, ring: KeyRing, number: string): Promise<LoadedTicket | null> {
  const { rows } = await db.query<TicketRow>({
    name: 'ticket-by-number',
    text: `select ${columns} where t.number = $1`,
    values: [number],
  });
  return rows[0] ? toLoaded(ring, rows[0]) : null;
}

export async function loadTickets(db: Queryable, ring: KeyRing, ids: readonly number[]): Promise<LoadedTicket[]> {
  return (await loadRows(db, ids)).map((row) => toLoaded(ring, row));
}

export async function loadRows(db: Queryable, ids: readonly number[]): Promise<TicketRow[]> {
  const { rows } = await db.query<TicketRow>({
    name: 'tickets-load',
    text: `select ${columns} where t.id = any($1::bigint[])`,
    values: [ids],
  });
  return rows;
}

function toLoaded(ring: KeyRing, row: TicketRow): LoadedTicket {
  const loaded = withoutText(ring, row);
  const text = openText(ring, row.data_key, loaded.state.customerId, row.secret);
  return { ...loaded, state: { ...loaded.state, text } };
}

export type SealedDescription = {
  id: number;
  version: number;
  customer_id: number;
  /** Null for tickets from before it was kept. */
  description: Buffer | null;
  data_key: Buffer | null;
};

/** Only what lists show of the tickets' private part. */
export async function loadDescriptions(db: Queryable, ids: readonly number[]): Promise<SealedDescription[]> {
  const { rows } = await db.query<SealedDescription>({
    name: 'ticket-descriptions',
    text: `select t.id, t.version, t.customer_id, t.description, c.data_key from ticket t join customer c on c.id = t.customer_id
      where t.id = any($1::bigint[])`,
    values: [ids],
  });
  return rows;
}

/** For decisions that need nothing of what was said; when the ticket is written after them, its text stays as it lies. */
export function withoutText(ring: KeyRing, row: TicketRow): LoadedTicket {
  const { head_hash: head, data_key, profile, customer_type: type, erased_at } = row;
  const facts = readFacts(row.facts);
  const customer = { id: facts.customerId, type, data_key, profile, erased_at };
  return { state: { ...facts, text: null }, head, key: data_key && ring.unwrap(data_key), customer };
}
