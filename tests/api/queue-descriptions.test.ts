import { beforeAll, describe, expect, it } from 'vitest';
import type { TicketDetail, TicketRow } from '../../src/contract/ticket.ts';
import { describeOldTickets } from '../../src/server/features/tickets/index.ts';
import { type Cast, castOf, phoneComplaint } from '../support/cast.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

describe('what the queue shows of what was said', () => {
  let server: TestServer;
  let cast: Cast;
  let ticket: TicketDetail;

  const sql = (text: string) => server.context.pool.query(text);
  /** As a process that has shown nothing yet. */
  const rows = async () => {
    server.context.engine.descriptions.clear();
    return ((await cast.agent.call('GET', '/tickets')).body as { items: TicketRow[] }).items;
  };

  beforeAll(async () => {
    server = await startTestServer();
    cast = await castOf(server);
    const reply = await cast.agent.call('POST', '/tickets', { playbook: 'resolution-flow', answers: phoneComplaint });
    ticket = reply.body as TicketDetail;
  });

  it('lies beside the row, sealed by itself: the whole text is not opened for it', async () => {
    const { subject, customerName } = ticket;
    expect(subject).not.toBe('');
    const { rows: kept } = await sql('select description, secret from ticket');
    expect(kept[0].description.length).toBeLessThan(kept[0].secret.length);
    expect(kept[0].description.toString('utf8')).not.toContain(customerName);
    await sql(`update ticket set secret = '\\x0102'`);
    expect(await rows()).toMatchObject([{ id: ticket.id, subject, customerName }]);
    await server.context.pool.query('update ticket set secret = $1', [kept[0].secret]);
  });

  it('stays as it is sealed until something else is to be shown', async () => {
    const kept = async () => (await sql('select description from ticket')).rows[0]?.description as Buffer;
    const first = await kept();
    const { id } = ticket;
    const act = async (action: string, body: object) => {
      const { version } = (await cast.supervisor.call('GET', `/tickets/${id}`)).body as TicketDetail;
      const reply = await cast.supervisor.call('POST', `/tickets/${id}/${action}`, { version, ...body });
      expect(reply.status, reply.text).toBe(200);
      return reply.body as TicketDetail;
    };
    await act('add-note', { note: '已联系仓库核实' });
    expect((await kept()).equals(first)).toBe(true);
    const corrected = { ...phoneComplaint, phenomenon: '付款时重复扣款' };
    ticket = await act('submit-form', { form: 'feedback-register', answers: corrected });
    expect((await kept()).equals(first)).toBe(false);
    expect(await rows()).toMatchObject([{ id, subject: ticket.subject }]);
    expect(ticket.subject).toContain('付款时重复扣款');
  });

  it('comes from the whole text where a ticket has none of its own yet, and is filled in by and by', async () => {
    const { id, subject, customerName } = ticket;
    const { context } = server;
    const shown = { id, subject, customerName };
    expect(await describeOldTickets(context)).toBe(0);
    await sql(`update ticket set description = null; delete from setting where name = 'descriptions'`);
    expect(await rows()).toMatchObject([shown]);
    expect(await describeOldTickets(context)).toBe(1);
    const { rows: kept } = await sql('select description, secret from ticket');
    await sql(`update ticket set secret = '\\x0102'`);
    expect(await rows()).toMatchObject([shown]);

    await sql(`update ticket set description = null; delete from setting where name = 'descriptions'`);
    expect(await describeOldTickets(context), 'one that cannot be opened stops nothing').toBe(0);
    await context.pool.query('update ticket set secret = $1, description = $2', [kept[0].secret, kept[0].description]);
    await sql('update ticket set description = null');
    expect(await describeOldTickets(context), 'all have been seen once').toBe(0);
    const reply = await cast.agent.call('GET', `/tickets/${id}`);
    expect(reply.body).toMatchObject(shown);
  });

  it('is gone with the customer', async () => {
    const path = `/customers/${ticket.customer.id}/erase`;
    expect((await cast.supervisor.call('POST', path, { reason: '客户依法要求删除' })).status).toBe(204);
    expect((await sql('select description, secret from ticket')).rows).toEqual([{ description: null, secret: null }]);
    expect(await rows()).toMatchObject([{ id: ticket.id, subject: '', customerName: '' }]);
  });

  it('is filled in by several processes at once, each ticket once', async () => {
    for (const _ of [1, 2])
      await cast.agent.call('POST', '/tickets', { playbook: 'resolution-flow', answers: phoneComplaint });
    await sql(`update ticket set description = null; delete from setting where name = 'descriptions'`);
    const filled = await Promise.all([1, 2, 3].map(() => describeOldTickets(server.context)));
    expect(filled.reduce((sum, one) => sum + one, 0)).toBe(2);
    expect((await sql('select from ticket where description is null and secret is not null')).rows).toEqual([]);
  });
});
