/**
 * Fills a data folder with tickets up to a number, made by the engine itself (registered, handed off, dismissed) and written by its own
 * statement, only many at once and with the search index built at the end. Run: `HUIYIN_DATA_DIR=… node tests/bench/fill.ts SIZE [late]`.
 */
import type { Context } from '../../src/server/context.ts';
import type { DatabasePool } from '../../src/server/database/pool.ts';
import { insertTickets, type TicketWrite } from '../../src/server/features/tickets/store-write.ts';
import { createMaker } from './make-ticket.ts';
import { openService } from './service.ts';

const batchSize = 64;
/** Batches that the database works on while the next is made. */
const inFlight = 2;

if (import.meta.main) {
  const service = await openService();
  await fill(service.context, service.pool, Number(process.argv[2]), process.argv[3] === 'late');
  await service.close();
}

/** @param isLate all of them open, and received so long ago that every promise is overdue */
async function fill(context: Context, pool: DatabasePool, size: number, isLate: boolean): Promise<void> {
  const { rows } = await pool.query<{ count: number }>('select count(*) from ticket');
  const there = rows[0]?.count ?? 0;
  if (there >= size) return;
  const began = performance.now();
  const index = await dropSearchIndex(pool);
  const make = await createMaker(context, there, isLate);
  const writing = new Set<Promise<unknown>>();
  for (let done = there; done < size; done += batchSize) {
    const writes: TicketWrite[] = [];
    for (let n = done; n < Math.min(done + batchSize, size); n++) writes.push(await make(n));
    if (writing.size >= inFlight) await Promise.race(writing);
    const written = insertTickets(pool, writes).finally(() => writing.delete(written));
    writing.add(written);
    if (done % 6_400 < batchSize) process.stderr.write(`\r${done} of ${size} tickets`);
  }
  await Promise.all(writing);
  await finish(pool, index);
  process.stderr.write(`\r${size} tickets after ${Math.round((performance.now() - began) / 1000)} s\n`);
}

/** @returns what makes it again */
async function dropSearchIndex(pool: DatabasePool): Promise<string> {
  const { rows } = await pool.query<{ made: string }>(
    `select pg_get_indexdef('ticket_search_tokens'::regclass) as made`,
  );
  await pool.query('drop index ticket_search_tokens');
  return rows[0]?.made ?? '';
}

async function finish(pool: DatabasePool, index: string): Promise<void> {
  const client = await pool.connect();
  await client.query(`set maintenance_work_mem = '1GB'; ${index}`);
  // Numbers given out here must not be given out again.
  await client.query(`select setval('customer_id_seq', (select max(id) from customer))`);
  await client.query('vacuum (analyze)');
  await client.query('checkpoint');
  client.release();
}
