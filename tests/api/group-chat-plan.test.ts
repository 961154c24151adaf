import { beforeAll, describe, expect, it } from 'vitest';
import type { Queryable } from '../../src/server/database/pool.ts';
import { listChats } from '../../src/server/features/group-chats/store-chats.ts';
import { claimPost, countFailedPosts, hastenDepartment } from '../../src/server/features/group-chats/store-posts.ts';
import { createTestDatabase } from '../support/database.ts';

/** Posts are kept as long as their tickets: what is asked every second, by each scrape of the metrics or by a page may not read them all. */
describe('posts in group chats', () => {
  let pool: Awaited<ReturnType<typeof createTestDatabase>>['pool'];

  beforeAll(async () => {
    ({ pool } = await createTestDatabase());
    await pool.query(`
      alter table group_chat_post disable trigger all;
      insert into department (code, name_zh, name_en) select 'd' || i, 'd' || i, 'd' || i from generate_series(1, 20) i;
      insert into group_chat select 'd' || i, 'wecom', 'zh', true, '', now() from generate_series(1, 20) i;
      insert into group_chat_post (ticket_id, event_seq, department, at, status, next_at, settled_at)
        select i, 3, 'd' || (1 + i % 20), now(), case when i % 1000 = 0 then 'failed' when i % 5000 = 1 then 'waiting' else 'posted' end, now(), now()
        from generate_series(1, 40000) i;
      analyze group_chat_post`);
  });

  it.each<[string, (db: Queryable) => Promise<unknown>]>([
    ['the next that is due', (db) => claimPost(db, { now: Date.now(), until: Date.now() + 1 })],
    ['how many failed', countFailedPosts],
    ['what became of each department’s', (db) => listChats(db, 0)],
    ['what waits for one department', (db) => hastenDepartment(db, 'd3', Date.now())],
  ])('%s is found by an index', async (_what, read) => {
    let asked = { text: '', values: [] as unknown[] };
    const query = async (given: typeof asked | string, values: unknown[] = []) => {
      asked = typeof given === 'string' ? { text: given, values } : given;
      return { rows: [] };
    };
    await read({ query } as unknown as Queryable);
    const { rows } = await pool.query<Record<string, string>>(`explain ${asked.text}`, asked.values);
    expect(rows.flatMap(Object.values).join('\n')).not.toContain('Seq Scan on group_chat_post');
  });
});
