import { beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../../src/contract/errors.ts';
import type { TicketDetail, TimelineEntry } from '../../src/contract/ticket.ts';
import { type Cast, castOf, phoneComplaint } from '../support/cast.ts';
import { startTestServer, type TestReply, type TestServer } from '../support/server.ts';
import { unzip } from './outputs-unzip.ts';

/** What people and programs get wrong: a clear refusal that names the field and the remedy, and nothing is written. */
describe('bad input', () => {
  let server: TestServer;
  let cast: Cast;
  let ticket: TicketDetail;

  const demand = (answers: Record<string, unknown> = {}, more: Record<string, unknown> = {}) => ({
    playbook: 'resolution-flow',
    answers: { ...phoneComplaint, ...answers },
    ...more,
  });
  const register = (body: unknown) => cast.agent.call('POST', '/tickets', body);
  const act = (action: string, body: Record<string, unknown>) =>
    cast.supervisor.call('POST', `/tickets/${ticket.id}/${action}`, { version: ticket.version, ...body });
  const form = (id: string, answers: Record<string, unknown>) => act('submit-form', { form: id, answers });
  const count = async () =>
    (
      await server.context.pool.query(
        'select (select count(*) from ticket) as tickets, (select count(*) from event) as events',
      )
    ).rows[0];

  beforeAll(async () => {
    server = await startTestServer();
    cast = await castOf(server);
    ticket = (await register(demand())).body as TicketDetail;
  });

  type Wrong = [what: string, send: () => Promise<TestReply>, status: number, code: string, field: string];
  const wrong: Wrong[] = [
    ['an unknown playbook', () => register(demand({}, { playbook: 'no-such' })), 422, 'playbook.unknown', 'playbook'],
    ['an unknown field', () => register(demand({ colour: 'red' })), 422, 'form.field-unknown', 'answers.colour'],
    ['an unknown option', () => register(demand({ channel: 'pigeon' })), 422, 'form.field-invalid', 'answers.channel'],
    [
      'a required field that is missing',
      () => register(demand({ phenomenon: '  ' })),
      422,
      'form.field-missing',
      'answers.phenomenon',
    ],
    [
      'a text too long',
      () => register(demand({ phenomenon: '长'.repeat(20_001) })),
      400,
      'request.invalid',
      'answers.phenomenon',
    ],
    [
      'a number for a text',
      () => register(demand({ 'customer-name': 5 })),
      422,
      'form.field-invalid',
      'answers.customer-name',
    ],
    [
      'a day that does not exist',
      () => register(demand({}, { receivedAt: '2026-02-30T09:00:00+08:00' })),
      400,
      'request.invalid',
      'receivedAt',
    ],
    [
      'an hour that does not exist',
      () => register(demand({}, { receivedAt: '2026-03-01T25:00:00Z' })),
      400,
      'request.invalid',
      'receivedAt',
    ],
    [
      'receipt in the future',
      () => register(demand({}, { receivedAt: '2026-03-02T10:00:00+08:00' })),
      422,
      'ticket.received-in-future',
      'receivedAt',
    ],
    [
      'receipt in the future, said by the form',
      () => register(demand({ 'received-at': '2026-03-02T10:00:00+08:00' })),
      422,
      'ticket.received-in-future',
      'answers.received-at',
    ],
    [
      'a filter that does not exist',
      () => cast.agent.call('GET', '/tickets?prioritty=urgent'),
      400,
      'request.invalid',
      'prioritty',
    ],
    [
      'a filter of a file that does not exist',
      () => cast.agent.call('GET', '/tracking.xlsx?departmnt=technology'),
      400,
      'request.invalid',
      'departmnt',
    ],
    [
      'a customer who is not there',
      () => register(demand({}, { customerId: 987_654 })),
      404,
      'customer.unknown',
      'customerId',
    ],
    [
      'an unknown priority',
      () => act('classify', { priority: 'soonish', reason: '客户催' }),
      422,
      'playbook.priority-unknown',
      'priority',
    ],
    [
      'an unknown category',
      () => act('classify', { category: 'nothing', reason: '客户催' }),
      422,
      'playbook.category-unknown',
      'category',
    ],
    ['an unknown form', () => form('no-form', {}), 422, 'playbook.form-unknown', 'form'],
    ['a form of another stage', () => form('task-order', {}), 409, 'form.not-now', 'form'],
    [
      'an unknown department',
      () => act('hand-off', { department: 'moon' }),
      422,
      'handoff.department-unknown',
      'department',
    ],
    [
      'an unknown owner',
      () => act('hand-off', { department: 'technology', owner: 987_654 }),
      422,
      'handoff.owner-unknown',
      'owner',
    ],
    [
      'a deadline on a day that does not exist',
      () => act('hand-off', { department: 'technology', deadline: '2026-02-29T09:00:00Z' }),
      400,
      'request.invalid',
      'deadline',
    ],
    [
      'a wait that is over before it begins',
      () => act('start-wait', { for: 'customer', reason: '等', until: '2020-01-01T00:00:00Z' }),
      422,
      'time.not-in-future',
      'until',
    ],
    [
      'an unknown channel',
      () => act('inform-customer', { kind: 'response', via: 'pigeon', message: '您好' }),
      422,
      'playbook.channel-unknown',
      'via',
    ],
    ['nothing said', () => act('add-note', { note: ' \n ' }), 400, 'request.invalid', 'note'],
    [
      'an unknown clock',
      () => act('extend', { clock: 'sundial', due: '2026-03-09T09:00:00Z', reason: '等配件' }),
      422,
      'playbook.clock-unknown',
      'clock',
    ],
    ['an unknown action', () => act('celebrate', {}), 400, 'request.invalid', 'action'],
    ['no version', () => act('add-note', { version: undefined, note: '已致电' }), 400, 'request.invalid', 'version'],
    ['an unknown stage', () => cast.agent.call('GET', '/tickets?stage=no-stage'), 422, 'queue.filter-unknown', 'stage'],
    ['an id that is none', () => cast.agent.call('GET', '/tickets/abc'), 400, 'request.invalid', 'id'],
  ];

  it.each(wrong)('is refused: %s', async (_what, send, status, code, field) => {
    const before = await count();
    const reply = await send();
    const { remedy, title } = reply.body as Problem;
    expect(
      { status: reply.status, code: (reply.body as Problem).code, field: (reply.body as Problem).field },
      reply.text,
    ).toEqual({
      status,
      code,
      field,
    });
    expect(title).not.toBe('');
    expect(remedy, 'says what to do').toBeTruthy();
    expect(remedy).not.toMatch(/\{\w+\}/);
    expect(await count()).toEqual(before);
  });

  it('with a field that the form has not says so, and which it has', async () => {
    const { detail } = (await register(demand({ colour: 'red' }))).body as Problem;
    expect(detail).toMatch(/^colour: no such field, there are customer-name, customer-contact, /);
  });

  it('of 10 MB is refused on every door, also to the public', async () => {
    const before = await count();
    const huge = `{"version":1,"note":"${'x'.repeat(10 * 1024 * 1024)}"}`;
    for (const path of ['/tickets', `/tickets/${ticket.id}/add-note`, '/portal/requests', '/session', '/tokens']) {
      const reply = await cast.admin.call('POST', path, huge, { 'content-type': 'application/json' });
      expect(reply, path).toMatchObject({ status: 413, body: { code: 'request.too-large' } });
    }
    expect(await count()).toEqual(before);
  });

  it('that is not UTF-8 is refused before anything of it is kept', async () => {
    const before = await count();
    const body = Buffer.concat([Buffer.from('{"version":1,"note":"'), Buffer.of(0xc3, 0x28, 0xff), Buffer.from('"}')]);
    const reply = await cast.agent.call('POST', `/tickets/${ticket.id}/add-note`, body, {
      'content-type': 'application/json',
    });
    expect(reply).toMatchObject({ status: 400, body: { code: 'request.not-utf8', details: { position: 21 } } });
    expect(await count()).toEqual(before);
  });

  it('that looks like a page, a script or a formula is kept as it was said, and does nothing anywhere', async () => {
    const html = `<img src=x onerror=alert(1)><script>alert(2)</script>`;
    const said = (n: number) => `${html}${n}`;
    const answers = {
      'customer-name': said(1),
      phenomenon: `=HYPERLINK("http://x.example","点我")\n${said(2)}`,
      'expected-result': `@SUM(1+1)*cmd|' /C calc'!A0${said(3)}`,
      'order-number': '+86-=1+1',
    };
    const made = await register(demand(answers));
    expect(made.status, made.text).toBe(201);
    expect(made.headers.get('content-type')).toMatch(/^application\/json/);
    expect(made.headers.get('x-content-type-options')).toBe('nosniff');
    let detail = made.body as TicketDetail;
    expect(detail.forms[0]?.answers).toMatchObject(answers);
    const actions = [
      ['record-progress', { done: said(4), customerWords: said(5), nextStep: said(6) }],
      ['inform-customer', { kind: 'response', via: 'phone', message: said(7) }],
      ['record-reply', { via: 'phone', message: said(8) }],
      ['add-note', { note: said(9) }],
      ['escalate', { reason: said(10) }],
    ] as const;
    for (const [action, body] of actions) {
      const reply = await cast.agent.call('POST', `/tickets/${detail.id}/${action}`, {
        version: detail.version,
        ...body,
      });
      expect(reply.status, reply.text).toBe(200);
      detail = reply.body as TicketDetail;
    }
    const { items } = (await cast.agent.call('GET', `/tickets/${detail.id}/timeline`)).body as {
      items: TimelineEntry[];
    };
    const told = JSON.stringify(items.map(({ text }) => text));
    for (let n = 1; n <= 10; n++) expect(told).toContain(JSON.stringify(said(n)).slice(1, -1));
    const { cookie } = cast.agent;
    const file = await fetch(`${server.url}/api/v1/tickets/${detail.id}/archive.docx`, { headers: { cookie } });
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
    const document = unzip(Buffer.from(await file.arrayBuffer()), 'word/document.xml');
    expect(document).toContain('&lt;script&gt;');
    expect(document).not.toMatch(/<script|<img/);
  });

  it('that two people give one ticket at the same instant is taken once; the other is told what changed', async () => {
    ticket = (await cast.agent.call('GET', `/tickets/${ticket.id}`)).body as TicketDetail;
    const order = {
      category: 'system-failure',
      priority: 'urgent',
      'priority-reason': '扣款异常',
      'suggested-department': 'technology',
    };
    const replies = await Promise.all([
      form('classification', order),
      form('classification', { ...order, priority: 'normal', 'priority-reason': '影响不大' }),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    const winner = replies.find(({ status }) => status === 200)?.body as TicketDetail;
    const late = await form('classification', order);
    for (const refused of [...replies.filter(({ status }) => status === 409), late]) {
      expect(refused.body).toMatchObject({ code: 'ticket.changed', details: { now: winner.version } });
      const { changes } = (refused.body as Problem).details as { changes: { type: string; actor: { id: number } }[] };
      expect(changes.map(({ type }) => type)).toContain('ticket.classified');
      expect(changes.every(({ actor }) => actor.id === cast.supervisor.id)).toBe(true);
    }
    const { items } = (await cast.agent.call('GET', `/tickets/${ticket.id}/timeline`)).body as {
      items: TimelineEntry[];
    };
    expect(items.filter(({ type }) => type === 'form.submitted')).toHaveLength(1);
  });
});
