import { beforeAll, describe, expect, it } from 'vitest';
import type { TicketDetail, TimelineEntry } from '../../src/contract/ticket.ts';
import { type Cast, castOf } from '../support/cast.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { IncidentStory, opening } from './incident-story.ts';

let server: TestServer;
let cast: Cast;
let story: IncidentStory;

beforeAll(async () => {
  server = await startTestServer();
  cast = await castOf(server);
  story = new IncidentStory(server, cast);
});

const ids = (tickets: readonly TicketDetail[]) => tickets.map(({ id }) => id);
const timeline = async (id: number) =>
  ((await cast.agent.call('GET', `/tickets/${id}/timeline?limit=100`)).body as { items: TimelineEntry[] }).items;
const contact = '138 0013 8000';
const follow = async (number: string) =>
  (await server.call('POST', '/api/v1/portal/follow', { body: { number, contact } })).body;

describe('opening an incident', () => {
  it('is for supervisors and managers, gives a number of the year, and is done once for one key', async () => {
    for (const who of [cast.agent, cast.specialist])
      expect((await who.call('POST', '/incidents', opening)).body).toMatchObject({ code: 'auth.forbidden' });
    const key = { 'idempotency-key': 'open-1' };
    const twice = await Promise.all([1, 2].map(() => cast.manager.call('POST', '/incidents', opening, key)));
    expect(twice.map(({ status }) => status)).toEqual([201, 201]);
    expect(new Set(twice.map(({ body }) => (body as { number: string }).number)).size).toBe(1);
    const incident = await story.open();
    expect(incident.number).toMatch(/^INC-2026-\d{3}$/);
    expect(incident).toMatchObject({ status: 'open', phase: 'investigating', linked: 0, hears: 0 });
    expect(incident.entries.map(({ type }) => type)).toEqual(['incident.updated', 'incident.opened']);
  });

  it('refuses personal data in what everybody reads, and a draft that is refused takes no number', async () => {
    const before = await story.sql<{ count: number }>('select count(*) as count from incident');
    const message = { zh: '请王先生 13800000000 回电' };
    const refused = await cast.supervisor.call('POST', '/incidents', { ...opening, message });
    expect(refused).toMatchObject({ status: 422, body: { code: 'incident.text-personal', field: 'message.zh' } });
    expect(refused.text).not.toContain('13800000000');
    expect(await story.sql('select count(*) as count from incident')).toEqual(before);
  });
});

describe('linking tickets', () => {
  it('by id and by number; says which cannot be linked; both chains and the queue know it', async () => {
    const incident = await story.open();
    const [first, second, third] = (await story.register(3)) as [TicketDetail, TicketDetail, TicketDetail];
    await story.act(third.id, cast.supervisor, 'dismiss', { reason: 'spam', note: '广告' });
    const reply = await story.link(incident, [first.id, third.id, 999_999], {
      numbers: [second.number.toLowerCase(), 'CF000'],
    });
    expect(reply).toEqual({
      linked: 2,
      refused: expect.arrayContaining([
        { ticket: 'CF000', code: 'ticket.unknown' },
        { ticket: '999999', code: 'ticket.unknown' },
        { ticket: third.number, code: 'ticket.closed' },
      ]),
    });
    expect(await story.link(incident, [first.id])).toMatchObject({
      linked: 0,
      refused: [{ ticket: first.number, code: 'incident.already-linked' }],
    });
    expect(await story.ticket(first.id)).toMatchObject({ incident: incident.id });
    const queue = await cast.agent.call('GET', `/tickets?incident=${incident.id}`);
    expect(ids((queue.body as { items: TicketDetail[] }).items)).toEqual(expect.arrayContaining([first.id, second.id]));
    expect((await cast.agent.call('GET', '/tickets?incident=none')).text).not.toContain(first.number);
    expect(await story.read(incident)).toMatchObject({ linked: 2, hears: 2 });
    expect((await timeline(first.id)).at(-1)).toMatchObject({
      type: 'incident.linked',
      data: { incident: incident.id, number: incident.number },
    });
  });

  it('is refused to departments, who see an incident once a ticket of theirs is part of it', async () => {
    const incident = await story.open();
    const [ticket, other] = (await story.register(2)) as [TicketDetail, TicketDetail];
    await story.assign(ticket.id);
    await story.link(incident, [other.id]);
    expect((await cast.specialist.call('GET', `/incidents/${incident.id}`)).status).toBe(404);
    expect((await cast.specialist.call('GET', '/incidents')).text).not.toContain(incident.number);
    const asked = { ids: [ticket.id] };
    expect((await cast.specialist.call('POST', `/incidents/${incident.id}/tickets`, asked)).status).toBe(404);
    await story.link(incident, [ticket.id]);
    expect((await story.read(incident, cast.specialist)).may).toEqual({ update: false, link: false, close: false });
    const seen = await cast.specialist.call('GET', `/incidents/${incident.id}/tickets`);
    expect(ids((seen.body as { items: TicketDetail[] }).items)).toEqual([ticket.id]);
    const unlink = { version: (await story.ticket(ticket.id)).version };
    expect((await cast.specialist.call('POST', `/tickets/${ticket.id}/unlink-incident`, unlink)).status).toBe(403);
    expect((await cast.logistics.call('GET', `/incidents/${incident.id}`)).status).toBe(404);
  });

  it('from the ticket: offered when its words match, done on what was seen, and undone', async () => {
    const incident = await story.open(cast.supervisor, { words: ['开票失败'] });
    const [ticket] = (await story.register(1, { phenomenon: '昨天起开票失败，一直提示超时。' })) as [TicketDetail];
    const about = async () => (await cast.agent.call('GET', `/tickets/${ticket.id}/incident`)).body;
    expect(await about()).toMatchObject({ incident: null, likely: [{ id: incident.id, matched: ['开票失败'] }] });
    const likely = await cast.agent.call('POST', '/incidents/likely', { text: '我的发票开票失败了' });
    expect(likely.body).toMatchObject({ items: [{ id: incident.id }] });
    const path = `/tickets/${ticket.id}/link-incident`;
    const unknown = await cast.agent.call('POST', path, { version: ticket.version, incident: 999_999 });
    expect(unknown.body).toMatchObject({ code: 'incident.unknown' });
    const linked = await cast.agent.call('POST', path, { version: ticket.version, incident: incident.id });
    expect(linked.body).toMatchObject({ incident: incident.id });
    const stale = await cast.agent.call('POST', `/tickets/${ticket.id}/unlink-incident`, { version: ticket.version });
    expect(stale.body).toMatchObject({ code: 'ticket.changed' });
    await story.tellAll();
    expect(await about()).toMatchObject({ incident: { id: incident.id, number: incident.number }, likely: [] });
    await story.act(ticket.id, cast.agent, 'unlink-incident', { note: '是另一个问题' });
    expect((await story.read(incident)).linked).toBe(0);
    await story.link(incident, [ticket.id]);
    await story.tellAll();
    expect(await story.told([ticket.id])).toEqual([1]);
  });

  it('finds all open tickets that hold its words since then', async () => {
    const incident = await story.open(cast.supervisor, { words: ['闪退', '黑屏'] });
    const before = await story.register(1, { phenomenon: '打开就闪退，重装也没有用。' });
    server.clock.advance(3_600_000);
    const since = new Date(server.clock.now()).toISOString();
    const wanted = [
      ...(await story.register(2, { phenomenon: '点付款就闪退。' })),
      ...(await story.register(1, { phenomenon: '播放时黑屏。' })),
    ];
    await story.register(1, { phenomenon: '声音太小。' });
    const similar = async (from: string) =>
      (await cast.agent.call('GET', `/incidents/${incident.id}/similar?since=${from}`)).body as {
        items: TicketDetail[];
      };
    expect(ids((await similar(since)).items).sort((a, b) => a - b)).toEqual(ids(wanted));
    await story.link(incident, [wanted[0]?.id ?? 0]);
    expect((await similar('2026-03-01T00:00:00Z')).items).toHaveLength(wanted.length - 1 + before.length);
  });
});

describe('what the incident says', () => {
  it('reaches every customer once, with the estimate, and stops the clocks that wait for it', async () => {
    const incident = await story.open();
    const [urgent, normal] = (await story.register(2)) as [TicketDetail, TicketDetail];
    await story.assign(urgent.id);
    const progress = { done: '查了日志', customerWords: '', nextStep: '' };
    await story.act(urgent.id, cast.specialist, 'record-progress', progress);
    await story.link(incident, ids([urgent, normal]), { tell: false });
    const estimate = new Date(server.clock.now() + 7_200_000).toISOString();
    await story.update(incident, '已定位到支付证书', { estimate });
    expect((await story.read(incident)).entries[0]?.telling).toMatchObject({ total: 2, told: 0 });
    await story.tellAll();
    expect((await story.read(incident)).entries[0]?.telling).toEqual({ total: 2, told: 2, skipped: 0, setAside: 0 });
    expect(await story.told(ids([urgent, normal]))).toEqual([1, 1]);
    const after = await story.ticket(urgent.id);
    expect(after.clocks.find(({ clock }) => clock === 'urgent-progress')).toMatchObject({ status: 'met' });
    expect(after.eta ?? estimate).toBe(estimate);
    expect(await follow(urgent.number)).toMatchObject({
      eta: estimate,
      incident: { number: incident.number, phase: 'identified', message: { zh: '已定位到支付证书' } },
    });
    await story.update(incident, '比预计晚一小时', {
      estimate: new Date(Date.parse(estimate) + 3_600_000).toISOString(),
    });
    await story.tellAll();
    expect((await timeline(normal.id)).at(-1)).toMatchObject({ type: 'customer.informed', data: { kind: 'delay' } });
  });

  it('is refused over what somebody else said meanwhile, when it is empty, or late', async () => {
    const incident = await story.open();
    await story.update(incident, '第一次通报');
    const body = { version: incident.version, phase: 'identified', impact: 'partial', message: { zh: '旧页面' } };
    const path = `/incidents/${incident.id}/updates`;
    expect((await cast.agent.call('POST', path, body)).body).toMatchObject({ status: 409, code: 'incident.changed' });
    expect((await cast.agent.call('POST', path, { ...body, message: { zh: ' ' } })).status).toBe(400);
    const past = { version: incident.version + 1, estimate: '2026-03-01T00:00:00Z' };
    expect((await cast.agent.call('POST', path, { ...body, ...past })).body).toMatchObject({
      code: 'incident.estimate-past',
      field: 'estimate',
    });
  });

  it('closed as resolved: what can goes on to be confirmed, the rest goes back to its owner', async () => {
    const incident = await story.open();
    const [ready, early, gone] = (await story.register(3)) as [TicketDetail, TicketDetail, TicketDetail];
    await story.assign(ready.id);
    await story.link(incident, ids([ready, early, gone]), { tell: false });
    await story.act(gone.id, cast.supervisor, 'dismiss', { reason: 'withdrawn', note: '客户撤回' });
    const refusedToAgent = await cast.agent.call('POST', `/incidents/${incident.id}/close`, {
      version: incident.version,
      outcome: 'resolved',
      message: { zh: '已恢复' },
      solution: '换证书',
    });
    expect(refusedToAgent.status).toBe(403);
    const end = {
      outcome: 'resolved',
      message: { zh: '支付已恢复，请重试' },
      rootCause: '证书过期',
      solution: '更换证书',
    };
    await story.say(incident, 'close', end);
    await story.tellAll();
    expect(await story.ticket(ready.id)).toMatchObject({
      stage: 'confirm',
      status: 'resolved',
      isResultTold: true,
      solution: '更换证书',
      incident: incident.id,
    });
    expect(await story.ticket(early.id)).toMatchObject({ stage: 'classify', isResultTold: false, incident: null });
    expect(await story.told(ids([ready, early, gone]))).toEqual([1, 1, 0]);
    const detail = await story.read(incident);
    expect(detail).toMatchObject({ status: 'closed', phase: 'resolved', outcome: 'resolved', linked: 2 });
    expect(detail.entries.find(({ type }) => type === 'incident.closed')?.telling).toEqual({
      total: 2,
      told: 2,
      skipped: 0,
      setAside: 0,
    });
    const notices = await cast.agent.call('GET', '/notices');
    expect(notices.body).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ kind: 'incident-returned' })]),
    });
    expect(await follow(ready.number)).toMatchObject({ canRate: true, incident: { phase: 'resolved' } });
    await story.say(incident, 'updates', { phase: 'monitoring', impact: 'partial', message: { zh: '再看' } }, 409);
  });

  it('closed as returned: all go back with a note', async () => {
    const incident = await story.open();
    const [ticket] = (await story.register(1)) as [TicketDetail];
    await story.link(incident, [ticket.id], { tell: false });
    await story.say(incident, 'close', { outcome: 'returned', message: { zh: '经查并非同一故障，将逐单处理' } });
    await story.tellAll();
    expect(await story.ticket(ticket.id)).toMatchObject({ stage: 'classify', incident: null, isResultTold: false });
    expect((await timeline(ticket.id)).slice(-2)).toMatchObject([
      { type: 'customer.informed', data: { kind: 'progress' } },
      {
        type: 'incident.unlinked',
        data: { cause: 'returned' },
        text: { note: expect.stringContaining(incident.number) },
      },
    ]);
    expect((await story.read(incident)).linked).toBe(0);
  });
});

describe('the public status page', () => {
  it('shows incidents now and of ninety days, in the words for the public and nothing else, and can be cached', async () => {
    const incident = await story.open(cast.supervisor, { title: { zh: '仅供测试的故障', en: 'A fault' } });
    const [ticket] = (await story.register(1)) as [TicketDetail];
    await story.link(incident, [ticket.id]);
    const page = await server.call('GET', '/api/v1/status');
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('public, max-age=20');
    expect(page.text).not.toContain(ticket.number);
    expect(page.text).not.toMatch(/周主管|陈客服|words|linked/);
    const mine = (body: unknown, part: 'current' | 'history') =>
      (body as Record<string, { number: string }[]>)[part]?.find(({ number }) => number === incident.number);
    expect(mine(page.body, 'current')).toMatchObject({
      title: { zh: '仅供测试的故障', en: 'A fault' },
      phase: 'investigating',
      updates: [{ message: opening.message }],
    });
    const tag = { 'if-none-match': page.headers.get('etag') ?? '' };
    expect((await server.call('GET', '/api/v1/status', { headers: tag })).status).toBe(304);
    await story.say(incident, 'close', { outcome: 'resolved', message: { zh: '恢复' }, solution: '重启' });
    const after = await server.call('GET', '/api/v1/status', { headers: tag });
    expect(mine(after.body, 'current')).toBeUndefined();
    expect(mine(after.body, 'history')).toMatchObject({ phase: 'resolved', closedAt: expect.any(String) });
    server.clock.advance(91 * 86_400_000);
    expect(mine((await server.call('GET', '/api/v1/status')).body, 'history')).toBeUndefined();
  });
});
