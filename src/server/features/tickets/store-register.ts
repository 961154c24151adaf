import type { DatabasePool, Queryable } from '../../database/pool.ts';
import { quotedSequence } from './number.ts';
import type { CustomerRow } from './store-load.ts';

/** What a registration must know before it can decide. */
export type Beginning = {
  numberValue: number;
  customer: CustomerRow | null;
  /** For a customer not known yet. */
  newCustomerId: number;
  /** What an earlier request with the same idempotency key made. */
  repeated: { ticketId: number; requestHash: Buffer } | null;
};

export type BeginQuery = {
  sequence: string;
  customerId?: number;
  hashes: readonly Buffer[];
  idempotency: { actor: string; key: string } | null;
};

type Row = {
  place: number;
  number_value: number;
  new_customer_id: number | null;
  id: number | null;
  type: string;
  data_key: Buffer | null;
  profile: Buffer | null;
  erased_at: number | null;
  repeated_id: number | null;
  request_hash: Buffer | null;
};

/**
 * `+ 0` keeps the planner from walking all customers in order of their ids in search of the first that matches, and `lateral … offset 0` from
 * reading all of them to look up a few.
 */
const text = `select x.place, nextval(x.sequence::regclass) as number_value,
    case when c.id is null then nextval('customer_id_seq') end as new_customer_id,
    c.id, c.type, c.data_key, c.profile, c.erased_at, i.ticket_id as repeated_id, i.request_hash
  from json_to_recordset($1::json) as x (place int, sequence text, customer bigint, hashes bytea[], actor text, key text)
  left join lateral (select * from customer where erased_at is null and id = coalesce(x.customer,
    (select cc.customer_id from customer_contact cc where cc.hash = any(x.hashes) order by cc.customer_id + 0 limit 1)) offset 0) c on true
  left join lateral (select * from idempotency where actor = x.actor and key = x.key offset 0) i on true`;

/** Any number of registrations in one round trip, answered in their order. */
export async function beginAll(db: Queryable, queries: readonly BeginQuery[]): Promise<Beginning[]> {
  const given = queries.map(({ sequence, customerId, hashes, idempotency }, place) => ({
    place,
    sequence: quotedSequence(sequence),
    customer: customerId,
    hashes: hashes.map((hash) => `\\x${hash.toString('hex')}`),
    actor: idempotency?.actor,
    key: idempotency?.key,
  }));
  const { rows } = await db.query<Row>({ name: 'tickets-begin', text, values: [JSON.stringify(given)] });
  return rows.sort((a, b) => a.place - b.place).map(toBeginning);
}

function toBeginning(row: Row): Beginning {
  const { id, type, data_key, profile, erased_at } = row;
  return {
    numberValue: row.number_value,
    newCustomerId: row.new_customer_id ?? 0,
    customer: id === null ? null : { id, type, data_key, profile, erased_at },
    repeated:
      row.repeated_id !== null && row.request_hash
        ? { ticketId: row.repeated_id, requestHash: row.request_hash }
        : null,
  };
}

/** The sequence counts in blocks of this many ids, each drawn by one process and handed out in memory. */
export const ticketIdsPerBlock = 64;

export async function drawTicketIds(db: DatabasePool): Promise<number> {
  const text = "select nextval('ticket_id') as first";
  const { rows } = await db.query<{ first: number }>({ name: 'ticket-id-block', text });
  if (!rows[0]) throw new Error('the database gave no ticket ids');
  return rows[0].first;
}
