import { beforeAll, describe, expect, it } from 'vitest';
import type { TicketDetail } from '../../src/contract/ticket.ts';
import { type Cast, castOf, phoneComplaint } from '../support/cast.ts';
import { startTestServer } from '../support/server.ts';

const cursorOf = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
const cursor = (value: unknown, id: unknown = 1) => cursorOf(value, id);
const queueCursor = (sort: string, value: unknown) => cursorOf(sort, value, 1);

describe('what a clumsy program or an attacker sends', () => {
  let cast: Cast;
  let ticket: TicketDetail;

  beforeAll(async () => {
    const server = await startTestServer();
    cast = await castOf(server);
    const made = await cast.agent.call('POST', '/tickets', { playbook: 'resolution-flow', answers: phoneComplaint });
    ticket = made.body as TicketDetail;
  });

  const refused = async (path: string, field: string) => {
    const reply = await cast.agent.call('GET', path);
    expect(reply, path).toMatchObject({ status: 400, body: { code: 'request.invalid', field } });
  };

  it('as a cursor is refused by name, also one of another list', async () => {
    const notTimes = ['1', '99-99', '::::', '9999-99-99 99:99', '2026-02-31 00:00:00+00', '0000-01-01 00:00:00+00'];
    const table = '/tables/response-toolkit/demand-record?after=';
    for (const value of notTimes) {
      for (const sort of ['due', 'received', '-received'])
        await refused(`/tickets?sort=${sort}&after=${queueCursor(sort, value)}`, 'after');
      await refused(table + cursor(value), 'after');
    }
    for (const value of ['infinity', '99999', '-1', '2026-01-01 00:00:00+00'])
      await refused(`/tickets?sort=priority&after=${queueCursor('priority', value)}`, 'after');
    for (const after of ['1e400', '99999999999999999999', '1.5', '-5', '3000000000', 'zzz'])
      await refused(`/tickets/${ticket.id}/timeline?after=${after}`, 'after');
  });

  it('as a cursor of a queue in another order is refused, instead of a page that looks like the last one', async () => {
    await cast.agent.call('POST', '/tickets', { playbook: 'resolution-flow', answers: phoneComplaint });
    const { body } = await cast.agent.call('GET', '/tickets?limit=1&sort=due');
    const { next } = body as { next: string };
    expect(await cast.agent.call('GET', `/tickets?limit=1&sort=due&after=${next}`)).toMatchObject({ status: 200 });
    for (const sort of ['received', '-received', 'priority'])
      await refused(`/tickets?sort=${sort}&after=${next}`, 'after');
  });

  it('as a day outside of all calendars is refused', async () => {
    for (const query of ['from=0000-01-01', 'to=0000-01-01', 'to=9999-12-31', 'from=2026-02-30'])
      await refused(`/tables/response-toolkit/demand-record?${query}`, query.split('=')[0] ?? '');
  });

  it('as a time that no reply can hold is refused, and the ticket stays readable', async () => {
    const far = '9999-12-31T23:59:59-23:59';
    const bodies: [string, string, Record<string, unknown>][] = [
      ['inform-customer', 'eta', { kind: 'progress', via: 'phone', message: '处理中', eta: far }],
      ['record-progress', 'to', { done: '联系了客户', to: far }],
      ['start-wait', 'until', { for: 'customer', reason: '等客户回电', until: far }],
      ['record-progress', 'from', { done: '联系了客户', from: '0000-01-01T00:00:00Z' }],
    ];
    for (const [action, field, body] of bodies) {
      const reply = await cast.agent.call('POST', `/tickets/${ticket.id}/${action}`, {
        version: ticket.version,
        ...body,
      });
      expect(reply, action).toMatchObject({ status: 400, body: { field, errors: [{ message: /1970 .*2199/ }] } });
    }
    const after = await cast.agent.call('GET', `/tickets/${ticket.id}`);
    expect(after).toMatchObject({ status: 200, body: { version: ticket.version } });
  });

  it('as an idempotency key is refused when it is empty or would have to be cut', async () => {
    const body = { playbook: 'resolution-flow', answers: phoneComplaint };
    for (const key of ['', 'x'.repeat(201)]) {
      const reply = await cast.agent.call('POST', '/tickets', body, { 'idempotency-key': key });
      expect(reply).toMatchObject({ status: 400, body: { code: 'request.invalid', field: 'Idempotency-Key' } });
    }
    expect((await cast.agent.call('POST', '/tickets', body, { 'idempotency-key': 'x'.repeat(200) })).status).toBe(201);
  });

  it('as a field that an action does not have is refused by its name', async () => {
    const body = { version: ticket.version, note: '已致电', colour: 'red' };
    const reply = await cast.agent.call('POST', `/tickets/${ticket.id}/add-note`, body);
    expect(reply).toMatchObject({ status: 400, body: { code: 'request.invalid', field: 'colour' } });
  });
});
