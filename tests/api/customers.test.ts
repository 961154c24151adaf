import { beforeAll, describe, expect, it } from 'vitest';
import type { CustomerView } from '../../src/contract/customer.ts';
import type { Problem } from '../../src/contract/errors.ts';
import type { TicketDetail } from '../../src/contract/ticket.ts';
import { rebuildTickets, type TicketFinding } from '../../src/server/features/tickets/index.ts';
import { type Cast, castOf, phoneComplaint } from '../support/cast.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

describe('customers', () => {
  let server: TestServer;
  let cast: Cast;
  let ticket: TicketDetail;
  let path: string;

  beforeAll(async () => {
    server = await startTestServer();
    cast = await castOf(server);
    const body = { playbook: 'resolution-flow', answers: phoneComplaint };
    const reply = await cast.agent.call('POST', '/tickets', body);
    expect(reply.status, reply.text).toBe(201);
    ticket = reply.body as TicketDetail;
    path = `/customers/${ticket.customer.id}`;
  });

  const accesses = async (what: string) => {
    const { rows } = await server.context.pool.query<{ actor_id: number; reason: string }>(
      'select actor_id, reason from customer_access where customer_id = $1 and what = $2 order by id',
      [ticket.customer.id, what],
    );
    return rows;
  };
  const find = async (contact: string, who = cast.agent) => {
    const reply = await who.call('GET', `/customers?contact=${encodeURIComponent(contact)}`);
    expect(reply.status, reply.text).toBe(200);
    return (reply.body as { items: CustomerView[] }).items;
  };

  it('are found by whole contact, however it is written, and by nothing less', async () => {
    for (const written of ['13800138000', '+86 138-0013-8000', '１３８００１３８０００'])
      expect(await find(written), written).toMatchObject([{ id: ticket.customer.id, contact: '138****8000' }]);
    expect(await find('1380013800')).toEqual([]);
    expect(await find('13800138001')).toEqual([]);
  });

  it('are read masked, with their tickets, and each reader is noted once an hour', async () => {
    const first = await cast.agent.call('GET', path);
    expect(first.body).toMatchObject({ name: '王小明', contact: '138****8000', isErased: false });
    expect((first.body as CustomerView).tickets.map(({ id }) => id)).toEqual([ticket.id]);
    expect(first.text).not.toContain('13800138000');
    await cast.agent.call('GET', path);
    const mine = async () => (await accesses('read')).filter(({ actor_id }) => actor_id === cast.agent.id).length;
    const before = await mine();
    await cast.agent.call('GET', path);
    expect(await mine()).toBe(before);
    server.clock.advance(3_600_000);
    await cast.agent.call('GET', path);
    expect(await mine()).toBe(before + 1);
  });

  it('are seen by a department only through a ticket of theirs, and revealed only to its owner', async () => {
    expect((await cast.specialist.call('GET', path)).status).toBe(404);
    expect(await find('13800138000', cast.specialist)).toEqual([]);
    expect((await server.call('GET', `/api/v1${path}`)).status).toBe(401);
    await server.context.pool.query(`update ticket set department = 'technology' where id = $1`, [ticket.id]);
    expect((await cast.specialist.call('GET', path)).status).toBe(200);
    expect((await cast.logistics.call('GET', path)).status).toBe(404);
    const reason = { reason: '回拨客户' };
    expect((await cast.specialist.call('POST', `${path}/reveal`, reason)).status).toBe(403);
    await server.context.pool.query('update ticket set owner_id = $2 where id = $1', [ticket.id, cast.specialist.id]);
    expect((await cast.specialist.call('POST', `${path}/reveal`, reason)).status).toBe(200);
    expect((await cast.manager.call('POST', `${path}/reveal`, reason)).status).toBe(403);
  });

  it('are revealed for a reason, which is kept', async () => {
    expect((await cast.agent.call('POST', `${path}/reveal`, { reason: '' })).status).toBe(400);
    const reply = await cast.agent.call('POST', `${path}/reveal`, { reason: '约定下午回电' });
    expect(reply.body).toMatchObject({ name: '王小明', contact: '138 0013 8000' });
    expect((await accesses('reveal')).at(-1)).toEqual({ actor_id: cast.agent.id, reason: '约定下午回电' });
  });

  it('are corrected by who may, and found under the new contact and name from then on', async () => {
    const change = { contact: '139-1111-2222', name: '王晓明', note: '只在晚上方便接电话', preferredChannel: 'phone' };
    expect((await cast.manager.call('PATCH', path, change)).status).toBe(403);
    expect((await cast.agent.call('PATCH', path, { contact: '138****8000' })).body).toMatchObject({
      code: 'customer.masked-contact',
    });
    const reply = await cast.agent.call('PATCH', path, change);
    expect(reply.body, reply.text).toMatchObject({
      name: '王晓明',
      contact: '139****2222',
      note: '只在晚上方便接电话',
      preferredChannel: 'phone',
    });
    expect(await find('13911112222')).toHaveLength(1);
    expect(await find('13800138000')).toEqual([]);
    const found = await cast.agent.call('GET', '/tickets/search?q=91111222');
    expect(found.body).toMatchObject({ items: [{ id: ticket.id }] });
    expect(found.text).not.toContain('139-1111-2222');
    expect(await accesses('change')).toHaveLength(1);
    const differences: string[] = [];
    const note = (one: TicketFinding) => differences.push(...one.differences.map(({ field }) => field));
    await rebuildTickets(server.context, false, { found: note, progress: () => {} });
    expect(differences.filter((field) => /search|secret|text/.test(field))).toEqual([]);
  });

  it('take only types and channels that a playbook in force knows, and keep the ones they have', async () => {
    const refused = [
      ['type', 'VIP', 'customer.type-unknown'],
      ['type', '', 'customer.type-unknown'],
      ['preferredChannel', 'pigeon', 'customer.channel-unknown'],
    ] as const;
    for (const [field, given, code] of refused) {
      const reply = await cast.agent.call('PATCH', path, { [field]: given });
      expect(reply, given).toMatchObject({ status: 422, body: { code, field } });
      expect((reply.body as Problem).remedy).toContain(field === 'type' ? 'company' : 'sms');
    }
    for (const body of [
      { type: 'company', preferredChannel: 'sms' },
      { preferredChannel: null },
      { type: 'individual' },
    ])
      expect(await cast.agent.call('PATCH', path, body)).toMatchObject({ status: 200, body });
    const { pool } = server.context;
    await pool.query(`update customer set type = 'of-old' where id = $1`, [ticket.customer.id]);
    const same = await cast.agent.call('PATCH', path, { type: 'of-old', note: '老客户' });
    expect(same).toMatchObject({ status: 200, body: { type: 'of-old', note: '老客户' } });
  });

  it('keep both of two corrections made at the same time', async () => {
    const names = ['甲', '乙', '丙'];
    const replies = await Promise.all([
      ...names.map((name) => cast.agent.call('PATCH', path, { name })),
      cast.supervisor.call('PATCH', path, { note: '同时写入' }),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const { body } = await cast.agent.call('GET', path);
    expect(body).toMatchObject({ note: '同时写入' });
    expect(names).toContain((body as CustomerView).name);
  });

  it('refuse what is not a customer and what is not a field', async () => {
    expect((await cast.agent.call('GET', '/customers/999999')).body).toMatchObject({ code: 'customer.unknown' });
    expect((await cast.agent.call('PATCH', path, { phone: '1' })).status).toBe(400);
    expect((await cast.agent.call('GET', '/customers?contact=1')).status).toBe(400);
  });
});
