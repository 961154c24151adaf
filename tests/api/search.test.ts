import { beforeAll, describe, expect, it } from 'vitest';
import type { TicketDetail, TicketRow } from '../../src/contract/ticket.ts';
import { type Cast, castOf, type Member, phoneComplaint } from '../support/cast.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

type Found = { items: (TicketRow & { snippet: string })[]; isPartial: boolean };
type Alike = { items: (TicketRow & { likeness: number })[] };

describe('search', () => {
  let server: TestServer;
  let cast: Cast;

  beforeAll(async () => {
    server = await startTestServer();
    cast = await castOf(server);
  });

  const register = async (answers: Record<string, unknown>) => {
    const reply = await cast.agent.call('POST', '/tickets', {
      playbook: 'resolution-flow',
      answers: { ...phoneComplaint, 'order-number': '', ...answers },
    });
    expect(reply.status, reply.text).toBe(201);
    return reply.body as TicketDetail;
  };
  const search = async (q: string, who: Member = cast.agent, limit = 20) => {
    const reply = await who.call('GET', `/tickets/search?limit=${limit}&q=${encodeURIComponent(q)}`);
    expect(reply.status, reply.text).toBe(200);
    return reply.body as Found;
  };
  const numbersOf = ({ items }: Found) => items.map(({ number }) => number);

  it('finds what was said, newest first, and shows where', async () => {
    const first = await register({ phenomenon: '扫地机器人充不进电，已经报修两次' });
    const second = await register({ phenomenon: '我家的扫地机器人轮子卡住了' });
    const found = await search('机器人');
    expect(numbersOf(found)).toEqual([second.number, first.number]);
    expect(found.isPartial).toBe(false);
    expect(found.items[1]?.snippet).toContain('扫地机器人充不进电');
    expect(numbersOf(await search('机器人 轮子'))).toEqual([second.number]);
    expect(numbersOf(await search('充不'))).toEqual([first.number]);
    expect(await search('轮子充电')).toEqual({ items: [], isPartial: false });
  });

  it('finds order numbers, ticket numbers, names and contacts by a part of them', async () => {
    const answers = {
      'customer-name': '诸葛灯泡',
      'customer-contact': '+86 151-2345-6789',
      'order-number': 'XQ-88 1203-7',
    };
    const ticket = await register(answers);
    for (const query of [
      '诸葛灯泡',
      '葛灯',
      '6789',
      '15123456789',
      '151-2345',
      'xq-88',
      'ＸＱ８８',
      '881203',
      ticket.number,
    ])
      expect(numbersOf(await search(query)), query).toContain(ticket.number);
    expect(numbersOf(await search(ticket.number))[0]).toBe(ticket.number);
    expect(numbersOf(await search(ticket.number.slice(0, 10).toLowerCase()))).toContain(ticket.number);
    expect(await search('15123456780')).toMatchObject({ items: [] });
  });

  it('does not show in a snippet how to reach a customer', async () => {
    await register({ 'customer-contact': '15200005555', phenomenon: '门锁坏了' });
    const { items } = await search('00005555');
    expect(items).toHaveLength(1);
    expect(items[0]?.snippet).not.toContain('15200005555');
    expect(items[0]?.snippet).toContain('152****5555');
  });

  it('gives no more than asked, and says when there is more', async () => {
    for (let i = 0; i < 4; i++) await register({ phenomenon: `净水器漏水第${i}次` });
    expect(await search('净水器', cast.agent, 3)).toMatchObject({ isPartial: true, items: { length: 3 } });
    expect(await search('净水器', cast.agent, 4)).toMatchObject({ isPartial: false, items: { length: 4 } });
  });

  it('looks through the newest tickets for a single character, and at none for punctuation alone', async () => {
    const ticket = await register({ phenomenon: '商品有点臭' });
    expect(numbersOf(await search('臭'))).toEqual([ticket.number]);
    expect(await search('，。！')).toEqual({ items: [], isPartial: false });
    expect((await cast.agent.call('GET', '/tickets/search?q=')).status).toBe(400);
    expect((await cast.agent.call('GET', `/tickets/search?q=${'退'.repeat(101)}`)).status).toBe(400);
    expect((await search("'; drop table ticket; --")).items).toEqual([]);
  });

  it('shows a department only its own tickets', async () => {
    const ticket = await register({ phenomenon: '空气炸锅冒烟' });
    expect((await search('空气炸锅', cast.specialist)).items).toEqual([]);
    await server.context.pool.query(`update ticket set department = 'technology' where id = $1`, [ticket.id]);
    expect(numbersOf(await search('空气炸锅', cast.specialist))).toEqual([ticket.number]);
    expect(numbersOf(await search(ticket.number, cast.specialist))).toEqual([ticket.number]);
    expect((await search('空气炸锅', cast.logistics)).items).toEqual([]);
    expect((await search(ticket.number, cast.logistics)).items).toEqual([]);
    expect((await server.call('GET', '/api/v1/tickets/search?q=x')).status).toBe(401);
  });
});

describe('look-alikes', () => {
  let server: TestServer;
  let cast: Cast;

  beforeAll(async () => {
    server = await startTestServer();
    cast = await castOf(server);
  });

  const register = async (phenomenon: string, contact: string) => {
    const answers = { ...phoneComplaint, 'customer-contact': contact, phenomenon };
    const reply = await cast.agent.call('POST', '/tickets', { playbook: 'resolution-flow', answers });
    expect(reply.status, reply.text).toBe(201);
    return reply.body as TicketDetail;
  };
  const alike = async (body: unknown, who: Member = cast.agent) => {
    const reply = await who.call('POST', '/tickets/duplicates', body);
    expect(reply.status, reply.text).toBe(200);
    return (reply.body as Alike).items;
  };

  it('are found among open tickets, the customer’s own first', async () => {
    const text = '我3月1日买的扫地机器人充不进电，客服一直不处理，要求退款';
    const others = await register('扫地机器人充不进电，要求退款，客服不处理', '13900000001');
    const own = await register('充不进电的扫地机器人什么时候退款', '13900000002');
    await register('外套颜色发错了，想换货', '13900000003');
    expect((await alike({ text })).map(({ number }) => number)).toContain(others.number);
    const found = await alike({ text, customerId: own.customer.id });
    expect(found.map(({ number }) => number)).toEqual([own.number, others.number]);
    expect(found[1]?.likeness).toBeGreaterThan(0.5);
    expect(await alike({ text: '怎样开发票' })).toEqual([]);
    expect(await alike({ text }, cast.logistics)).toEqual([]);
  });

  it('are not looked for among closed and old ones', async () => {
    const text = '洗衣机脱水时声音特别大，像打雷一样';
    const closed = await register(text, '13900000004');
    expect(await alike({ text })).toHaveLength(1);
    await server.context.pool.query(`update ticket set status = 'closed' where id = $1`, [closed.id]);
    expect(await alike({ text })).toEqual([]);
    await register(text, '13900000005');
    server.clock.advance(31 * 86_400_000);
    expect(await alike({ text })).toEqual([]);
  });
});
