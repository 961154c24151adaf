import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { TicketDetail } from '../../src/contract/ticket.ts';
import { wordsOf } from '../../src/domain/search/words.ts';
import { rebuildTickets } from '../../src/server/features/tickets/index.ts';
import { fingerprintOf, KeyRing, segmentOf } from '../../src/server/platform/crypto/key-ring.ts';
import { UnsealError } from '../../src/server/platform/crypto/seal.ts';
import { type Cast, castOf, phoneComplaint } from '../support/cast.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { wholeDatabase } from './customers-whole-database.ts';

const marker = '紫水晶独角兽';
const contact = '13700001234';

describe('erasing a customer', () => {
  let server: TestServer;
  let cast: Cast;
  let ticket: TicketDetail;
  let other: TicketDetail;
  let path: string;

  const register = async (answers: Record<string, unknown>) => {
    const reply = await cast.agent.call('POST', '/tickets', {
      playbook: 'resolution-flow',
      answers: { ...phoneComplaint, ...answers },
    });
    expect(reply.status, reply.text).toBe(201);
    return reply.body as TicketDetail;
  };
  const search = async (q: string) => {
    const { body } = await cast.agent.call('GET', `/tickets/search?q=${encodeURIComponent(q)}`);
    return (body as { items: { id: number }[] }).items.map(({ id }) => id);
  };
  const dataKey = async () => {
    const { rows } = await server.context.pool.query<{ data_key: Buffer | null }>(
      'select data_key from customer where id = $1',
      [ticket.customer.id],
    );
    return rows[0]?.data_key ?? null;
  };

  beforeAll(async () => {
    server = await startTestServer();
    cast = await castOf(server);
    const answers = {
      'customer-name': marker,
      'customer-contact': contact,
      'occurred-when': `${marker}那天`,
      'occurred-where': `${marker}门口`,
      phenomenon: `我的${marker}没有送到`,
      'expected-result': `补发${marker}`,
      'order-number': marker,
    };
    ticket = await register(answers);
    other = await register({});
    path = `/customers/${ticket.customer.id}`;
    const told = { version: ticket.version, via: 'phone', message: `客户又提到${marker}` };
    expect((await cast.agent.call('POST', `/tickets/${ticket.id}/record-reply`, told)).status).toBe(200);
    await cast.agent.call('POST', `${path}/reveal`, { reason: `${marker}要求回电` });
  });

  it('finds the marker before, but nobody who reads the tables does', async () => {
    expect(await search(marker)).toEqual([ticket.id]);
    const tables = await wholeDatabase(server);
    const withoutReasons = tables.replace(`${marker}要求回电`, '');
    expect(withoutReasons).not.toContain(marker);
    expect(withoutReasons).not.toContain(Buffer.from(marker).toString('hex'));
    expect(withoutReasons).not.toContain(contact);
  });

  it('is for supervisors and administrators, with a reason', async () => {
    expect((await cast.agent.call('POST', `${path}/erase`, { reason: '客户要求' })).status).toBe(403);
    expect((await cast.supervisor.call('POST', `${path}/erase`, {})).status).toBe(400);
    expect(await dataKey()).not.toBeNull();
  });

  it('leaves nothing of the person in any table, and no token of any word', async () => {
    const { ring, pool } = server.context;
    expect((await cast.agent.call('GET', '/tickets')).text).toContain(marker);
    const wrapped = (await dataKey()) as Buffer;
    const { rows: events } = await pool.query<{ seq: number; hash: string }>(
      `select seq, encode(hash, 'hex') as hash from event where ticket_id = $1 order by seq`,
      [ticket.id],
    );
    const reply = await cast.supervisor.call('POST', `${path}/erase`, { reason: '客户依法要求删除' });
    expect(reply.status, reply.text).toBe(204);
    const tables = await wholeDatabase(server);
    for (const trace of [marker, Buffer.from(marker).toString('hex'), contact, fingerprintOf(wrapped)])
      expect(tables, trace).not.toContain(trace);
    expect(tables).not.toContain(ring.contactHash(contact).toString('hex'));
    const tokens = ring.tokens(wordsOf(marker), segmentOf(ticket.id));
    const { rows } = await pool.query('select from ticket_search where tokens && $1::int[]', [tokens]);
    expect(rows).toEqual([]);
    const { rows: after } = await pool.query(
      `select seq, encode(hash, 'hex') as hash from event where ticket_id = $1 order by seq`,
      [ticket.id],
    );
    expect(after).toEqual(events);
    expect(tables).toContain('客户依法要求删除');
  });

  it('keeps the ticket, without words, and leaves others alone', async () => {
    expect(await search(marker)).toEqual([]);
    expect(await search(ticket.number)).toEqual([ticket.id]);
    expect(await search('系统繁忙')).toEqual([other.id]);
    const { status, text, body } = await cast.agent.call('GET', `/tickets/${ticket.id}`);
    expect(status, text).toBe(200);
    expect(text).not.toContain(marker);
    expect(body).toMatchObject({ customer: { isErased: true, name: '', contact: '' } });
    expect((await cast.agent.call('GET', `/tickets/${ticket.id}/timeline`)).text).not.toContain(marker);
    await vi.waitFor(async () => expect((await cast.agent.call('GET', '/tickets')).text).not.toContain(marker));
    expect((await cast.agent.call('GET', path)).body).toMatchObject({ isErased: true, name: '' });
  });

  it('leaves what a rebuild from the events finds to be right', async () => {
    const found: unknown[] = [];
    await rebuildTickets(server.context, false, { found: (one) => found.push(one), progress: () => {} });
    expect(found).toEqual([]);
  });

  it('cannot be done, or undone, again', async () => {
    for (const [method, to, body] of [
      ['POST', `${path}/erase`, { reason: '再次删除' }],
      ['POST', `${path}/reveal`, { reason: '还能看吗' }],
      ['PATCH', path, { name: '新名字' }],
    ] as const) {
      const reply = await cast.supervisor.call(method, to, body);
      expect(reply.body, to).toMatchObject({ status: 410, code: 'customer.erased' });
    }
  });

  it('makes other processes forget the key as well', async () => {
    const { pool, listener } = server.context;
    const ring = new KeyRing(Buffer.alloc(32, 7), Buffer.alloc(32, 8));
    const { rows } = await pool.query<{ id: number; data_key: Buffer }>(
      'select id, data_key from customer where id = $1',
      [other.customer.id],
    );
    const wrapped = rows[0]?.data_key as Buffer;
    const key = ring.unwrap(wrapped);
    let isCleared = false;
    const { forgetErasedCustomers } = await import('../../src/server/features/customers/index.ts');
    const heard = new Promise<void>((resolve) => {
      void forgetErasedCustomers(listener, ring, () => {
        isCleared = true;
        resolve();
      });
    });
    await cast.admin.call('POST', `/customers/${other.customer.id}/erase`, { reason: '测试另一进程' });
    await heard;
    expect(isCleared).toBe(true);
    expect(ring.unwrap(wrapped)).not.toBe(key);
    expect(() => new KeyRing(Buffer.alloc(32, 9), Buffer.alloc(32, 8)).unwrap(wrapped)).toThrow(UnsealError);
  });
});
