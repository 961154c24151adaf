import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { TicketDetail } from '../../src/contract/ticket.ts';
import { createPool, type DatabasePool } from '../../src/server/database/pool.ts';
import { upkeep } from '../../src/server/features/upkeep/index.ts';
import { type Cast, castOf, type Member, password, phoneComplaint } from '../support/cast.ts';
import { createTestDatabase } from '../support/database.ts';
import { startTestServer, type TestServer, type TestServerOptions } from '../support/server.ts';

const note = '紫水晶独角兽要求回电';

describe('a write with an idempotency key', () => {
  let first: TestServer;
  let second: TestServer;
  let cast: Cast;
  let ticket: TicketDetail;
  let otherPool: DatabasePool;
  let slow: { began: number; end: () => void };

  const once = (who: Member, method: string, path: string, body: unknown, key: string) =>
    who.call(method, path, body, { 'idempotency-key': key });
  /** The same member, at the other process. */
  const elsewhere = (who: Member, method: string, path: string, body: unknown, key: string) =>
    second.call(method, `/api/v1${path}`, {
      body,
      cookie: who.cookie,
      headers: { origin: second.url, 'idempotency-key': key },
    });
  const count = async (sql: string) => (await first.context.pool.query(sql)).rows[0].count as number;
  const notes = () => count(`select count(*) as count from event where type = 'note.added'`);
  const tokens = () => count('select count(*) as count from api_token');
  const addNote = () => ({ version: ticket.version, note });

  beforeAll(async () => {
    const { pool, connection } = await createTestDatabase();
    const registerRoutes: TestServerOptions['registerRoutes'] = (app) => {
      app.post('/api/v1/probe/fails', async () => {
        throw new Error('a bug');
      });
      app.post('/api/v1/probe/full', async () => {
        throw Object.assign(new Error('could not extend file'), { code: '53100' });
      });
      app.post('/api/v1/probe/slow', async () => {
        slow.began++;
        await new Promise<void>((resolve) => {
          slow.end = resolve;
        });
        return { began: slow.began };
      });
    };
    first = await startTestServer({ pool, registerRoutes });
    cast = await castOf(first);
    otherPool = createPool({ connection, size: 5, statementTimeoutMs: 30_000 });
    second = await startTestServer({ pool: otherPool, clock: first.clock, registerRoutes });
    slow = { began: 0, end: () => {} };
    const made = await cast.agent.call('POST', '/tickets', { playbook: 'resolution-flow', answers: phoneComplaint });
    ticket = made.body as TicketDetail;
  });
  afterAll(async () => {
    await second.close();
    await otherPool.end();
  });

  it('is done once, and every repeat gets the first answer, whatever has happened since', async () => {
    const path = `/tickets/${ticket.id}/add-note`;
    const body = addNote();
    const made = await once(cast.agent, 'POST', path, body, 'note-1');
    expect(made.status, made.text).toBe(200);
    ticket = made.body as TicketDetail;
    const more = await cast.supervisor.call('POST', path, { version: ticket.version, note: '另一条' });
    ticket = more.body as TicketDetail;
    const again = await once(cast.agent, 'POST', path, { note: body.note, version: body.version }, 'note-1');
    expect(again).toMatchObject({ status: 200, text: made.text });
    expect([made, again].map(({ headers }) => headers.get('idempotent-replayed'))).toEqual([null, 'true']);
    expect(await elsewhere(cast.agent, 'POST', path, body, 'note-1')).toMatchObject({ status: 200, text: made.text });
    expect(await notes()).toBe(2);
  });

  it('is refused with another body or at another address, and belongs to who sent it', async () => {
    const path = `/tickets/${ticket.id}/add-note`;
    const reused = { status: 409, body: { code: 'request.idempotency-reused', field: 'Idempotency-Key' } };
    expect(await once(cast.agent, 'POST', path, { ...addNote(), note: '别的' }, 'note-1')).toMatchObject(reused);
    expect(await once(cast.agent, 'PATCH', `/customers/${ticket.customer.id}`, { name: 'x' }, 'note-1')).toMatchObject(
      reused,
    );
    const other = await once(cast.supervisor, 'POST', path, { ...addNote(), note: '主管的备注' }, 'note-1');
    expect(other.status, other.text).toBe(200);
    ticket = other.body as TicketDetail;
  });

  it('is done once by several copies at the same instant, in several processes', async () => {
    const before = await tokens();
    const body = { name: 'shop', roles: ['agent'] };
    const replies = await Promise.all(
      [once, elsewhere, once, elsewhere, once, elsewhere].map((send) =>
        send(cast.admin, 'POST', '/tokens', body, 't-1'),
      ),
    );
    expect(replies.map(({ status }) => status)).toEqual(Array(6).fill(201));
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
    expect(await tokens()).toBe(before + 1);
  });

  it('works for every other write as well, with or without an answer', async () => {
    const writes = [
      ['POST', '/departments', { code: 'x-1', name: { zh: '新部门', en: 'New' } }],
      ['PATCH', `/customers/${ticket.customer.id}`, { note: '晚上方便' }],
      ['POST', `/customers/${ticket.customer.id}/reveal`, { reason: '需要回电' }],
      ['POST', '/notices/read', { upTo: 1 }],
    ] as const;
    for (const [method, path, body] of writes) {
      const made = await once(cast.admin, method, path, body, path);
      const again = await once(cast.admin, method, path, body, path);
      expect(again, path).toMatchObject({ status: made.status, text: made.text });
      expect(again.headers.get('idempotent-replayed'), `${path} ${made.text}`).toBe('true');
    }
    expect(await count(`select count(*) as count from customer_access where what = 'reveal'`)).toBe(1);
  });

  it('that is refused has done nothing: its key may be used again', async () => {
    const path = `/tickets/${ticket.id}/dismiss`;
    const wrong = { version: ticket.version, reason: 'duplicate', note: '重复' };
    expect((await once(cast.supervisor, 'POST', path, wrong, 'd-1')).status).toBe(422);
    expect((await once(cast.supervisor, 'POST', path, wrong, 'd-1')).status).toBe(422);
    const right = { ...wrong, reason: 'spam' };
    expect((await once(cast.supervisor, 'POST', path, right, 'd-1')).status).toBe(200);
  });

  it('waits for the one under way, and is not done again after one whose end nobody knows', async () => {
    const send = (url: string, key: string) =>
      first.call('POST', `/api/v1/probe/${url}`, { headers: { 'idempotency-key': key } });
    const one = send('slow', 's-1');
    await vi.waitFor(() => expect(slow.began).toBe(1));
    const two = send('slow', 's-1');
    slow.end();
    expect([(await one).body, (await two).body]).toEqual([{ began: 1 }, { began: 1 }]);

    const cutOff = send('slow', 's-2');
    await vi.waitFor(() => expect(slow.began).toBe(2));
    first.clock.advance(121_000);
    const interrupted = { status: 409, body: { code: 'request.idempotency-interrupted' } };
    expect(await send('slow', 's-2')).toMatchObject(interrupted);
    slow.end();
    await cutOff;
    expect(slow.began).toBe(2);

    expect((await send('fails', 'f-1')).status).toBe(500);
    expect(await send('fails', 'f-1')).toMatchObject(interrupted);
    expect((await send('full', 'f-2')).status).toBe(503);
    expect((await send('full', 'f-2')).status).toBe(503);
  });

  it('keeps nothing that can be read in the database, nothing of who is erased, and nothing for longer than a day', async () => {
    const { pool } = first.context;
    const { rows } = await pool.query(
      `select encode(reply, 'escape') as reply, encode(id, 'escape') as id from request_done`,
    );
    expect(rows.length).toBeGreaterThan(5);
    expect(JSON.stringify(rows)).not.toMatch(/"?number|note-1/);
    const { rows: raw } = await pool.query(
      `select encode(reply, 'hex') as hex from request_done where reply is not null`,
    );
    for (const { hex } of raw) expect(hex).not.toContain(Buffer.from(note).toString('hex'));

    const body = { name: 'later', roles: ['agent'] };
    expect((await once(cast.admin, 'POST', '/tokens', body, 't-2')).status).toBe(201);
    await cast.supervisor.call('POST', `/customers/${ticket.customer.id}/erase`, { reason: '客户要求删除' });
    expect(await once(cast.admin, 'POST', '/tokens', body, 't-2')).toMatchObject({
      status: 409,
      body: { code: 'request.idempotency-answer-gone' },
    });

    first.clock.advance(86_400_001);
    const done = await upkeep({ ...first.context, timeZone: 'Asia/Shanghai' });
    expect(done.answers).toBeGreaterThan(5);
    expect(await count('select count(*) as count from request_done')).toBe(0);
  });

  it('is not for uploads, nor for signing in, whose answer is a cookie', async () => {
    const headers = { 'idempotency-key': 'u-1', 'content-type': 'multipart/form-data; boundary=x' };
    const upload = await first.call('POST', '/api/v1/probe/fails', { headers, body: '--x--' });
    expect([415, 422]).toContain(upload.status);
    const signIn = () =>
      first.call('POST', '/api/v1/session', {
        body: { login: 'agent', password },
        headers: { origin: first.url, 'idempotency-key': 'in-1' },
      });
    for (const reply of [await signIn(), await signIn()]) expect(reply.headers.getSetCookie()).not.toEqual([]);
  });
});
