import { beforeAll, describe, expect, it } from 'vitest';
import type { TicketDetail, TicketRow } from '../../src/contract/ticket.ts';
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

  it('comes from the whole text where a ticket has none of its own yet, and is there after the next word', async () => {
    const { id, version, subject, customerName } = ticket;
    await sql('update ticket set description = null');
    expect(await rows()).toMatchObject([{ id, subject, customerName }]);
    const reply = await cast.agent.call('POST', `/tickets/${id}/add-note`, { version, note: '已联系仓库核实' });
    expect(reply.status, reply.text).toBe(200);
    const { rows: kept } = await sql('select description is not null as "isKept" from ticket');
    expect(kept).toEqual([{ isKept: true }]);
    expect(await rows()).toMatchObject([{ id, subject, customerName }]);
  });

  it('is gone with the customer', async () => {
    const path = `/customers/${ticket.customer.id}/erase`;
    expect((await cast.supervisor.call('POST', path, { reason: '客户依法要求删除' })).status).toBe(204);
    expect((await sql('select description, secret from ticket')).rows).toEqual([{ description: null, secret: null }]);
    expect(await rows()).toMatchObject([{ id: ticket.id, subject: '', customerName: '' }]);
  });
});
