import type { DatabasePool } from '../../database/pool.ts';
import { quotedSequence } from './number.ts';
import type { CustomerRow } from './store-load.ts';

/** What a registration must know before it can decide, in one round trip. */
export type Beginning = {
  ticketId: number;
  numberValue: number;
  customer: CustomerRow | null;
  /** For a customer not known yet. */
  newCustomerId: number;
  /** What an earlier request with the same idempotency key made. */
  repeated: { ticketId: number; requestHash: Buffer } | null;
};

export type BeginQuery = {
  customerId?: number;
  hashes: readonly Buffer[];
  idempotency: { actor: string; key: string } | null;
};

type Row = {
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

/** `+ 0` keeps the planner from walking all customers in order of their ids in search of the first that matches. */
const text = `select nextval($1::regclass) as number_value,
    case when c.id is null then nextval('customer_id_seq') end as new_customer_id,
    c.id, c.type, c.data_key, c.profile, c.erased_at, i.ticket_id as repeated_id, i.request_hash
  from (select 1) as one
  left join customer c on c.erased_at is null and c.id = coalesce($2::bigint,
    (select cc.customer_id from customer_contact cc where cc.hash = any($3::bytea[]) order by cc.customer_id + 0 limit 1))
  left join idempotency i on i.actor = $4 and i.key = $5`;

export async function begin(pool: DatabasePool, sequence: string, query: BeginQuery): Promise<Beginning> {
  const values = [
    quotedSequence(sequence),
    query.customerId ?? null,
    query.hashes,
    query.idempotency?.actor ?? null,
    query.idempotency?.key ?? null,
  ];
  const [ticketId, { rows }] = await Promise.all([
    nextTicketId(pool),
    pool.query<Row>({ name: 'ticket-begin', text, values }),
  ]);
  const row = rows[0];
  if (!row) throw new Error('the database gave no number');
  const { id, type, data_key, profile, erased_at } = row;
  return {
    ticketId,
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
const blockSize = 64;
type Block = { next: number; end: number };
const blocks = new WeakMap<DatabasePool, Promise<Block>>();

/** Ids grow roughly with time; those of a block that a process did not use up before it stopped stay unused. */
async function nextTicketId(pool: DatabasePool): Promise<number> {
  for (;;) {
    const drawing = blocks.get(pool) ?? drawBlock(pool);
    const block = await drawing;
    if (block.next < block.end) return block.next++;
    if (blocks.get(pool) === drawing) blocks.delete(pool);
  }
}

function drawBlock(pool: DatabasePool): Promise<Block> {
  const drawing = pool
    .query<{ first: number }>({ name: 'ticket-id-block', text: "select nextval('ticket_id') as first" })
    .then(({ rows }) => ({ next: rows[0]?.first ?? 0, end: (rows[0]?.first ?? 0) + blockSize }));
  blocks.set(pool, drawing);
  drawing.catch(() => blocks.delete(pool));
  return drawing;
}
