import { expect, it } from 'vitest';
import type { NoticeView } from '../../src/contract/organisation.ts';
import type { TicketDetail } from '../../src/contract/ticket.ts';
import type { DatabasePool } from '../../src/server/database/pool.ts';
import { castOf, phoneComplaint } from '../support/cast.ts';
import { startTestServer } from '../support/server.ts';
import { addPerson, fromPage, setUp } from './session-server.ts';

const at = '2026-03-02T01:00:00.000Z';
type Page = { items: NoticeView[]; next?: string };
const demand = { playbook: 'resolution-flow', answers: phoneComplaint };

async function insertNotice(pool: DatabasePool, staff: number, seq: number, more: { kind: string; clock?: string }) {
  await pool.query(
    `insert into notice (staff_id, ticket_id, event_seq, kind, clock, due_at, at)
     values ($1, (select id from ticket), $2, $3, $4, $5, $6)`,
    [staff, seq, more.kind, more.clock ?? null, more.clock ? at : null, at],
  );
}

it("lists one's own notices newest first, page by page, and counts and clears what is unread", async () => {
  const server = await startTestServer();
  const { pool } = server.context;
  const { cookie } = await setUp(server);
  const agent = await addPerson(server, cookie, { login: 'lilei', roles: ['agent'] });
  const other = await addPerson(server, cookie, { login: 'han', roles: ['agent'] });
  const ticket = (await agent.call('POST', '/tickets', demand)).body as TicketDetail;
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
    ticket: { id: ticket.id, number: ticket.number, subject: phoneComplaint.phenomenon, customerName: '王小明' },
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

it('says what a ticket is about to those who may read it now, and the number alone to those who may no longer', async () => {
  const server = await startTestServer();
  const cast = await castOf(server);
  let ticket = (await cast.agent.call('POST', '/tickets', demand)).body as TicketDetail;
  const act = async (action: string, body: Record<string, unknown>) => {
    const path = `/tickets/${ticket.id}/${action}`;
    const reply = await cast.supervisor.call('POST', path, { version: ticket.version, ...body });
    expect(reply.status, reply.text).toBe(200);
    ticket = reply.body as TicketDetail;
  };
  const lines = async () => {
    const { text, body } = await cast.specialist.call('GET', '/notices');
    return { text, tickets: (body as Page).items.map((item) => item.ticket) };
  };
  const clear = { id: ticket.id, number: ticket.number };

  await act('hand-off', { department: 'technology', owner: cast.specialist.id });
  expect((await lines()).tickets).toEqual([
    { ...clear, subject: phoneComplaint.phenomenon, customerName: phoneComplaint['customer-name'] },
  ]);

  await act('hand-off', { department: 'logistics', owner: cast.logistics.id });
  const after = await lines();
  expect(after.tickets).toEqual([{ ...clear, subject: '', customerName: '' }]);
  expect(after.text).not.toContain('扣了两次');

  const erase = `/customers/${ticket.customer.id}/erase`;
  expect((await cast.supervisor.call('POST', erase, { reason: '客户要求删除' })).status).toBe(204);
  const { items } = (await cast.logistics.call('GET', '/notices')).body as Page;
  expect(items[0]?.ticket).toEqual({ ...clear, subject: '', customerName: '' });
});

it('narrows the inbox to what is unread and to a topic, and reads single lines of one’s own', async () => {
  const server = await startTestServer();
  const cast = await castOf(server);
  let ticket = (await cast.agent.call('POST', '/tickets', demand)).body as TicketDetail;
  const act = async (who: keyof typeof cast, action: string, body: Record<string, unknown>) => {
    const reply = await cast[who].call('POST', `/tickets/${ticket.id}/${action}`, { version: ticket.version, ...body });
    expect(reply.status, reply.text).toBe(200);
    ticket = reply.body as TicketDetail;
  };
  const inbox = async (who: keyof typeof cast, query = '') =>
    ((await cast[who].call('GET', `/notices${query}`)).body as Page).items;
  await act('agent', 'escalate', { reason: '客户要求今天必须答复' });
  await act('supervisor', 'hand-off', { department: 'technology', owner: cast.specialist.id });
  await act('agent', 'chase', { message: '客户来电催' });

  const [escalated] = await inbox('supervisor');
  expect(escalated).toMatchObject({ kind: 'escalated', clock: null, reason: '客户要求今天必须答复' });
  const [chased, assigned] = await inbox('specialist');
  const due = new Date(server.clock.now() + 2 * 3_600_000).toISOString();
  expect(chased).toMatchObject({ kind: 'chased', due, clock: { zh: '催办答复' }, reason: '' });
  expect(assigned).toMatchObject({ kind: 'assigned', due: null });

  expect((await inbox('specialist', '?topic=customers')).map(({ kind }) => kind)).toEqual(['chased']);
  expect(await inbox('specialist', '?topic=cases')).toEqual([]);
  const read = (who: keyof typeof cast, body: unknown) => cast[who].call('POST', '/notices/read', body);
  // Another's line is not mine to read.
  expect((await read('supervisor', { ids: [chased?.id] })).status).toBe(204);
  expect((await inbox('specialist', '?unread=true')).map(({ kind }) => kind)).toEqual(['chased', 'assigned']);
  expect((await read('specialist', { ids: [chased?.id] })).status).toBe(204);
  expect((await inbox('specialist', '?unread=true')).map(({ kind }) => kind)).toEqual(['assigned']);
  for (const body of [{}, { ids: [] }, { upTo: 1, ids: [1] }])
    expect((await read('specialist', body)).status).toBe(400);
  expect((await cast.agent.call('GET', '/notices?topic=nope')).status).toBe(400);

  // Words about a customer go with the customer.
  await cast.supervisor.call('POST', `/customers/${ticket.customer.id}/erase`, { reason: '客户要求删除' });
  expect((await inbox('supervisor')).find(({ kind }) => kind === 'escalated')?.reason).toBe('');
});

it('is in the order of what happened, whatever was written first, across pages, and reads what stands below', async () => {
  const server = await startTestServer();
  const { pool } = server.context;
  const cast = await castOf(server);
  await cast.agent.call('POST', '/tickets', demand);
  await pool.query('delete from notice');
  // Written in this order; two happened at the same time.
  const minutes = [30, 10, 50, 10, 20];
  for (const [index, minute] of minutes.entries())
    await pool.query(
      `insert into notice (staff_id, ticket_id, event_seq, kind, at)
       values ($1, (select id from ticket), $2, 'replied', timestamptz '2026-03-02T01:00:00Z' + make_interval(mins => $3))`,
      [cast.agent.id, index + 1, minute],
    );
  const seen: NoticeView[] = [];
  let next: string | undefined = '';
  while (next !== undefined) {
    const query: string = next === '' ? '' : `&after=${next}`;
    const page = (await cast.agent.call('GET', `/notices?limit=1${query}`)).body as Page;
    seen.push(...page.items);
    next = page.next;
  }
  expect(seen.map((item) => new Date(item.at).getUTCMinutes())).toEqual([50, 30, 20, 10, 10]);
  expect(seen.at(-1)?.id).toBeLessThan(seen.at(-2)?.id ?? 0);

  // The one of minute 30 was written first of all, yet three others stand below it.
  expect((await cast.agent.call('POST', '/notices/read', { upTo: seen[1]?.id })).status).toBe(204);
  const after = ((await cast.agent.call('GET', '/notices')).body as Page).items;
  expect(after.map(({ isRead }) => isRead)).toEqual([false, true, true, true, true]);
});
