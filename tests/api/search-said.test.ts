import { beforeAll, describe, expect, it } from 'vitest';
import type { TicketDetail } from '../../src/contract/ticket.ts';
import { mostTokens } from '../../src/domain/search/ticket-words.ts';
import { rebuildTickets, type TicketFinding } from '../../src/server/features/tickets/index.ts';
import { createLanguage, seededRandom } from '../bench/search-language.ts';
import { type Cast, castOf, type Member, phoneComplaint } from '../support/cast.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

type Found = { items: { id: number; snippet: string }[]; isPartial: boolean };

describe('what was said beside the forms', () => {
  let server: TestServer;
  let cast: Cast;
  let ticket: TicketDetail;

  const register = async (contact: string) => {
    const answers = { ...phoneComplaint, 'customer-contact': contact };
    const reply = await cast.agent.call('POST', '/tickets', { playbook: 'resolution-flow', answers });
    expect(reply.status, reply.text).toBe(201);
    return reply.body as TicketDetail;
  };
  const act = async (who: Member, action: string, body: object) => {
    const reply = await who.call('POST', `/tickets/${ticket.id}/${action}`, { version: ticket.version, ...body });
    expect(reply.status, `${action} ${reply.text}`).toBe(200);
    ticket = reply.body as TicketDetail;
  };
  const search = async (q: string, who = cast.agent) => {
    const { body } = await who.call('GET', `/tickets/search?q=${encodeURIComponent(q)}`);
    return (body as Found).items;
  };
  const differences = async (repairs = false) => {
    const found: TicketFinding[] = [];
    await rebuildTickets(server.context, repairs, { found: (one) => found.push(one), progress: () => {} });
    return found.flatMap((one) => one.differences);
  };
  const tokenCount = async () => {
    const text = 'select cardinality(tokens) as count from ticket_search where ticket_id = $1';
    const { rows } = await server.context.pool.query<{ count: number }>(text, [ticket.id]);
    return rows[0]?.count ?? 0;
  };

  /** A sentence of its own for each way of saying something. */
  const language = createLanguage(60);
  const sentence = (seed: number) => `${language.text(seed).slice(0, 60)}，单号YD${7_000 + seed}-${seed}`;
  const said = Array.from({ length: 13 }, (_, seed) => sentence(seed + 1));
  const [
    progress,
    customerWords,
    nextStep,
    informed,
    replied,
    chased,
    note,
    waiting,
    handOff,
    plan,
    bounce,
    escalated,
    urgent,
  ] = said;

  beforeAll(async () => {
    server = await startTestServer();
    cast = await castOf(server);
    await register('13900001111');
    ticket = await register('13900002222');
    await act(cast.agent, 'record-progress', { done: progress, customerWords, nextStep });
    await act(cast.agent, 'inform-customer', { kind: 'response', via: 'phone', message: informed });
    await act(cast.agent, 'record-reply', { via: 'phone', message: replied });
    await act(cast.agent, 'chase', { message: chased });
    await act(cast.agent, 'add-note', { note });
    await act(cast.agent, 'start-wait', { for: 'customer', until: '2026-03-09T12:00:00+08:00', reason: waiting });
    await act(cast.agent, 'end-wait', {});
    await act(cast.supervisor, 'classify', { priority: 'urgent', reason: urgent });
    await act(cast.supervisor, 'hand-off', { department: 'technology', requirement: handOff });
    await act(cast.specialist, 'accept', { plan });
    await act(cast.specialist, 'bounce', { reason: 'other', note: bounce });
    await act(cast.supervisor, 'classify', { priority: 'normal', reason: '改回一般' });
    await act(cast.agent, 'escalate', { reason: escalated });
  }, 60_000);

  it('is found by at least 99 of 100 parts of two to six characters, and the snippet shows it', async () => {
    const random = seededRandom(7);
    let asked = 0;
    let missed = 0;
    for (const text of said) {
      for (let n = 0; n < 12; n++) {
        const points = Array.from(text);
        const length = 2 + Math.floor(random() * 5);
        const from = Math.floor(random() * (points.length - length));
        const part = points.slice(from, from + length).join('');
        if (!/[\p{L}\p{N}]/u.test(part)) continue;
        asked++;
        const found = (await search(part)).find(({ id }) => id === ticket.id);
        if (!found) missed++;
        else if (/^[\p{L}\p{N}]+$/u.test(part)) expect(found.snippet.toLowerCase(), part).toContain(part.toLowerCase());
      }
    }
    expect(asked).toBeGreaterThan(100);
    expect(missed / asked).toBeLessThanOrEqual(0.01);
  }, 60_000);

  it('is found together with the customer and the form, and what nobody said is not', async () => {
    const ids = async (q: string) => (await search(q)).map(({ id }) => id);
    expect(await ids('王小明 YD7005')).toEqual([ticket.id]);
    expect(await ids('扣了两次 YD7009')).toEqual([ticket.id]);
    expect(await ids('YD7005 YD7099')).toEqual([]);
    expect(await ids('70057006')).toEqual([]);
  });

  it('is found by those alone who may read the ticket, and shows no way to reach the customer', async () => {
    const messages = { via: 'phone', message: '13900002222' };
    await act(cast.agent, 'record-reply', messages);
    expect(await search('YD7009', cast.logistics)).toEqual([]);
    const [found] = await search('00002222');
    expect(found?.snippet).toContain('139****2222');
    expect(found?.snippet).not.toContain('13900002222');
  });

  it('stays found when the customer is corrected, under the new name as well', async () => {
    const path = `/customers/${ticket.customer.id}`;
    expect((await cast.agent.call('PATCH', path, { name: '欧阳灯泡', contact: '13900003333' })).status).toBe(200);
    expect((await search('欧阳灯泡 YD7005')).map(({ id }) => id)).toEqual([ticket.id]);
    expect((await differences()).filter(({ field }) => field === 'search')).toEqual([]);
  });

  it('is rebuilt from the events, word for word', async () => {
    expect(await differences()).toEqual([]);
    await server.context.pool.query('update ticket_search set tokens = tokens[1:100] where ticket_id = $1', [
      ticket.id,
    ]);
    expect(await search('YD7009')).toEqual([]);
    expect(await differences(true)).toMatchObject([{ field: 'search' }]);
    expect((await search('YD7009')).map(({ id }) => id)).toEqual([ticket.id]);
    expect(await differences()).toEqual([]);
  });

  it('has its limit, and is rebuilt the same there', async () => {
    const random = seededRandom(3);
    const noise = () =>
      Array.from({ length: 7_900 }, () => String.fromCodePoint(0x4e00 + Math.floor(random() * 20_000))).join('');
    let last = await tokenCount();
    for (let n = 0; n < 3; n++) {
      await act(cast.agent, 'add-note', { note: noise() });
      expect(await tokenCount()).toBeGreaterThan(last);
      last = await tokenCount();
    }
    expect(last).toBe(mostTokens);
    await act(cast.agent, 'add-note', { note: '再多也不会更多' });
    expect(await tokenCount()).toBe(mostTokens);
    expect(await differences()).toEqual([]);
    expect((await search('YD7009')).map(({ id }) => id)).toEqual([ticket.id]);
  });

  it('is found no more once the customer is erased', async () => {
    const path = `/customers/${ticket.customer.id}/erase`;
    expect((await cast.supervisor.call('POST', path, { reason: '客户要求删除' })).status).toBe(204);
    for (const text of said) expect(await search(text.slice(0, 8))).toEqual([]);
    expect(await differences()).toEqual([]);
  });
});
