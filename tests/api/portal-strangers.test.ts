import { beforeAll, describe, expect, it } from 'vitest';
import type { TicketDetail } from '../../src/contract/ticket.ts';
import { type Cast, castOf, phoneComplaint } from '../support/cast.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

describe('a stranger at the portal', () => {
  let server: TestServer;
  let cast: Cast;

  beforeAll(async () => {
    server = await startTestServer({ env: { HUIYIN_RATE_LIMIT: '10000', HUIYIN_TRUST_PROXY: 'on' } });
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

  it('does not get more guesses by spelling the contact otherwise', async () => {
    const { number } = await register({ 'customer-contact': '13700137500; lin@example.com' });
    const contact = '13700137500';
    const spelt = [contact, `${contact};`, `;${contact}`, `${contact}，${contact}`, `手机：${contact}、`];
    const ask = async (body: { number: string; contact: string }) =>
      (await server.call('POST', '/api/v1/portal/follow', { body, headers: { 'x-forwarded-for': '198.51.100.75' } }))
        .status;
    const guess = (at: number) =>
      ask({ number: `CF202603028${100 + at}`, contact: `${spelt[at % spelt.length]}${';'.repeat(at % 7)}` });
    for (let at = 0; at < 10; at++) expect(await guess(at)).toBe(404);
    for (let at = 10; at < 14; at++) expect(await guess(at), spelt[at % spelt.length]).toBe(429);
    server.clock.advance(60_000);
    for (const one of spelt) expect(await ask({ number, contact: one }), one).toBe(200);
  });

  it('does not get more guesses by sending them all at once', async () => {
    const { number } = await register({ 'customer-contact': '13700138000' });
    const guess = async (at: number) => (await portal('follow', { number, contact: `1370013${8100 + at}` })).status;
    const statuses = await Promise.all(Array.from({ length: 30 }, (_, at) => guess(at)));
    expect(statuses.filter((status) => status === 404)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(20);
  });

  it('who guesses elsewhere locks out nobody, and gets nowhere from many addresses either', async () => {
    const { number } = await register({ 'customer-contact': '13700139000' });
    const right = { number, contact: '13700139000' };
    const from = async (address: string, contact: string) =>
      (
        await server.call('POST', '/api/v1/portal/follow', {
          body: { number, contact },
          headers: { 'x-forwarded-for': address },
        })
      ).status;
    for (let guess = 0; guess < 12; guess++)
      expect(await from('198.51.100.7', `1370013${9100 + guess}`)).toBe(guess < 10 ? 404 : 429);
    expect(await from('198.51.100.7', right.contact)).toBe(429);
    expect(await from('203.0.113.5', right.contact), 'the customer, from elsewhere').toBe(200);
    const many = [];
    for (let guess = 0; guess < 50; guess++)
      many.push(await from(`2001:db8:0:${Math.floor(guess / 10)}::${guess + 1}`, `1370013${9200 + guess}`));
    expect(many.filter((status) => status === 404)).toHaveLength(40);
    expect(await from('203.0.113.77', right.contact), 'all addresses together').toBe(429);
    expect(await from('203.0.113.5', right.contact), 'where it was right before').toBe(200);
    expect(await from('203.0.113.5', '13700139999'), 'but nothing new is tried from there').toBe(429);
  });

  it('is told when the contact given opens nothing later', async () => {
    const request = { name: '林女士', type: 'complaint', description: '预约的师傅没有来' };
    for (const [contact, code] of [
      [',,,', 'portal.no-contact'],
      ['1234', 'portal.no-contact'],
      ['小林同学', 'portal.no-contact'],
      ['138****1234', 'customer.masked-contact'],
    ]) {
      const reply = await portal('requests', { ...request, contact });
      expect(reply).toMatchObject({ status: 422, body: { code, field: 'contact' } });
    }
  });
});
