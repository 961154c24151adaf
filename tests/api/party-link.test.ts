import { beforeAll, describe, expect, it } from 'vitest';
import type { LinkView } from '../../src/contract/party-link.ts';
import type { PortalView } from '../../src/contract/portal.ts';
import { signLink } from '../../src/server/features/portal/link-token.ts';
import type { Member } from '../support/cast.ts';
import { type CoordinationStory, coordinationStory } from '../support/coordination-story.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const codeOf = (reply: { body: unknown }) => (reply.body as { code?: string } | null)?.code;
const day = 86_400_000;

describe('a link to a party outside', () => {
  let server: TestServer;
  let story: CoordinationStory;

  const link = (who: Member, body: object) => who.call('POST', `/tickets/${story.id}/links`, body);
  const tokenFor = async (body: object) => {
    const reply = await link(story.cast.agent, body);
    expect(reply.status, reply.text).toBe(201);
    const { path } = reply.body as { path: string };
    expect(path).toMatch(/^\/portal\/answer#/);
    return path.split('#')[1] ?? '';
  };
  const open = (token: string) => server.call('POST', '/api/v1/portal/links/open', { body: { token } });
  const answer = (token: string, body: object) =>
    server.call('POST', '/api/v1/portal/links/answer', { body: { token, ...body } });
  const sendLetter = (demand: string) =>
    story.act(story.cast.agent, 'send-letter', { party: 'external:1', wantedBy: story.inHours(10), demand });

  beforeAll(async () => {
    server = await startTestServer();
    story = await coordinationStory(server);
    const { agent } = story.cast;
    await story.act(agent, 'name-party', { kind: 'external', name: '顺安物流', contact: '13900000777' });
    await story.act(agent, 'name-party', { kind: 'external', name: '优品配件' });
    await sendLetter('请明早送达门店');
    await sendLetter('请提供送货单');
    await sendLetter('请安排加急');
  });

  it('is made by whoever may send it, shows only what is meant for the party, and takes one answer', async () => {
    const { agent, logistics, specialist } = story.cast;
    const first = { kind: 'letter', item: 1, party: 'external:1' };
    expect((await link(logistics, first)).status).toBe(404);
    expect((await link(specialist, first)).status).toBe(403);
    expect(codeOf(await link(agent, { ...first, item: 9 }))).toBe('link.over');
    expect(codeOf(await link(agent, { ...first, party: 'external:2' }))).toBe('link.over');

    const token = await tokenFor(first);
    const { rows: made } = await server.context.pool.query(
      `select actor_id, reason from customer_access where what = 'link'`,
    );
    expect(made).toEqual([{ actor_id: agent.id, reason: `${story.number} letter 1 external:1` }]);
    const opened = await open(token);
    expect(opened.status).toBe(200);
    expect(opened.body as LinkView).toMatchObject({
      kind: 'letter',
      number: `${story.number}-L1`,
      organisation: '回音示范',
      party: { zh: '顺安物流', en: '顺安物流' },
      text: '请明早送达门店',
      answer: null,
    });
    expect(opened.text).not.toMatch(/张三丰|13800000321|13900000777|漏水|送货单/);
    expect(codeOf(await answer(token, { answer: 'confirmed' }))).toBe('request.invalid');
    expect(codeOf(await answer(token, { answer: 'declined' }))).toBe('letter.reason-missing');
    expect(codeOf(await answer(token, { answer: 'counter' }))).toBe('letter.date-missing');
    const answered = await answer(token, { answer: 'counter', date: story.inHours(14), note: '今天车次已满' });
    expect([answered.status, (answered.body as LinkView).answer]).toEqual([200, 'counter']);
    expect((await story.coordination()).letters[0]).toMatchObject({ status: 'counter', note: '今天车次已满' });
    const { items } = (await agent.call('GET', `/tickets/${story.id}/timeline`)).body as {
      items: { type: string; actor: { kind: string } }[];
    };
    expect(items.findLast(({ type }) => type === 'letter.answered')?.actor.kind).toBe('party');

    // Once more by the same link: neither opened nor answered.
    expect([codeOf(await open(token)), codeOf(await answer(token, { answer: 'accepted' }))]).toEqual([
      'link.answered',
      'link.answered',
    ]);
  });

  it('dies with its time, with the letter, and with any letter of it changed', async () => {
    const token = await tokenFor({ kind: 'letter', item: 2, party: 'external:1' });
    const [payload = '', signature = ''] = token.split('.');
    const other = Buffer.from(JSON.stringify([story.id, 'letter', 3, 'external:1', server.clock.now() + day]));
    const forged = [
      `${other.toString('base64url')}.${signature}`,
      `${payload}.${signature.slice(0, -2)}AA`,
      `${payload}.`,
      `${payload}.${signature}.x`,
      'x'.repeat(60),
    ];
    for (const one of forged) {
      const reply = await open(one);
      expect([reply.status < 500, ['link.invalid', 'request.invalid'].includes(codeOf(reply) ?? '')], one).toEqual([
        true,
        true,
      ]);
      expect((await answer(one, { answer: 'accepted' })).status).toBeGreaterThanOrEqual(400);
    }
    const soon = await tokenFor({ kind: 'letter', item: 3, party: 'external:1', days: 1 });
    await story.act(story.cast.agent, 'withdraw-letter', { letter: 2, reason: '不需要了' });
    expect([(await open(token)).status, codeOf(await answer(token, { answer: 'accepted' }))]).toEqual([
      410,
      'link.over',
    ]);
    server.clock.advance(day - 1);
    expect((await open(soon)).status).toBe(200);
    server.clock.advance(1);
    expect([(await open(soon)).status, codeOf(await answer(soon, { answer: 'accepted' }))]).toEqual([
      410,
      'link.expired',
    ]);
    expect((await story.coordination()).letters[2]).toMatchObject({ status: 'sent' });
  });

  it('answers a solution: its own part is shown, two at once count once, and the next round ends it', async () => {
    const { agent } = story.cast;
    const circulate = () =>
      story.act(agent, 'circulate-solution', {
        summary: '明日上门重做',
        items: [
          { what: '送达配件', how: '早班车', who: 'external:1', when: story.inHours(14) },
          { what: '内部复盘', how: '书面', who: 'department:technical-support', when: story.inHours(30) },
        ],
      });
    await circulate();
    const token = await tokenFor({ kind: 'solution', item: 1, party: 'external:1' });
    const opened = await open(token);
    expect(opened.body as LinkView).toMatchObject({
      text: '明日上门重做',
      items: [{ what: '送达配件', how: '早班车' }],
    });
    expect(opened.text).not.toContain('内部复盘');
    expect(codeOf(await answer(token, { answer: 'objected' }))).toBe('solution.reason-missing');
    const both = await Promise.all([1, 2].map(() => answer(token, { answer: 'confirmed' })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);

    const late = await tokenFor({ kind: 'solution', item: 1, party: 'external:2' });
    await circulate();
    expect([(await open(late)).status, codeOf(await open(late))]).toEqual([410, 'link.over']);
    expect(codeOf(await answer(late, { answer: 'confirmed' }))).toBe('link.over');
  });

  it('is for those who cannot sign in: no department is answered for, by a link or by anybody who is not of it', async () => {
    const { agent, supervisor, contact } = story.cast;
    const own = 'department:technical-support';
    await story.act(agent, 'send-letter', { party: own, demand: '请派人' });
    const letter = (await story.coordination()).letters.at(-1)?.id;
    const round = (await story.coordination()).rounds.at(-1)?.id ?? 0;
    for (const body of [
      { kind: 'letter', item: letter, party: own },
      { kind: 'solution', item: round, party: own },
    ]) {
      const refused = await link(agent, body);
      expect([refused.status, codeOf(refused)]).toEqual([403, 'link.department']);
    }
    // A link of before, signed as it should be, opens nothing any more.
    const before = { ticket: story.id, kind: 'solution', item: round, party: own, by: null } as const;
    const old = signLink(server.context.ring, { ...before, expiresAt: server.clock.now() + day });
    expect([codeOf(await open(old)), codeOf(await answer(old, { answer: 'confirmed' }))]).toEqual([
      'link.department',
      'link.department',
    ]);
    for (const somebody of [agent, supervisor, story.cast.admin]) {
      const asked = await story.ask(somebody, 'answer-letter', { letter, answer: 'accepted', via: 'phone' });
      expect([asked.status, codeOf(asked)]).toEqual([403, 'party.not-yours']);
      const body = { round, party: own, answer: 'confirmed', via: 'phone' };
      expect(codeOf(await story.ask(somebody, 'answer-solution', body))).toBe('party.not-yours');
    }
    await story.act(contact, 'answer-letter', { letter, answer: 'accepted' });
    await story.act(contact, 'answer-solution', { round, party: own, answer: 'confirmed' });
  });

  it('says whose link it was, is no way to answer for those signed in, and what is recorded for others says how', async () => {
    const { agent } = story.cast;
    const round = (await story.coordination()).rounds.at(-1)?.id ?? 0;
    const token = await tokenFor({ kind: 'solution', item: round, party: 'external:1' });
    const signedIn = await agent.call('POST', '/portal/links/answer', { token, answer: 'confirmed' });
    expect([signedIn.status, codeOf(signedIn)]).toEqual([403, 'link.signed-in']);
    expect((await answer(token, { answer: 'confirmed' })).status).toBe(200);
    const heard = { round, party: 'external:2', answer: 'confirmed' };
    const bare = await story.ask(agent, 'answer-solution', heard);
    expect([bare.status, codeOf(bare)]).toEqual([422, 'party.way-missing']);
    expect(codeOf(await story.ask(agent, 'answer-solution', { ...heard, via: 'portal' }))).toBe('party.way-missing');
    await story.act(agent, 'answer-solution', { ...heard, via: 'phone' });
    const { items } = (await agent.call('GET', `/tickets/${story.id}/timeline?limit=100`)).body as {
      items: { type: string; actor: object; data: object }[];
    };
    const said = items.filter(
      ({ type, data }) => type === 'solution.answered' && 'round' in data && data.round === round,
    );
    expect(said.map(({ actor, data }) => ({ actor, data }))).toMatchObject([
      { actor: { kind: 'staff' }, data: { party: 'department:technical-support', via: 'console' } },
      { actor: { kind: 'party' }, data: { party: 'external:1', via: 'portal', linkBy: agent.id } },
      { actor: { kind: 'staff', id: agent.id }, data: { party: 'external:2', via: 'phone' } },
    ]);
  });

  it('is not needed by customers who follow their request: they see the solution and answer it there', async () => {
    const key = { number: story.number, contact: '13800000321' };
    const portal = (path: string, body: object = {}) =>
      server.call('POST', `/api/v1/portal/${path}`, { body: { ...key, ...body } });
    const seen = (await portal('follow')).body as PortalView;
    expect(seen.solution).toMatchObject({ round: 2, text: '明日上门重做', answer: 'pending', canAnswer: true });
    expect(JSON.stringify(seen)).not.toMatch(/送达配件|内部复盘|顺安/);
    expect(codeOf(await portal('solution', { round: 2, answer: 'objected' }))).toBe('solution.reason-missing');
    const objected = await portal('solution', { round: 2, answer: 'objected', note: '要今天' });
    expect([objected.status, (objected.body as PortalView).solution]).toEqual([
      200,
      expect.objectContaining({ answer: 'objected', canAnswer: false }),
    ]);
    expect(codeOf(await portal('solution', { round: 2, answer: 'confirmed' }))).toBe('solution.already-answered');
    const round = (await story.coordination()).rounds.at(-1);
    expect(round).toMatchObject({ status: 'objected' });
    expect(round?.answers.find(({ party }) => party === 'customer')).toMatchObject({ note: '要今天' });
    expect(
      (
        await server.call('POST', '/api/v1/portal/solution', {
          body: { ...key, contact: '13900000000', round: 2, answer: 'confirmed' },
        })
      ).status,
    ).toBe(404);
  });
});
