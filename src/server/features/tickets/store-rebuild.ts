import type { PoolClient, Queryable } from '../../database/pool.ts';
import type { ClockColumns, TicketColumns } from './columns.ts';
import type { StoredFacts } from './facts.ts';
import type { EventRow } from './store-events.ts';

/** Reads tickets with their events and everything that is derived from them, and writes the derived part anew. */

export type ClockRow = ClockColumns & { ticket_id: number };
type CustomerKey = { id: number; data_key: Buffer | null; profile: Buffer | null };
export type TicketRecord = { [Name in keyof TicketColumns]: unknown } & {
  id: number;
  version: number;
  facts: StoredFacts;
  secret: Buffer | null;
  description: Buffer | null;
  head_hash: Buffer;
};

/** One ticket as it lies in the tables; `ticket` is null when only its events are left. */
export type StoredTicket = {
  id: number;
  events: EventRow[];
  ticket: TicketRecord | null;
  clocks: ClockRow[];
  tokens: number[] | null;
  customer: CustomerKey | null;
};

/** Ids after `after`, of tickets and of events whose ticket is gone. */
export async function ticketIdsAfter(db: Queryable, after: number, limit: number): Promise<number[]> {
  const text = `(select id from ticket where id > $1 order by id limit $2)
    union (select ticket_id from event where ticket_id > $1 and seq = 1 order by ticket_id limit $2) order by id limit $2`;
  const { rows } = await db.query<{ id: number }>(text, [after, limit]);
  return rows.map((row) => row.id);
}

export async function countTickets(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ count: number }>('select count(*) as count from ticket');
  return rows[0]?.count ?? 0;
}

/** All at one moment when `db` is in a repeatable-read transaction, or holds the tickets' locks. */
export async function loadStored(db: Queryable, ids: readonly number[]): Promise<StoredTicket[]> {
  const of = async <Row>(text: string) => (await db.query<Row & { ticket_id: number }>(text, [ids])).rows;
  const events = await of<EventRow>('select * from event where ticket_id = any($1::bigint[]) order by ticket_id, seq');
  const tickets = await of<TicketRecord>('select *, id as ticket_id from ticket where id = any($1::bigint[])');
  const clocks = await of<ClockRow>(
    'select ticket_id, clock, cycle, status, due_at, wake_at, breached_at from clock where ticket_id = any($1::bigint[])',
  );
  const searches = await of<{ tokens: number[] }>(
    'select ticket_id, tokens from ticket_search where ticket_id = any($1::bigint[])',
  );
  const customers = await customersOf(db, [
    ...events.map(customerIn),
    ...tickets.map((row) => Number(row.customer_id)),
  ]);
  const eventsOf = Map.groupBy(events, (row) => row.ticket_id);
  const clocksOf = Map.groupBy(clocks, (row) => row.ticket_id);
  const ticketOf = new Map(tickets.map(({ ticket_id, ...row }) => [ticket_id, row as TicketRecord]));
  const tokensOf = new Map(searches.map((row) => [row.ticket_id, row.tokens]));
  return ids.map((id) => {
    const own = eventsOf.get(id) ?? [];
    return {
      id,
      events: own,
      ticket: ticketOf.get(id) ?? null,
      clocks: clocksOf.get(id) ?? [],
      tokens: tokensOf.get(id) ?? null,
      customer: customers.get(own[0] ? customerIn(own[0]) : 0) ?? null,
    };
  });
}

function customerIn({ seq, data }: EventRow): number {
  return seq === 1 ? Number((data as { customerId?: unknown }).customerId ?? 0) : 0;
}

async function customersOf(db: Queryable, ids: readonly number[]): Promise<Map<number, CustomerKey>> {
  const text = 'select id, data_key, profile from customer where id = any($1::bigint[])';
  const { rows } = await db.query<CustomerKey>(text, [[...new Set(ids)].filter((id) => id > 0)]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Whoever acts on the ticket now waits, and then finds it mended. */
export async function lockTicket(client: PoolClient, id: number): Promise<void> {
  await client.query('select from ticket where id = $1 for update', [id]);
}

export type Projection = {
  id: number;
  columns: TicketColumns;
  facts: StoredFacts;
  secret: Buffer | null;
  description: Buffer | null;
  head: Buffer;
  clocks: ClockColumns[];
  /** Null: the customer has been erased, and nothing is searched for. */
  tokens: number[] | null;
};

/** False when the ticket is not at `version` any more (null: not there); nothing is written then. */
export async function writeProjection(db: Queryable, made: Projection, version: number | null): Promise<boolean> {
  const { columns, facts, secret, description, head: head_hash } = made;
  const fields = { ...columns, facts: JSON.stringify(facts), secret, description, head_hash };
  const names = Object.keys(fields);
  const values = Object.values(fields);
  const text =
    version === null
      ? `insert into ticket (id, ${names.join(', ')}) values ($1, ${names.map((_, index) => `$${index + 2}`).join(', ')})
         on conflict do nothing`
      : `update ticket set ${names.map((name, index) => `${name} = $${index + 3}`).join(', ')} where id = $1 and version = $2`;
  const { rowCount } = await db.query(text, version === null ? [made.id, ...values] : [made.id, version, ...values]);
  if (rowCount !== 1) return false;
  await writeClocks(db, made);
  await writeTokens(db, made);
  return true;
}

/** What set a clock's row aside stays with it: that is no projection. */
async function writeClocks(db: Queryable, { id, clocks }: Projection): Promise<void> {
  const columns = [
    clocks.map((row) => row.clock),
    clocks.map((row) => row.cycle),
    clocks.map((row) => row.status),
    clocks.map((row) => row.due_at),
    clocks.map((row) => row.wake_at),
    clocks.map((row) => row.breached_at),
  ];
  await db.query(
    `with made as (select * from unnest($2::text[], $3::int[], $4::text[], $5::timestamptz[], $6::timestamptz[], $7::timestamptz[])
         as x (clock, cycle, status, due_at, wake_at, breached_at)),
       gone as (delete from clock c where c.ticket_id = $1 and not exists
         (select from made where made.clock = c.clock and made.cycle = c.cycle))
     insert into clock (ticket_id, clock, cycle, status, due_at, wake_at, breached_at) select $1, made.* from made
     on conflict (ticket_id, clock, cycle) do update set status = excluded.status, due_at = excluded.due_at,
       wake_at = excluded.wake_at, breached_at = excluded.breached_at`,
    [id, ...columns],
  );
}

async function writeTokens(db: Queryable, { id, tokens }: Projection): Promise<void> {
  if (tokens === null) await db.query('delete from ticket_search where ticket_id = $1', [id]);
  else {
    const text = `insert into ticket_search (ticket_id, tokens) values ($1, $2)
      on conflict (ticket_id) do update set tokens = excluded.tokens`;
    await db.query(text, [id, tokens]);
  }
}
