import { beforeAll, expect, it } from 'vitest';
import type { QueueView } from '../../src/contract/queue-search.ts';
import type { TicketDetail, TicketRow } from '../../src/contract/ticket.ts';
import { type Cast, castOf, type Member, phoneComplaint } from '../support/cast.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let cast: Cast;
let urgent: TicketDetail;

beforeAll(async () => {
  server = await startTestServer();
  cast = await castOf(server);
  const register = async () => {
    const reply = await cast.agent.call('POST', '/tickets', { playbook: 'resolution-flow', answers: phoneComplaint });
    expect(reply.status, reply.text).toBe(201);
    return reply.body as TicketDetail;
  };
  await register();
  const { id, version } = await register();
  const body = { version, priority: 'urgent', reason: '客户损失在扩大' };
  urgent = (await cast.supervisor.call('POST', `/tickets/${id}/classify`, body)).body as TicketDetail;
});

const viewsOf = async (who: Member) =>
  (await who.call('GET', '/queue-views')).body as { items: QueueView[]; mayShare: boolean };
const save = (who: Member, body: object) => who.call('POST', '/queue-views', body);

it('the green lane is a filter of its own, across playbooks', async () => {
  const listed = async (query: string) =>
    ((await cast.agent.call('GET', `/tickets?${query}`)).body as { items: TicketRow[] }).items.map(({ id }) => id);
  expect(await listed('greenLane=true')).toEqual([urgent.id]);
  expect(await listed('greenLane=false')).toHaveLength(1);
  expect(await listed('greenLane=true&priority=normal')).toEqual([]);
  expect((await cast.agent.call('GET', '/tickets?greenLane=maybe')).status).toBe(400);
});

it('a person keeps views of their own, with counts, and nobody else sees them', async () => {
  const made = await save(cast.agent, { name: ' 紧急件 ', search: { view: 'green', playbook: 'resolution-flow' } });
  expect(made.status, made.text).toBe(201);
  const view = made.body as QueueView;
  expect(view).toMatchObject({ name: '紧急件', isShared: false, mayChange: true, count: 1 });
  expect((await viewsOf(cast.agent)).items).toEqual([view]);
  expect(await viewsOf(cast.supervisor)).toEqual({ items: [], mayShare: true });
  expect((await cast.supervisor.call('PATCH', `/queue-views/${view.id}`, { name: '我的' })).status).toBe(404);
  expect((await cast.supervisor.call('DELETE', `/queue-views/${view.id}`)).status).toBe(404);
  const changed = await cast.agent.call('PATCH', `/queue-views/${view.id}`, { name: '全部', search: {} });
  expect(changed.body).toMatchObject({ id: view.id, name: '全部', search: {}, count: 2 });
  expect((await cast.agent.call('DELETE', `/queue-views/${view.id}`)).status).toBe(204);
  expect((await viewsOf(cast.agent)).items).toEqual([]);
  expect((await save(cast.agent, { name: 'x', search: { colour: 'red' } })).status).toBe(400);
  expect((await save(cast.agent, { name: ' ', search: {} })).status).toBe(400);
});

it('a supervisor shares one with everybody, and each counts what they may read', async () => {
  const search = { department: 'mine' };
  expect((await save(cast.agent, { name: '本部门', isShared: true, search })).body).toMatchObject({
    code: 'auth.forbidden',
    field: 'isShared',
  });
  const { id } = (await save(cast.supervisor, { name: '全部未结', isShared: true, search: {} })).body as QueueView;
  expect((await viewsOf(cast.agent)).items).toMatchObject([{ id, isShared: true, mayChange: false, count: 2 }]);
  expect((await viewsOf(cast.logistics)).items).toMatchObject([{ id, count: 0 }]);
  expect((await cast.agent.call('PATCH', `/queue-views/${id}`, { name: '改' })).status).toBe(403);
  expect((await cast.agent.call('DELETE', `/queue-views/${id}`)).status).toBe(403);
  const back = await cast.admin.call('PATCH', `/queue-views/${id}`, { isShared: false });
  expect(back.body).toMatchObject({ isShared: false });
  expect((await viewsOf(cast.agent)).items).toEqual([]);
  expect((await viewsOf(cast.supervisor)).items).toMatchObject([{ id, mayChange: true }]);
});

it('one that names what no playbook has any more says so, and there are at most twenty', async () => {
  const gone = await save(cast.manager, { name: '旧环节', search: { stage: 'long-gone' } });
  expect(gone.body).toMatchObject({ count: null });
  for (let made = 1; made < 20; made++)
    expect((await save(cast.manager, { name: `视图 ${made}`, search: {} })).status).toBe(201);
  expect((await save(cast.manager, { name: '太多', search: {} })).body).toMatchObject({ code: 'queue-view.too-many' });
});

it('everybody has twenty shared ones at most, also by sharing one that was private, and by taking one back', async () => {
  const before = (await viewsOf(cast.admin)).items.filter(({ isShared }) => isShared).length;
  for (let made = before; made < 20; made++)
    expect((await save(cast.supervisor, { name: `共享 ${made}`, isShared: true, search: {} })).status).toBe(201);
  const own = (await save(cast.admin, { name: '自己的', search: {} })).body as QueueView;
  const share = () => cast.admin.call('PATCH', `/queue-views/${own.id}`, { isShared: true });
  expect((await share()).body).toMatchObject({ code: 'queue-view.too-many', field: 'isShared' });
  expect((await viewsOf(cast.agent)).items.filter(({ isShared }) => isShared)).toHaveLength(20);
  const [first] = (await viewsOf(cast.agent)).items;
  expect((await cast.admin.call('PATCH', `/queue-views/${first?.id}`, { name: '改名' })).status).toBe(200);
  expect((await cast.admin.call('PATCH', `/queue-views/${first?.id}`, { isShared: false })).status).toBe(200);
  expect((await share()).status).toBe(200);
});

it('no more than twenty come to be by being saved at once', async () => {
  const all = await Promise.all(
    Array.from({ length: 26 }, (_, at) => save(cast.logistics, { name: `同时 ${at}`, search: {} })),
  );
  expect(all.filter(({ status }) => status === 201)).toHaveLength(20);
  expect(all.filter(({ body }) => (body as { code?: string }).code === 'queue-view.too-many')).toHaveLength(6);
  const own = (await viewsOf(cast.logistics)).items.filter(({ isShared }) => !isShared);
  expect(own).toHaveLength(20);
});
