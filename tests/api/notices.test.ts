import { expect, it } from 'vitest';
import type { DatabasePool } from '../../src/server/database/pool.ts';
import { startTestServer } from '../support/server.ts';
import { addPerson, fromPage, setUp } from './session-server.ts';

const at = '2026-03-02T01:00:00.000Z';
type Page = { items: { id: number; kind: string; isRead: boolean }[]; next?: string };

async function insertTicket(pool: DatabasePool): Promise<void> {
  await pool.query(`insert into customer (id, type, created_at) values (1, 'new', $1)`, [at]);
  await pool.query(
    `insert into ticket (id, version, number, playbook, playbook_version, stage, status, priority, priority_rank, is_green_lane, channel, next_due_at,
       customer_id, is_waiting, is_breached, received_at, facts, head_hash)
     values (1, 1, 'CF202603020001', 'resolution-flow', 1, 'register', 'todo', 'normal', 2, false, 'phone', 'infinity',
       1, false, false, $1, '{"playbook":{"id":"resolution-flow","version":1}}', '')`,
    [at],
  );
}

async function insertNotice(pool: DatabasePool, staff: number, seq: number, more: { kind: string; clock?: string }) {
  await pool.query(
    `insert into notice (staff_id, ticket_id, event_seq, kind, clock, due_at, at) values ($1, 1, $2, $3, $4, $5, $6)`,
    [staff, seq, more.kind, more.clock ?? null, more.clock ? at : null, at],
  );
}

it("lists one's own notices newest first, page by page, and counts and clears what is unread", async () => {
  const server = await startTestServer();
  const { pool } = server.context;
  const { cookie } = await setUp(server);
  const agent = await addPerson(server, cookie, { login: 'lilei', roles: ['agent'] });
  const other = await addPerson(server, cookie, { login: 'han', roles: ['agent'] });
  await insertTicket(pool);
  for (let seq = 1; seq <= 5; seq++) await insertNotice(pool, agent.id, seq, { kind: 'replied' });
  await insertNotice(pool, agent.id, 6, { kind: 'warned', clock: 'handling-start' });
  await insertNotice(pool, agent.id, 7, { kind: 'breached', clock: 'forgotten' });
  await insertNotice(pool, other.id, 7, { kind: 'breached', clock: 'handling-start' });
  const list = async (query = '') => (await agent.call('GET', `/notices${query}`)).body as Page;
  const unread = async (call = agent.call) =>
    ((await call('GET', '/me')).body as { unreadNotices: number }).unreadNotices;

  const all = await list();
  expect(all.items.map(({ kind }) => kind)).toEqual(['breached', 'warned', ...Array(5).fill('replied')]);
  expect(all).not.toHaveProperty('next');
  expect(all.items[0]).toMatchObject({ clock: { zh: 'forgotten', en: 'forgotten' }, due: at, at, isRead: false });
  expect(all.items[1]).toMatchObject({
    ticket: { id: 1, number: 'CF202603020001' },
    clock: { zh: '处理启动', en: 'Handling starts' },
  });
  expect(all.items[2]).toMatchObject({ clock: null, due: null });
  expect(await unread()).toBe(7);

  const first = await list('?limit=3');
  const second = await list(`?limit=3&after=${first.next}`);
  const third = await list(`?limit=3&after=${second.next}`);
  expect([...first.items, ...second.items, ...third.items]).toEqual(all.items);
  expect(third).not.toHaveProperty('next');
  expect((await agent.call('GET', '/notices?after=nonsense')).body).toMatchObject({ status: 400, field: 'after' });
  expect((await agent.call('GET', '/notices?limit=1000')).body).toMatchObject({ status: 400, field: 'limit' });

  const upTo = all.items[1]?.id;
  expect((await agent.call('POST', '/notices/read', { upTo })).status).toBe(204);
  expect((await list()).items.map(({ isRead }) => isRead)).toEqual([false, ...Array(6).fill(true)]);
  expect(await unread()).toBe(1);
  expect((await agent.call('POST', '/notices/read', { upTo: 999 })).status).toBe(204);
  expect(await unread()).toBe(0);
  expect(await unread(other.call)).toBe(1);

  expect((await server.call('GET', '/api/v1/notices')).body).toMatchObject({ status: 401, code: 'auth.required' });
  const { body } = await fromPage(server, cookie)('POST', '/tokens', { name: 'shop', roles: ['admin'] });
  const { token } = body as { token: string };
  for (const [method, path] of [
    ['GET', '/notices'],
    ['POST', '/notices/read'],
  ] as const) {
    const reply = await server.call(method, `/api/v1${path}`, {
      token,
      body: method === 'POST' ? { upTo: 9 } : undefined,
    });
    expect(reply.body).toMatchObject({ status: 403, code: 'auth.forbidden' });
  }
});
