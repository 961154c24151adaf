import { beforeAll, expect, it } from 'vitest';
import type { UploadView } from '../../src/contract/attachment.ts';
import type { PortalView } from '../../src/contract/portal.ts';
import type { TicketDetail } from '../../src/contract/ticket.ts';
import { type Cast, castOf } from '../support/cast.ts';
import { formOf, picture, send, textFile, uploaded } from '../support/files.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const customer = { name: '林女士', contact: '139-0000-1234', type: 'complaint', description: '安装师傅一直没有来。' };

let server: TestServer;
let cast: Cast;
const key = { number: '', contact: '13900001234' };

beforeAll(async () => {
  server = await startTestServer();
  cast = await castOf(server, 'response-toolkit');
  const made = await server.call('POST', '/api/v1/portal/requests', { body: customer });
  key.number = (made.body as { number: string }).number;
});

const portal = (path: string, body: unknown) => server.call('POST', `/api/v1/portal/${path}`, { body });
const bring = (file: ReturnType<typeof picture>, as: object = key) =>
  send(server, '/portal/attachments', formOf([file], { key: JSON.stringify(as) }));
const broughtId = async (file: ReturnType<typeof picture>) =>
  ((await bring(file)).body as { items: UploadView[] }).items[0]?.id;
const ticketNow = async () => (await cast.agent.call('GET', `/tickets/by-number/${key.number}`)).body as TicketDetail;

it('customers bring files to their own request, with words or without', async () => {
  const id = await broughtId(picture('现场.png'));
  const alone = await portal('messages', { ...key, message: '', attachments: [id] });
  expect(alone.status, alone.text).toBe(200);
  expect((await portal('messages', { ...key, message: ' ' })).body).toMatchObject({ code: 'portal.nothing-said' });
  const second = await broughtId(textFile('经过.txt', '上午等到下午'));
  const view = (await portal('messages', { ...key, message: '补充说明', attachments: [second] })).body as PortalView;
  expect(view.messages).toMatchObject([
    { from: 'customer', message: '', attachments: [{ id, name: '现场.png', mediaType: 'image/png' }] },
    { from: 'customer', message: '补充说明', attachments: [{ id: second, name: '经过.txt' }] },
  ]);
  const file = await portal(`attachments/${second}`, key);
  expect(file.text).toBe('上午等到下午');
  const told = `select distinct event_seq from notice where kind = 'replied'`;
  expect((await server.context.pool.query(told)).rowCount).toBe(2);
});

it('they see what the team shows them, and nothing else', async () => {
  const { id: ticketId, version } = await ticketNow();
  const [inside] = await uploaded(server, cast.agent, ticketId, [textFile('内部核查.txt', '不要外传')]);
  const note = { version, note: '核查结果', attachments: [inside] };
  expect((await cast.agent.call('POST', `/tickets/${ticketId}/add-note`, note)).status).toBe(200);
  const [noted] = await uploaded(server, cast.agent, ticketId, [textFile('通话整理.txt', '不要外传')]);
  const reply = { version: (await ticketNow()).version, via: 'phone', message: '客户来电', attachments: [noted] };
  expect((await cast.agent.call('POST', `/tickets/${ticketId}/record-reply`, reply)).status).toBe(200);
  const [shown] = await uploaded(server, cast.agent, ticketId, [picture('安装说明.png')]);
  const told = {
    version: (await ticketNow()).version,
    kind: 'response',
    via: 'portal',
    message: '请看图',
    attachments: [shown],
  };
  expect((await cast.agent.call('POST', `/tickets/${ticketId}/inform-customer`, told)).status).toBe(200);
  const view = (await portal('follow', key)).body as PortalView;
  expect(view.messages.at(-1)).toMatchObject({ from: 'team', message: '请看图', attachments: [{ id: shown }] });
  expect(JSON.stringify(view)).not.toContain('内部核查');
  expect((await portal(`attachments/${shown}`, key)).status).toBe(200);
  expect(view.messages.at(-2)).toMatchObject({ from: 'noted', message: '', attachments: [] });
  for (const hidden of [inside, noted])
    expect((await portal(`attachments/${hidden}`, key)).body).toMatchObject({
      code: 'attachment.unknown',
      status: 404,
    });
});

it('others bring and fetch nothing', async () => {
  const wrong = { ...key, contact: '13900001235' };
  expect((await bring(picture(), wrong)).body).toMatchObject({ code: 'portal.not-found' });
  expect((await bring(picture(), {})).body).toMatchObject({ code: 'request.invalid', field: 'key' });
  const { attachments } = ((await portal('follow', key)).body as PortalView).messages[0] ?? { attachments: [] };
  expect((await portal(`attachments/${attachments[0]?.id}`, wrong)).body).toMatchObject({ code: 'portal.not-found' });
  const other = await server.call('POST', '/api/v1/portal/requests', { body: { ...customer, contact: '13900005678' } });
  const strange = { number: (other.body as { number: string }).number, contact: '13900005678' };
  expect((await portal(`attachments/${attachments[0]?.id}`, strange)).status).toBe(404);
  const mine = await broughtId(picture());
  const stolen = await portal('messages', { ...strange, message: '看看', attachments: [mine] });
  expect(stolen.body).toMatchObject({ code: 'attachment.upload-unknown' });
});
