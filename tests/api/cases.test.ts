import { beforeAll, describe, expect, it } from 'vitest';
import type { CaseDetail, CaseFindingView, CaseRow, SimilarCase } from '../../src/contract/case.ts';
import type { TicketDetail } from '../../src/contract/ticket.ts';
import { caseDeps } from '../../src/server/context.ts';
import { type CaseDifference, checkDueCases, rebuildCases } from '../../src/server/features/cases/index.ts';
import { type Cast, castOf, type Member, phoneComplaint } from '../support/cast.ts';
import { closedTicket } from '../support/closed-ticket.ts';
import { picture, uploaded } from '../support/files.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { wholeDatabase } from './customers-whole-database.ts';

const dayMs = 86_400_000;

describe('a case of the library', () => {
  let server: TestServer;
  let cast: Cast;
  let ticket: TicketDetail;
  let made: CaseDetail;

  const get = async <T>(who: Member, path: string, expected = 200) => {
    const reply = await who.call('GET', path);
    expect(reply.status, reply.text).toBe(expected);
    return reply.body as T;
  };
  const post = async <T = CaseDetail>(who: Member, path: string, body: object, expected = 200) => {
    const reply = await who.call('POST', path, body);
    expect(reply.status, reply.text).toBe(expected);
    return reply.body as T;
  };
  const act = async (who: Member, action: string, body: object = {}) => {
    made = await post(who, `/cases/${made.id}/${action}`, { revision: made.revision, ...body });
  };
  const refused = (who: Member, action: string, body: object, status: number) =>
    post<{ code: string; field?: string; details?: unknown }>(
      who,
      `/cases/${made.id}/${action}`,
      { revision: made.revision, ...body },
      status,
    );
  const similar = async (who: Member, body: object) =>
    (await post<{ items: SimilarCase[] }>(who, '/cases/similar', body)).items;
  const list = async (who: Member, query: Record<string, string>) =>
    (await get<{ items: CaseRow[] }>(who, `/cases?${new URLSearchParams(query)}`)).items.map(({ id }) => id);
  const noticesOf = async (who: Member) =>
    (await get<{ items: { kind: string; case: { id: number } | null }[] }>(who, '/notices')).items
      .filter((one) => one.case !== null)
      .map(({ kind }) => kind);

  beforeAll(async () => {
    server = await startTestServer();
    cast = await castOf(server);
    ticket = await closedTicket(cast);
  });

  it('is prefilled from the ticket with personal data replaced, once that is resolved', async () => {
    const open = await cast.agent.call('POST', '/tickets', { playbook: 'resolution-flow', answers: phoneComplaint });
    const { id } = open.body as TicketDetail;
    expect(await get(cast.agent, `/tickets/${id}/case`, 409)).toMatchObject({ code: 'case.ticket-open' });
    await get(cast.manager, `/tickets/${ticket.id}/case`, 403);
    await get(cast.logistics, `/tickets/${ticket.id}/case`, 404);
    const { text } = await get<{ text: CaseDetail['text'] }>(cast.agent, `/tickets/${ticket.id}/case`);
    const said = JSON.stringify(text);
    expect(text).toMatchObject({
      title: expect.stringContaining('系统繁忙'),
      cause: '支付回调超时后重复扣款，［客户］的订单 ［编号］ 状态没有回写',
      solution: expect.stringContaining('2. 给［客户］回电 ［电话］'),
      lessons: expect.stringContaining('没有幂等'),
    });
    for (const trace of ['王小明', '王先生', '8000', '7788']) expect(said).not.toContain(trace);
  });

  it('is not kept while it names the customer, in whatever spelling', async () => {
    const { text } = await get<{ text: object }>(cast.agent, `/tickets/${ticket.id}/case`);
    for (const problem of [
      '王 小 明 说',
      '电话一三八零零一三八零零零',
      '订单 A20260302 7788',
      '回邮件到 zhang＠example.com',
    ]) {
      const body = { ticketId: ticket.id, text: { ...text, problem } };
      const refusal = await post<{ code: string; field: string }>(cast.agent, '/cases', body, 422);
      expect(refusal, problem).toMatchObject({ code: 'case.personal-data', field: 'text.problem' });
      const { findings } = await post<{ findings: CaseFindingView[] }>(cast.agent, '/cases/check', body);
      expect(findings.filter(({ isHard }) => isHard)).toMatchObject([{ field: 'problem' }]);
    }
    const { rows } = await server.context.pool.query('select from case_entry');
    expect(rows).toEqual([]);
  });

  it('is drafted by an agent, and seen by those who write and check it only', async () => {
    const { text } = await get<{ text: object }>(cast.agent, `/tickets/${ticket.id}/case`);
    const body = { ticketId: ticket.id, text: { ...text, tags: ['重复扣款', '支付'] } };
    await post(cast.manager, '/cases', body, 403);
    made = await post(cast.agent, '/cases', body, 201);
    expect(made).toMatchObject({ number: 'AL0001', status: 'draft', owner: cast.agent.id, publishedVersion: null });
    await get(cast.logistics, `/cases/${made.id}`, 404);
    expect(await similar(cast.agent, { text: '付款提示系统繁忙，扣了两次' })).toEqual([]);
    expect(await list(cast.agent, { view: 'mine' })).toEqual([made.id]);
    expect(await list(cast.agent, {})).toEqual([]);
  });

  it('is approved by another person than its author, and by nobody else', async () => {
    await act(cast.agent, 'submit');
    expect(await noticesOf(cast.supervisor)).toEqual(['case-review']);
    expect(await list(cast.supervisor, { view: 'to-review' })).toEqual([made.id]);
    expect(await list(cast.agent, { view: 'to-review' })).toEqual([]);
    expect((await refused(cast.agent, 'approve', { version: 1 }, 403)).code).toBe('auth.forbidden');
    expect((await refused(cast.logistics, 'approve', { version: 1 }, 404)).code).toBe('case.unknown');
    await act(cast.supervisor, 'send-back', { version: 1, note: '标题请写得更具体' });
    expect(await noticesOf(cast.agent)).toEqual(['case-returned']);
    made = await get(cast.agent, `/cases/${made.id}`);
    expect(made).toMatchObject({ status: 'draft', working: { stage: 'returned' } });
    expect(made.steps.at(-1)).toMatchObject({ type: 'case.returned', note: '标题请写得更具体' });

    // A supervisor who writes on it is an author as well.
    const { text } = made.working ?? {};
    await act(cast.supervisor, 'save', { text: { ...text, title: '支付回调重复导致扣款两次' } });
    expect(made.working).toMatchObject({ version: 2, editors: [cast.agent.id, cast.supervisor.id] });
    await act(cast.agent, 'submit');
    expect((await refused(cast.supervisor, 'approve', { version: 2 }, 403)).code).toBe('case.own-review');
    expect((await refused(cast.manager, 'approve', { version: 1 }, 409)).code).toBe('case.changed');
    const seen = made.revision;
    await act(cast.manager, 'approve', { version: 2 });
    expect(made).toMatchObject({ status: 'published', publishedVersion: 2, working: null, workingStage: null });
    expect(Date.parse(made.checkBy ?? '') - server.clock.now()).toBe(180 * dayMs);
    expect((await cast.admin.call('POST', `/cases/${made.id}/approve`, { revision: seen, version: 2 })).status).toBe(
      409,
    );
    expect(await noticesOf(cast.agent)).toContain('case-published');
  });

  it('is read by departments, found as similar on another ticket, searched and filtered', async () => {
    expect((await get<CaseDetail>(cast.logistics, `/cases/${made.id}`)).ticket).toBeNull();
    expect((await get<CaseDetail>(cast.agent, `/cases/${made.id}`)).ticket).toMatchObject({ id: ticket.id });
    const [found] = await similar(cast.logistics, { text: '客户付款时页面说系统繁忙，结果被扣款两次' });
    expect(found).toMatchObject({ id: made.id, title: '支付回调重复导致扣款两次', isCited: false });
    expect(await similar(cast.agent, { text: '洗衣机脱水时声音特别大' })).toEqual([]);
    for (const q of ['回调', '扣款两次', '幂等', '重复扣款'])
      expect(await list(cast.logistics, { q }), q).toEqual([made.id]);
    expect(await list(cast.logistics, { q: '空调漏水' })).toEqual([]);
    expect(
      await list(cast.logistics, { tag: '支付', category: 'system-failure', playbook: 'resolution-flow' }),
    ).toEqual([made.id]);
    expect(await list(cast.logistics, { q: '扣款', tag: '物流' })).toEqual([]);
    expect(await get(cast.agent, '/cases?category=nothing', 400)).toMatchObject({ code: 'case.filter-unknown' });
    expect(await get(cast.logistics, '/cases/counts')).toMatchObject({
      library: 1,
      toReview: 0,
      tags: expect.arrayContaining([{ tag: '支付', count: 1 }]),
    });
  });

  it('is cited by a ticket once, in its chain, and counted', async () => {
    const reply = await cast.agent.call('POST', '/tickets', { playbook: 'resolution-flow', answers: phoneComplaint });
    const other = reply.body as TicketDetail;
    const [found] = await similar(cast.agent, { ticketId: other.id });
    expect(found).toMatchObject({ id: made.id });
    const attachments = await uploaded(server, cast.agent, other.id, [picture()]);
    const cite = (who: Member, version: number, caseId = made.id, files: number[] = []) =>
      who.call('POST', `/tickets/${other.id}/cite-case`, { version, caseId, attachments: files });
    expect((await cite(cast.agent, other.version, 999)).body).toMatchObject({ code: 'case.unknown' });
    expect((await cite(cast.logistics, other.version)).status).toBe(404);
    const cited = await cite(cast.agent, other.version, made.id, attachments);
    expect(cited.status, cited.text).toBe(200);
    const { text } = await cast.agent.call('GET', `/tickets/${other.id}/timeline`);
    expect(text).toContain('"attachment.added"');
    const again = await cite(cast.agent, (cited.body as TicketDetail).version);
    expect((again.body as TicketDetail).version).toBe((cited.body as TicketDetail).version);
    const { items } = await get<{ items: { type: string; data: object; text: object }[] }>(
      cast.agent,
      `/tickets/${other.id}/timeline`,
    );
    expect(items.filter(({ type }) => type === 'case.cited')).toMatchObject([
      { data: { caseId: made.id, version: 2 }, text: { title: '支付回调重复导致扣款两次' } },
    ]);
    expect((await similar(cast.agent, { ticketId: other.id }))[0]).toMatchObject({ isCited: true, citations: 1 });
  });

  it('is rated once for each person and version', async () => {
    const rate = (who: Member, body: object, expected = 200) =>
      post(who, `/cases/${made.id}/rating`, { version: 2, ...body }, expected);
    await rate(cast.agent, { isHelpful: false });
    await rate(cast.logistics, { isHelpful: true });
    made = await rate(cast.agent, { isHelpful: true, remark: '照着做一次就好了' });
    expect(made).toMatchObject({ helpful: 2, unhelpful: 0, myRating: { isHelpful: true, remark: '照着做一次就好了' } });
    expect(await rate(cast.agent, { isHelpful: true, version: 1 }, 409)).toMatchObject({ code: 'case.changed' });
    expect(await rate(cast.agent, { isHelpful: true, remark: '问王小明 13800138000' }, 422)).toMatchObject({
      code: 'case.personal-data',
      field: 'remark',
    });
  });

  it('keeps its published version while a better one is written and checked', async () => {
    made = await get(cast.specialist, `/cases/${made.id}`);
    const text = { ...made.text, solution: '先核对流水，再原路退回，并给回调加去重' };
    await act(cast.specialist, 'save', { text });
    expect(made).toMatchObject({ status: 'published', publishedVersion: 2, working: { version: 3, stage: 'draft' } });
    expect((await get<CaseDetail>(cast.logistics, `/cases/${made.id}`)).text?.solution).not.toContain('先核对流水');
    await act(cast.specialist, 'submit');
    expect((await refused(cast.specialist, 'save', { text }, 409)).code).toBe('case.in-review');
    // The customer changes their name meanwhile: what names them now is found at the last moment.
    const renamed = await cast.supervisor.call('PATCH', `/customers/${ticket.customer.id}`, { name: '核对流水' });
    expect(renamed.status, renamed.text).toBe(200);
    expect((await refused(cast.supervisor, 'approve', { version: 3 }, 422)).code).toBe('case.personal-data');
    await cast.supervisor.call('PATCH', `/customers/${ticket.customer.id}`, { name: '王小明' });
    await act(cast.supervisor, 'approve', { version: 3, checkAfterDays: 30 });
    expect(made).toMatchObject({ publishedVersion: 3, helpful: 2, myRating: null });
    expect(await get(cast.specialist, `/cases/${made.id}/versions/2`)).toMatchObject({
      text: { title: '支付回调重复导致扣款两次' },
    });
    await get(cast.logistics, `/cases/${made.id}/versions/2`);
    await get(cast.logistics, `/cases/${made.id}/versions/1`, 404);
  });

  it('asks for the softer findings to be looked at', async () => {
    made = await get(cast.specialist, `/cases/${made.id}`);
    await act(cast.specialist, 'save', { text: { ...made.text, cause: '收货地址写成了长江路12号3单元' } });
    expect(made.working?.findings).toMatchObject([{ field: 'cause', kind: 'address', isHard: false }]);
    await act(cast.specialist, 'submit');
    expect((await refused(cast.supervisor, 'approve', { version: 4 }, 422)).code).toBe('case.findings-unchecked');
    await act(cast.supervisor, 'approve', { version: 4, hasCheckedFindings: true, checkAfterDays: 30 });
    expect(made.publishedVersion).toBe(4);
  });

  it('falls due to be checked, tells its owner once, and is confirmed', async () => {
    const deps = caseDeps(server.context);
    expect(await checkDueCases(deps)).toEqual({ casesDue: 0 });
    server.clock.advance(30 * dayMs);
    expect(await checkDueCases(deps)).toEqual({ casesDue: 1 });
    expect(await checkDueCases(deps)).toEqual({ casesDue: 0 });
    expect((await noticesOf(cast.agent)).filter((kind) => kind === 'case-outdated')).toHaveLength(1);
    made = await get(cast.agent, `/cases/${made.id}`);
    expect(made).toMatchObject({ status: 'needs-update', checkBy: null });
    expect(await list(cast.agent, { view: 'to-check' })).toEqual([made.id]);
    expect((await refused(cast.logistics, 'confirm', {}, 403)).code).toBe('auth.forbidden');
    await act(cast.agent, 'confirm');
    expect(made.status).toBe('published');
    await act(cast.logistics, 'report', { note: '新版回调已换接口' });
    expect(made.status).toBe('needs-update');
    expect(await similar(cast.logistics, { text: '付款系统繁忙，扣款两次' })).toHaveLength(1);
    await act(cast.supervisor, 'retire', { note: '由新案例代替' });
    expect(await similar(cast.logistics, { text: '付款系统繁忙，扣款两次' })).toEqual([]);
    expect((await refused(cast.supervisor, 'save', { text: made.text ?? {} }, 409)).code).toBe('case.retired');
    await act(cast.supervisor, 'restore');
    expect(made.status).toBe('needs-update');
  });

  it('two who act at once do it once', async () => {
    const replies = await Promise.all(
      ['第一处', '第二处', '第三处'].map((note) =>
        cast.logistics.call('POST', `/cases/${made.id}/report`, { revision: made.revision, note }),
      ),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it('is rebuilt from its steps and its published version', async () => {
    const { engine, organisationKey, pool } = server.context;
    const rebuild = async (repairs: boolean) => {
      const found: CaseDifference[] = [];
      const watch = { found: (one: CaseDifference) => found.push(one) };
      const summary = await rebuildCases({ pool, ring: engine.ring, key: organisationKey }, repairs, watch);
      return { summary, fields: found.flatMap(({ differences }) => differences.map(({ field }) => field)) };
    };
    expect(await rebuild(false)).toEqual({ summary: { cases: 1, different: 0, repaired: 0 }, fields: [] });
    await pool.query(`update case_entry set owner_id = $1, tags = '{}', status = 'retired'`, [cast.admin.id]);
    await pool.query('delete from case_search');
    const fields = ['status', 'owner', 'tags', 'tokens'];
    expect(await rebuild(false)).toMatchObject({ summary: { different: 1, repaired: 0 }, fields });
    expect(await rebuild(true)).toMatchObject({ summary: { different: 1, repaired: 1 }, fields });
    expect(await rebuild(false)).toMatchObject({ summary: { different: 0 }, fields: [] });
    expect(await similar(cast.logistics, { text: '付款系统繁忙，扣款两次' })).toHaveLength(1);
  });

  it('outlives the erasure of the customer, and nothing that it says is clear in any table', async () => {
    const erase = await cast.supervisor.call('POST', `/customers/${ticket.customer.id}/erase`, { reason: '本人要求' });
    expect(erase.status, erase.text).toBe(204);
    made = await get(cast.agent, `/cases/${made.id}`);
    expect(made.text?.solution).toContain('先核对流水');
    expect(await list(cast.agent, { q: '先核对流水' })).toEqual([made.id]);
    const tables = await wholeDatabase(server);
    for (const words of ['先核对流水', '照着做一次', '由新案例代替', '支付回调'])
      expect(tables, words).not.toContain(words);
  });
});
