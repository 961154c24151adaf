import { beforeAll, describe, expect, it } from 'vitest';
import type { TicketDetail } from '../../src/contract/ticket.ts';
import { type Cast, castOf, phoneComplaint } from '../support/cast.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

describe('a stranger at the portal', () => {
  let server: TestServer;
  let cast: Cast;

  beforeAll(async () => {
    server = await startTestServer({ env: { HUIYIN_RATE_LIMIT: '10000' } });
    cast = await castOf(server, 'resolution-flow');
  });

  const portal = (path: string, body: unknown) => server.call('POST', `/api/v1/portal/${path}`, { body });
  const register = async (answers: Record<string, unknown>) => {
    const body = { playbook: 'resolution-flow', answers: { ...phoneComplaint, ...answers } };
    return (await cast.agent.call('POST', '/tickets', body)).body as TicketDetail;
  };

  it('opens nothing with a customer number, nor with many guesses in one', async () => {
    const { number } = await register({
      'customer-contact': '13800138001; wang@example.com',
      'customer-number': '1001',
    });
    for (const contact of ['1001', '13800138000,13800138001,13800138002', '1001,13800138001'])
      expect((await portal('follow', { number, contact })).status, contact).toBe(404);
    for (const contact of ['138 0013 8001', 'WANG@example.com', '13800138001，wang@example.com'])
      expect((await portal('follow', { number, contact })).status, contact).toBe(200);
  });

  it('who keeps guessing is held back, by the number and by the contact, and let in again later', async () => {
    const { number } = await register({ 'customer-contact': '13700137000' });
    const other = await register({ 'customer-contact': '13700137999' });
    const right = { number, contact: '13700137000' };
    for (let guess = 0; guess < 10; guess++)
      expect((await portal('follow', { number: `CF202603029${guess}00`, contact: right.contact })).status).toBe(404);
    for (const [path, body] of [
      ['follow', right],
      ['chase', right],
      ['messages', { ...right, message: '你好' }],
    ] as const)
      expect(await portal(path, body)).toMatchObject({ status: 429, body: { code: 'rate.limited' } });
    expect((await portal('follow', { number: other.number, contact: '13700137999' })).status).toBe(200);
    server.clock.advance(60_000);
    expect((await portal('follow', right)).status).toBe(200);
  });

  it('is told when the contact given opens nothing later', async () => {
    const request = { name: '林女士', type: 'complaint', description: '预约的师傅没有来' };
    for (const [contact, code] of [
      [',,,', 'portal.no-contact'],
      ['138****1234', 'customer.masked-contact'],
    ]) {
      const reply = await portal('requests', { ...request, contact });
      expect(reply).toMatchObject({ status: 422, body: { code, field: 'contact' } });
    }
  });
});
