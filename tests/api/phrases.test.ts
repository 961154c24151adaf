import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PhraseView } from '../../src/contract/phrase.ts';
import type { TicketDetail } from '../../src/contract/ticket.ts';
import { variablesApart } from '../../src/domain/phrase/check.ts';
import { situationIds } from '../../src/domain/phrase/situations.ts';
import { loadShippedPhrases } from '../../src/server/features/phrases/index.ts';
import { type Cast, castOf, phoneComplaint } from '../support/cast.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const folder = join(import.meta.dirname, '../../phrases');
const own = {
  situation: 'delay',
  title: { zh: '等雨停', en: 'Waiting for the rain' },
  text: {
    zh: '{{customerName}}，雨停了就来，最迟{{eta}}。',
    en: '{{customerName}}, we come after the rain, by {{eta}}.',
  },
  categories: ['logistics'],
};

describe('the library of wording', () => {
  let server: TestServer;
  let cast: Cast;
  beforeAll(async () => {
    server = await startTestServer();
    cast = await castOf(server);
  });

  const list = async (query = '', who: keyof Cast = 'agent') => {
    const reply = await cast[who].call('GET', `/phrases${query}`);
    expect(reply.status, reply.text).toBe(200);
    return (reply.body as { items: PhraseView[] }).items;
  };
  const create = async (more = {}) =>
    (await cast.supervisor.call('POST', '/phrases', { ...own, ...more })).body as PhraseView;
  const reload = () => loadShippedPhrases(server.context.pool, folder, server.clock.now());

  it('comes with phrases for every situation in both languages, whose scopes exist', async () => {
    const items = await list('', 'specialist');
    expect(items.length).toBeGreaterThanOrEqual(40);
    expect(new Set(items.map((one) => one.situation))).toEqual(new Set(situationIds));
    for (const one of items) {
      expect([one.title.zh, one.title.en, one.text.zh, one.text.en], one.title.en).not.toContain('');
      expect(variablesApart(one.text), one.title.en).toEqual([]);
      // What ships passes the checks that the organisation's own have to pass.
      const { situation, title, text, playbooks, categories, priorities, channels } = one;
      const copy = await cast.admin.call('PATCH', `/phrases/${one.id}`, {
        ...{ situation, title, text, playbooks, categories, priorities, channels },
        version: 99,
      });
      expect(copy.body, one.title.en).toMatchObject({ code: 'phrase.changed' });
    }
  });

  it('is read by everybody who is signed in, written by supervisors and administrators only', async () => {
    const made = await cast.supervisor.call('POST', '/phrases', own);
    expect(made.status, made.text).toBe(201);
    const phrase = made.body as PhraseView;
    expect(phrase).toMatchObject({
      ...own,
      version: 1,
      playbooks: [],
      isActive: true,
      isShipped: false,
      useCount: 0,
      updatedBy: cast.supervisor.id,
    });
    const { id, version } = phrase;
    for (const who of ['agent', 'specialist', 'manager'] as const) {
      const all = [
        await cast[who].call('POST', '/phrases', own),
        await cast[who].call('PATCH', `/phrases/${id}`, { ...own, version }),
        await cast[who].call('POST', `/phrases/${id}/remove`, { version }),
      ];
      expect(all.map(({ status }) => status)).toEqual([403, 403, 403]);
    }
    expect((await server.call('GET', '/api/v1/phrases')).status).toBe(401);
    expect((await list('?words=雨停')).map((one) => one.id)).toEqual([id]);
    const changed = await cast.admin.call('PATCH', `/phrases/${id}`, { ...own, isActive: false, version });
    expect(changed.body).toMatchObject({ version: 2, isActive: false, updatedBy: cast.admin.id });
    expect(await list('?words=雨停')).toEqual([]);
    expect((await list('?words=雨停&inactive=true')).map((one) => one.id)).toEqual([id]);
  });

  it('two people who change one at once: the second is told', async () => {
    const { id, version } = await create({ title: { zh: '一起改', en: '' }, text: { zh: '原来', en: '' } });
    const change = (text: string) =>
      cast.supervisor.call('PATCH', `/phrases/${id}`, {
        situation: 'delay',
        title: { zh: '一起改' },
        text: { zh: text },
        version,
      });
    const replies = await Promise.all([change('甲'), change('乙')]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = replies.find(({ status }) => status === 409);
    expect(refused?.body).toMatchObject({ code: 'phrase.changed', details: { seen: 1, now: 2 } });
    const kept = replies.find(({ status }) => status === 200)?.body as PhraseView;
    expect((await list('?words=一起改'))[0]?.text).toEqual(kept.text);
    expect((await cast.supervisor.call('POST', `/phrases/${id}/remove`, { version })).status).toBe(409);
    expect((await cast.supervisor.call('POST', `/phrases/${id}/remove`, { version: 2 })).status).toBe(204);
    expect((await cast.supervisor.call('POST', `/phrases/${id}/remove`, { version: 3 })).body).toMatchObject({
      code: 'phrase.unknown',
    });
    expect(await list('?words=一起改')).toEqual([]);
  });

  it.each([
    [{ text: { zh: '{{customerNmae}}好', en: 'x' } }, 'phrase.variable-unknown', 'text.zh', '{{customerName}}'],
    [{ text: { zh: '好', en: 'By {{etaa}}' } }, 'phrase.variable-unknown', 'text.en', '{{eta}}'],
    [{ text: { zh: '', en: '' } }, 'phrase.empty', 'text.zh', undefined],
    [{ title: { zh: '', en: '' } }, 'phrase.half', 'title.zh', undefined],
    [{ categories: ['logistic'] }, 'phrase.scope-unknown', 'categories.0', 'logistics'],
    [{ channels: ['phone', 'fone'] }, 'phrase.scope-unknown', 'channels.1', 'phone'],
    [{ playbooks: ['resolution-flwo'] }, 'phrase.scope-unknown', 'playbooks.0', 'resolution-flow'],
  ])('%j is refused with %s at %s', async (more, code, field, near) => {
    const { status, body, text } = await cast.supervisor.call('POST', '/phrases', { ...own, ...more });
    expect(body, text).toMatchObject({ code, field, status });
    expect(status).toBe(422);
    if (near) expect((body as { remedy: string }).remedy).toContain(near);
    expect(await list('?words=etaa')).toEqual([]);
  });

  it('is ordered by what fits the ticket, then by use', async () => {
    const fits = await list('?kind=delay&to=customer&playbook=resolution-flow&category=logistics&priority=normal');
    expect(fits[0]).toMatchObject({ situation: 'delay' });
    expect(fits.some((one) => one.categories.length > 0 && !one.categories.includes('logistics'))).toBe(false);
    expect(fits.some((one) => ['hand-off', 'urgent-call'].includes(one.situation))).toBe(false);
    const plain = await list('?situation=calming');
    const last = plain.at(-1);
    for (let times = 0; times < 2; times++) {
      expect((await cast.agent.call('POST', `/phrases/${last?.id}/use`)).status).toBe(204);
    }
    expect((await list('?situation=calming'))[0]).toMatchObject({ id: last?.id, useCount: 2, version: last?.version });
    expect((await cast.agent.call('POST', '/phrases/999999/use')).body).toMatchObject({ code: 'phrase.unknown' });
    expect((await cast.agent.call('GET', '/phrases?situation=nope')).status).toBe(400);
  });

  it('what was edited or removed stays so when the program starts again; the rest follows the program', async () => {
    const [edited, removed, untouched] = (await list('?inactive=true')).filter((one) => one.isShipped && !one.isEdited);
    if (!edited || !removed || !untouched) throw new Error('too few phrases ship');
    const body = { situation: edited.situation, title: edited.title, text: { zh: '我们自己的说法', en: 'Our words' } };
    expect(
      (await cast.supervisor.call('PATCH', `/phrases/${edited.id}`, { ...body, version: edited.version })).status,
    ).toBe(200);
    const gone = await cast.supervisor.call('POST', `/phrases/${removed.id}/remove`, { version: removed.version });
    expect(gone.status).toBe(204);
    await server.context.pool.query(`update phrase set text_zh = '旧版' where id = $1`, [untouched.id]);
    const count = (await list('?inactive=true')).length;
    await Promise.all([reload(), reload(), reload()]);
    const after = await list('?inactive=true');
    expect(after).toHaveLength(count);
    expect(after.find((one) => one.id === edited.id)).toMatchObject({ text: body.text, isEdited: true });
    expect(after.find((one) => one.id === removed.id)).toBeUndefined();
    const renewed = after.find((one) => one.id === untouched.id);
    expect(renewed).toMatchObject({ text: untouched.text, version: untouched.version + 1, isEdited: false });
    await reload();
    expect((await list('?inactive=true')).find((one) => one.id === untouched.id)?.version).toBe(renewed?.version);
  });

  it('a blank that nobody filled never reaches a customer', async () => {
    const demand = { playbook: 'resolution-flow', answers: phoneComplaint };
    const ticket = (await cast.agent.call('POST', '/tickets', demand)).body as TicketDetail;
    const say = (message: string) =>
      cast.agent.call('POST', `/tickets/${ticket.id}/inform-customer`, {
        version: ticket.version,
        kind: 'progress',
        via: 'phone',
        message,
      });
    expect((await say('最迟【预计时间？】给您答复')).body).toMatchObject({
      status: 422,
      code: 'message.blank',
      field: 'message',
      details: { blanks: '预计时间' },
    });
    const unchanged = (await cast.agent.call('GET', `/tickets/${ticket.id}`)).body as TicketDetail;
    expect(unchanged).toMatchObject({ version: ticket.version, lastInformedAt: null });
    expect((await say('最迟【今天 18:00】给您答复')).status).toBe(200);
  });
});
