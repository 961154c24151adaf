import { beforeAll, describe, expect, it } from 'vitest';
import type { Queryable } from '../../src/server/database/pool.ts';
import { type QueueFilter, type QueueSort, readQueue } from '../../src/server/features/tickets/store-queue.ts';
import { readTrackedIds } from '../../src/server/features/tracking/store.ts';
import { createTestDatabase } from '../support/database.ts';

/** With a million tickets a page may neither sort them nor pass over the closed ones: an index has to give its rows in order. */
describe('a page of the queue is read in order from an index', () => {
  let pool: Awaited<ReturnType<typeof createTestDatabase>>['pool'];

  beforeAll(async () => {
    ({ pool } = await createTestDatabase());
  });

  const planOf = (sort: QueueSort, filter: QueueFilter) =>
    explain((db) => readQueue(db, { kind: 'all' }, filter, sort, null, 50));

  const explain = async (read: (db: Queryable) => Promise<unknown>): Promise<string> => {
    let asked = { text: '', values: [] as unknown[] };
    const query = async (given: typeof asked | string, values: unknown[] = []) => {
      asked = typeof given === 'string' ? { text: given, values } : given;
      return { rows: [] };
    };
    await read({ query } as unknown as Queryable);
    const client = await pool.connect();
    try {
      // The table is empty: without these the cheapest is to read all of nothing.
      await client.query('begin; set local enable_seqscan = off; set local enable_bitmapscan = off');
      const { rows } = await client.query<Record<string, string>>(`explain ${asked.text}`, asked.values);
      return rows.flatMap(Object.values).join('\n');
    } finally {
      await client.query('rollback');
      client.release();
    }
  };

  it.each<[QueueSort, QueueFilter, string]>([
    ['due', {}, 'ticket_open_by_due'],
    ['due', { department: ['logistics'] }, 'ticket_open_by_department'],
    ['due', { owner: [7] }, 'ticket_open_by_owner'],
    ['due', { interfaceId: 7 }, 'ticket_open_by_interface'],
    ['due', { stage: ['archive'] }, 'ticket_open_by_stage'],
    ['due', { stage: ['archive'], status: ['todo', 'in-progress', 'resolved'] }, 'ticket_open_by_stage'],
    ['received', {}, 'ticket_open_by_received'],
    ['-received', {}, 'ticket_open_by_received'],
    ['priority', {}, 'ticket_open_by_priority'],
  ])('by %s, filtered by %j: %s', async (sort, filter, index) => {
    const plan = await planOf(sort, filter);
    expect(plan).toContain(`using ${index} on ticket`);
    expect(plan).not.toContain('Sort');
  });

  it.each<[string[] | undefined, string]>([
    [undefined, 'ticket_tracked'],
    [['logistics'], 'ticket_tracked_by_department'],
  ])('and so is one of the tracking table, of departments %j: %s', async (department, index) => {
    const filter = { department, closedSince: 0 };
    const plan = await explain((db) => readTrackedIds(db, { kind: 'all' }, filter, null, 50));
    expect(plan).toContain(`using ${index} on ticket`);
    expect(plan).not.toContain('Sort');
  });
});
