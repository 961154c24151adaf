import { request } from 'node:http';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { TicketDetail, TimelineEntry } from '../../src/contract/ticket.ts';
import { type BrokenChain, rebuildTickets, verifyChain } from '../../src/server/features/tickets/index.ts';
import { upkeep } from '../../src/server/features/upkeep/index.ts';
import { type Cast, castOf, type Member, phoneComplaint } from '../support/cast.ts';
import { picture, type TestFile, textFile, upload, uploaded } from '../support/files.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { wholeDatabase } from './customers-whole-database.ts';

let server: TestServer;
let cast: Cast;

const hourMs = 3_600_000;
const limitBytes = 3 * 1024 * 1024;

beforeAll(async () => {
  server = await startTestServer({ env: { HUIYIN_ATTACHMENT_LIMIT_BYTES: String(limitBytes) } });
  cast = await castOf(server);
});

async function register(): Promise<TicketDetail> {
  const reply = await cast.agent.call('POST', '/tickets', { playbook: 'resolution-flow', answers: phoneComplaint });
  expect(reply.status, reply.text).toBe(201);
  return reply.body as TicketDetail;
}
async function act(who: Member, ticket: TicketDetail, action: string, body: object) {
  return who.call('POST', `/tickets/${ticket.id}/${action}`, { version: ticket.version, ...body });
}
async function filesOf(ticket: { id: number }): Promise<TimelineEntry[]> {
  const { body } = await cast.agent.call('GET', `/tickets/${ticket.id}/timeline`);
  return (body as { items: TimelineEntry[] }).items.filter(({ type }) => type === 'attachment.added');
}
const rowCount = async (table: string) =>
  (await server.context.pool.query<{ count: number }>(`select count(*) as count from ${table}`)).rows[0]?.count;
async function fetchFile(who: Member, path: string) {
  const response = await fetch(`${server.url}/api/v1${path}`, { headers: { cookie: who.cookie } });
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}
async function brokenChains(): Promise<BrokenChain[]> {
  const broken: BrokenChain[] = [];
  await verifyChain(server.context.pool, { broken: (one) => broken.push(one), progress: () => {} });
  return broken;
}

describe('a file on a ticket', () => {
  it('comes with an action, is sealed, and is read by those who read the ticket', async () => {
    const ticket = await register();
    const big: TestFile = { name: '通话录音.log', bytes: Buffer.alloc(2_500_000, '紫水晶独角兽的通话记录\n') };
    const ids = await uploaded(server, cast.agent, ticket.id, [picture('../../..\\截图\u202e 1.png'), big]);
    expect(await filesOf(ticket)).toEqual([]);
    const reply = await act(cast.agent, ticket, 'add-note', { note: '见附件', attachments: ids });
    expect(reply.status, reply.text).toBe(200);
    const files = await filesOf(ticket);
    expect(files.map(({ text }) => text?.name)).toEqual(['截图 1.png', '通话录音.log']);
    expect(files[1]?.data).toMatchObject({ mediaType: 'text/plain', bytes: 2_500_000, isShown: false });

    const path = `/tickets/${ticket.id}/attachments/${ids[1]}`;
    const { response, bytes } = await fetchFile(cast.agent, path);
    expect(bytes.equals(big.bytes)).toBe(true);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-length': '2500000',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-disposition': expect.stringContaining(`attachment; filename="attachment-${ids[1]}.txt"`),
      'content-security-policy': expect.stringContaining('sandbox'),
    });
    const shown = await fetchFile(cast.agent, `/tickets/${ticket.id}/attachments/${ids[0]}?inline=true`);
    expect(shown.response.headers.get('content-disposition')).toContain('inline');
    const text = await fetchFile(cast.agent, `${path}?inline=true`);
    expect(text.response.headers.get('content-disposition')).toContain('attachment');

    // The department that the ticket is not handed to does not know of it.
    expect((await fetchFile(cast.logistics, path)).response.status).toBe(404);
    expect((await upload(server, cast.logistics, ticket.id, [picture()])).status).toBe(404);
    const { rows } = await server.context.pool.query(
      `select actor_id, reason from customer_access where what = 'attachment' and customer_id = $1`,
      [ticket.customer.id],
    );
    expect(rows).toContainEqual({ actor_id: cast.agent.id, reason: `${ticket.number} #${ids[1]}` });
    const database = await wholeDatabase(server);
    for (const secret of ['独角兽', '截图 1', '通话录音', Buffer.from('独角兽').toString('hex')])
      expect(database).not.toContain(secret);
    expect(await brokenChains()).toEqual([]);
  });

  it('opens in the browser only as a picture or PDF, and even then can do nothing; pages are only ever saved', async () => {
    const ticket = await register();
    const page = '<!doctype html><html><script>alert(document.cookie)</script></html>';
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    for (const name of ['page.html', 'drawing.svg', 'page.pdf', 'page.png'])
      expect((await upload(server, cast.agent, ticket.id, [textFile(name, page)])).body, name).toMatchObject({
        code: 'attachment.type',
      });
    const files = [
      textFile('发票.pdf', `%PDF-1.7\n${page}`),
      textFile('page.txt', page),
      textFile('drawing.csv', drawing),
      // As a mistaken import might have them: what the row says is not what decides alone.
      textFile('was-page.txt', page),
      textFile('was-drawing.txt', drawing),
    ];
    const ids = await uploaded(server, cast.agent, ticket.id, files);
    expect((await act(cast.agent, ticket, 'attach', { attachments: ids })).status).toBe(200);
    const { pool } = server.context;
    await pool.query(`update attachment set media_type = 'text/html' where id = $1`, [ids[3]]);
    await pool.query(`update attachment set media_type = 'image/svg+xml' where id = $1`, [ids[4]]);
    const shown = await Promise.all(
      ids.map(async (id) => {
        const { response } = await fetchFile(cast.agent, `/tickets/${ticket.id}/attachments/${id}?inline=true`);
        expect(Object.fromEntries(response.headers)).toMatchObject({
          'x-content-type-options': 'nosniff',
          'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'",
          'cache-control': 'no-store',
        });
        const [way] = (response.headers.get('content-disposition') ?? '').split(';');
        return [way, response.headers.get('content-type')];
      }),
    );
    expect(shown).toEqual([
      ['inline', 'application/pdf'],
      ['attachment', 'text/plain; charset=utf-8'],
      ['attachment', 'text/csv; charset=utf-8'],
      ['attachment', 'text/html; charset=utf-8'],
      ['attachment', 'image/svg+xml'],
    ]);
  });

  it('is refused where nothing would become of it', async () => {
    const ticket = await register();
    const attachments = await uploaded(server, cast.agent, ticket.id, [picture()]);
    for (const [action, body] of [
      ['link-incident', { incident: 1 }],
      ['unlink-incident', {}],
    ] as const)
      expect((await act(cast.agent, ticket, action, { ...body, attachments })).body).toMatchObject({
        code: 'attachment.not-with',
        field: 'attachments',
      });
    expect((await act(cast.agent, ticket, 'attach', { attachments })).status).toBe(200);
  });

  it('is shown to the customer with words to the customer, or where somebody says so', async () => {
    const ticket = await register();
    const ids = await uploaded(server, cast.agent, ticket.id, [picture('a.png'), picture('b.png'), picture('c.png')]);
    const [a, b, c] = ids as [number, number, number];
    const told = { kind: 'response', via: 'phone', message: '见截图', attachments: [a] };
    let now = (await act(cast.agent, ticket, 'inform-customer', told)).body as TicketDetail;
    now = (await act(cast.agent, now, 'attach', { attachments: [b], isShown: true })).body as TicketDetail;
    now = (await act(cast.agent, now, 'attach', { attachments: [c] })).body as TicketDetail;
    expect((await filesOf(ticket)).map(({ data }) => data.isShown)).toEqual([true, true, false]);
    expect((await act(cast.agent, now, 'attach', { attachments: [c] })).body).toMatchObject({
      code: 'attachment.already-there',
    });
    expect((await act(cast.agent, now, 'attach', {})).body).toMatchObject({ code: 'attachment.none' });
    // Who may not talk to the customer may not show them files either.
    const [own] = await uploaded(server, cast.manager, ticket.id, [picture('d.png')]);
    const shown = await act(cast.manager, now, 'attach', { attachments: [own], isShown: true });
    expect(shown.body).toMatchObject({ code: 'auth.forbidden', field: 'isShown' });
    expect((await act(cast.manager, now, 'attach', { attachments: [own] })).status).toBe(200);
  });

  it('is put there by whoever uploaded it, on that ticket, within a day', async () => {
    const ticket = await register();
    const other = await register();
    const [id] = await uploaded(server, cast.agent, ticket.id, [picture()]);
    const refused = { code: 'attachment.upload-unknown', status: 422 };
    expect((await act(cast.supervisor, ticket, 'attach', { attachments: [id] })).body).toMatchObject(refused);
    expect((await act(cast.agent, other, 'attach', { attachments: [id] })).body).toMatchObject(refused);
    expect((await fetchFile(cast.agent, `/tickets/${ticket.id}/attachments/${id}`)).response.status).toBe(404);
    server.clock.advance(25 * hourMs);
    expect((await act(cast.agent, ticket, 'attach', { attachments: [id] })).body).toMatchObject(refused);
    server.clock.advance(24 * hourMs);
    const before = await rowCount('attachment_part');
    const deps = { ...server.context, timeZone: server.context.config.timeZone };
    expect((await upkeep(deps)).attachments).toBe(1);
    expect((await upkeep(deps)).attachments).toBe(0);
    expect(await rowCount('attachment_part')).toBe((before ?? 0) - 1);
    expect(await brokenChains()).toEqual([]);
  });
});

describe('a file that is not taken', () => {
  it.each([
    ['a page', textFile('hello.html', '<script>alert(1)</script>'), 415, 'attachment.type'],
    ['a program under a harmless name', textFile('photo.png', 'MZ\u0000\u0001'), 415, 'attachment.type'],
    ['a drawing that can run scripts', textFile('logo.svg', '<svg xmlns="…"/>'), 415, 'attachment.type'],
    ['an empty one', textFile('empty.txt', ''), 422, 'attachment.empty'],
    ['one too large', { name: 'big.txt', bytes: Buffer.alloc(limitBytes + 1, 'a') }, 413, 'attachment.too-large'],
  ])('%s leaves nothing', async (_, file, status, code) => {
    const ticket = await register();
    const before = await rowCount('attachment');
    const reply = await upload(server, cast.agent, ticket.id, [file]);
    expect(reply.body).toMatchObject({ status, code, details: { name: file.name } });
    expect(await rowCount('attachment')).toBe(before);
  });

  it('at the limit is', async () => {
    const ticket = await register();
    await uploaded(server, cast.agent, ticket.id, [{ name: 'a.txt', bytes: Buffer.alloc(limitBytes, 'a') }]);
  });

  it('more than allowed at once is refused', async () => {
    const ticket = await register();
    const many = Array.from({ length: 21 }, (_, at) => textFile(`${at}.txt`, 'a'));
    expect((await upload(server, cast.agent, ticket.id, many)).body).toMatchObject({ code: 'attachment.too-many' });
    const json = await cast.agent.call('POST', `/tickets/${ticket.id}/attachments`, { file: 'no' });
    expect(json.status).toBe(415);
  });

  it('cut off on the way leaves nothing half written', async () => {
    const ticket = await register();
    const before = await rowCount('attachment');
    const sending = request(`${server.url}/api/v1/tickets/${ticket.id}/attachments`, {
      method: 'POST',
      headers: { cookie: cast.agent.cookie, origin: server.url, 'content-type': 'multipart/form-data; boundary=xx' },
    });
    sending.on('error', () => {});
    sending.write('--xx\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n');
    sending.write(Buffer.alloc(1_500_000, 'a'));
    await vi.waitFor(async () => expect(await rowCount('attachment')).toBe((before ?? 0) + 1), 5_000);
    sending.destroy();
    await vi.waitFor(async () => expect(await rowCount('attachment')).toBe(before), 5_000);
  });
});

describe('what becomes of files', () => {
  it('is noticed when somebody changes or removes them', async () => {
    const ticket = await register();
    const [id] = await uploaded(server, cast.agent, ticket.id, [picture()]);
    await act(cast.agent, ticket, 'attach', { attachments: [id] });
    const [file] = await filesOf(ticket);
    const tell = (problem: string) => [{ number: ticket.number, seq: file?.seq, problem }];
    const { pool } = server.context;
    const flip =
      'update attachment_part set bytes = set_byte(bytes, 40, get_byte(bytes, 40) # 1) where attachment_id = $1';
    await pool.query(flip, [id]);
    expect(await brokenChains()).toEqual(tell('names a file whose bytes are not what was recorded'));
    await pool.query(flip, [id]);
    expect(await brokenChains()).toEqual([]);
    await pool.query('delete from attachment where id = $1', [id]);
    expect(await brokenChains()).toEqual(tell('names a file that is gone'));
  });

  it('with the erased customer is that nothing is left of them', async () => {
    const other = (await brokenChains()).length;
    const ticket = await register();
    const [id] = await uploaded(server, cast.agent, ticket.id, [picture('身份证.png')]);
    const added = (await act(cast.agent, ticket, 'attach', { attachments: [id] })).body as TicketDetail;
    const erasing = await cast.supervisor.call('POST', `/customers/${ticket.customer.id}/erase`, {
      reason: '客户要求',
    });
    expect(erasing.status, erasing.text).toBe(204);
    const { rows } = await server.context.pool.query('select name from attachment where id = $1', [id]);
    expect(rows).toEqual([{ name: null }]);
    const parts = 'select from attachment_part where attachment_id = $1';
    expect((await server.context.pool.query(parts, [id])).rowCount).toBe(0);
    expect((await filesOf(ticket))[0]).toMatchObject({ text: null, data: { mediaType: 'image/png' } });
    expect((await fetchFile(cast.agent, `/tickets/${ticket.id}/attachments/${id}`)).response.status).toBe(404);
    expect((await upload(server, cast.agent, ticket.id, [picture()])).body).toMatchObject({ code: 'customer.erased' });
    expect((await brokenChains()).length).toBe(other);
    const found: unknown[] = [];
    await rebuildTickets(server.context, false, { found: (one) => found.push(one), progress: () => {} });
    expect(found).toEqual([]);
    expect(added.version).toBe(ticket.version + 1);
  });
});
