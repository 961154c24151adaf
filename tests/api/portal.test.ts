import { beforeAll, describe, expect, it } from 'vitest';
import type { PortalView } from '../../src/contract/portal.ts';
import type { TicketDetail } from '../../src/contract/ticket.ts';
import { type Cast, castOf, type Member } from '../support/cast.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const request = {
  name: '林女士',
  contact: '139-0000-1234',
  type: 'complaint',
  description: '预约的安装师傅一直没有来，也没有人联系我。',
};

describe('a request through the portal under the response toolkit', () => {
  let server: TestServer;
  let cast: Cast;
  let ticket: TicketDetail;
  const key = { number: '', contact: '13900001234' };

  beforeAll(async () => {
    server = await startTestServer();
    cast = await castOf(server, 'response-toolkit');
  });

  const portal = (path: string, body: unknown) => server.call('POST', `/api/v1/portal/${path}`, { body });
  const follow = async () => (await portal('follow', key)).body as PortalView;
  const act = async (who: Member, action: string, body: Record<string, unknown>) => {
    const reply = await who.call('POST', `/tickets/${ticket.id}/${action}`, { version: ticket.version, ...body });
    expect(reply.status, reply.text).toBe(200);
    ticket = reply.body as TicketDetail;
  };
  const reload = async () => {
    ticket = (await cast.agent.call('GET', `/tickets/by-number/${key.number}`)).body as TicketDetail;
  };
  const handle = async () => {
    const assignment = {
      category: 'complaint',
      priority: 'urgent',
      'priority-reason': '客户一直在等',
      department: 'customer-service',
      owner: cast.agent.id,
    };
    await act(cast.agent, 'submit-form', { form: 'assignment', answers: assignment });
    await act(cast.agent, 'inform-customer', { kind: 'response', via: 'portal', message: '已联系师傅，今天下午上门' });
    await act(cast.agent, 'submit-form', {
      form: 'handling',
      answers: { actions: ['联系师傅'], solution: '今天下午上门安装', outcome: 'solved' },
    });
    await act(cast.agent, 'inform-customer', { kind: 'result', via: 'portal', message: '安装完成' });
  };

  it('is open to strangers, who get a number', async () => {
    const door = await server.call('GET', '/api/v1/portal');
    expect(door.body).toMatchObject({ organisation: '回音示范', playbook: 'response-toolkit' });
    expect((await portal('requests', { ...request, contact: '' })).status).toBe(400);
    const made = await portal('requests', request);
    expect(made.status, made.text).toBe(201);
    key.number = (made.body as { number: string }).number;
    expect(key.number).toMatch(/^NR20260302\d{3}$/);
    await reload();
    expect(ticket).toMatchObject({ stage: 'assign', channel: 'online' });
  });

  it('is followed only with its number and its contact', async () => {
    for (const wrong of [
      { ...key, contact: '13900001235' },
      { ...key, number: 'NR20260302999' },
    ]) {
      expect((await portal('follow', wrong)).body).toMatchObject({ code: 'portal.not-found', status: 404 });
    }
    expect(await follow()).toMatchObject({
      status: 'todo',
      canRate: false,
      canChase: true,
      description: request.description,
    });
  });

  it('carries words both ways, but no notes', async () => {
    expect((await portal('messages', { ...key, message: '请尽快' })).status).toBe(200);
    expect(await follow()).toMatchObject({ chaseAnswerBy: null });
    const answerBy = new Date(server.clock.now() + 2 * 3_600_000).toISOString();
    expect((await portal('chase', key)).body).toMatchObject({ canChase: false, chaseAnswerBy: answerBy });
    expect((await portal('chase', key)).body).toMatchObject({ status: 429, code: 'chase.too-soon' });
    await reload();
    await act(cast.agent, 'add-note', { note: '客户语气很急，不要外传' });
    await act(cast.agent, 'record-reply', { via: 'phone', message: '来电反复追问，不要外传' });
    await handle();
    const view = await follow();
    expect(view.chaseAnswerBy).toBeNull();
    expect(view.messages.map((one) => one.from)).toEqual(['customer', 'customer', 'noted', 'team', 'team']);
    // That they called is theirs to know; how a colleague put it is not, least of all as their own words.
    expect(view.messages[2]).toMatchObject({ message: '', attachments: [] });
    expect(JSON.stringify(view)).not.toContain('不要外传');
  });

  it('starts again when the survey says dissatisfied, and closes when it does not', async () => {
    expect((await follow()).canRate).toBe(true);
    const rated = await portal('rating', {
      ...key,
      rating: 'dissatisfied',
      remark: '迟到太久',
      dimensions: { attitude: 'satisfied' },
    });
    expect(rated.status, rated.text).toBe(200);
    // What they said with it stays in sight for them.
    expect((await follow()).messages.at(-1)).toMatchObject({ from: 'customer', message: '迟到太久' });
    await reload();
    expect(ticket).toMatchObject({ cycle: 2, escalation: 1, stage: 'assign' });
    await handle();
    expect((await portal('rating', { ...key, rating: 'satisfied' })).status).toBe(200);
    expect((await portal('rating', { ...key, rating: 'satisfied' })).status).toBe(409);
    await reload();
    await act(cast.agent, 'submit-form', {
      form: 'result',
      answers: { 'told-via': 'online', survey: 'answered', rating: 'satisfied' },
    });
    await act(cast.agent, 'submit-form', { form: 'archive', answers: { 'is-complete': true } });
    expect(ticket).toMatchObject({ status: 'closed', isSatisfied: true });
    expect(await follow()).toMatchObject({ status: 'closed', rating: 'satisfied' });
  });
});
