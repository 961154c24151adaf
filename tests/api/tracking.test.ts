import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TableView } from '../../src/contract/output.ts';
import type { TrackingCounts, TrackingRow } from '../../src/contract/tracking.ts';
import { openRebuild, rebuildTickets, type TicketFinding } from '../../src/server/features/tickets/index.ts';
import { type Cast, castOf, type Member } from '../support/cast.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { act, demand, demandWords, tracked } from '../support/tracking-story.ts';

const hour = 3_600_000;
type Page = { items: TrackingRow[]; next?: string };

describe('the tracking table', () => {
  let server: TestServer;
  let cast: Cast;
  let first: number;
  let second: number;
  let third: number;

  const inHours = (hours: number) => new Date(server.clock.now() + hours * hour).toISOString();
  const page = async (who: Member, query = '') => {
    const reply = await who.call('GET', `/tracking${query}`);
    expect(reply.status, reply.text).toBe(200);
    return reply.body as Page;
  };
  const idsFor = async (who: Member, query = '') => (await page(who, query)).items.map(({ id }) => id);
  const rowOf = async (id: number, who: Member = cast.agent, query = '') =>
    (await page(who, query)).items.find((row) => row.id === id) ?? expect.fail(`no row ${id}`);

  beforeAll(async () => {
    server = await startTestServer();
    cast = await castOf(server, 'handoff');
    await demand(cast.agent, '13800000100');
    const technology = { department: 'technology', owner: cast.specialist.id };
    first = (await tracked(cast.agent, '13800000101', { ...technology, deadline: inHours(30) })).id;
    second = (await tracked(cast.agent, '13800000102', { ...technology, deadline: inHours(20) })).id;
    third = (await tracked(cast.agent, '13800000103', { department: 'logistics', deadline: inHours(25) })).id;
  });

  it('holds what was handed to a department, the next due first, and only what the reader may see', async () => {
    expect(await idsFor(cast.agent)).toEqual([second, third, first]);
    expect(await idsFor(cast.contact)).toEqual([second, first]);
    expect(await idsFor(cast.logistics)).toEqual([third]);
    expect(await idsFor(cast.logistics, '?department=technology')).toEqual([]);
    expect(await idsFor(cast.manager, '?department=technology')).toEqual([second, first]);
    expect(await idsFor(cast.agent, '?playbook=huiyin')).toEqual([]);
    const unknown = await cast.agent.call('GET', '/tracking?playbook=nope');
    expect([unknown.status, unknown.body]).toMatchObject([422, { code: 'queue.filter-unknown', field: 'playbook' }]);
    expect((await server.call('GET', '/api/v1/tracking')).status).toBe(401);

    expect(await rowOf(second)).toMatchObject({
      subject: demandWords,
      interface: cast.agent.id,
      department: 'technology',
      owner: cast.specialist.id,
      stage: 'respond',
      phase: 'response',
      isAccepted: false,
      eta: null,
      deadline: inHours(20),
      promises: [],
      latestNote: null,
      nextPromise: { clock: expect.any(String), isBreached: false },
      openTasks: 0,
    });
    expect((await rowOf(second, cast.contact)).updates).toEqual(['record-progress', 'report-obstacle']);
    expect((await rowOf(second, cast.manager)).updates).toEqual([]);
  });

  it('counts them by department, as far as the reader may see', async () => {
    const counts = async (who: Member) => (await who.call('GET', '/tracking/counts')).body as TrackingCounts;
    expect(await counts(cast.agent)).toEqual({
      count: 3,
      late: 0,
      departments: [
        { department: 'logistics', count: 1, late: 0 },
        { department: 'technology', count: 2, late: 0 },
      ],
    });
    expect(await counts(cast.logistics)).toMatchObject({
      count: 1,
      departments: [{ department: 'logistics', count: 1 }],
    });
  });

  it('shows an update at once: the latest note, the new time and every time that was promised before', async () => {
    const eta = inHours(10);
    await act(cast.specialist, first, 'accept', { plan: '先查审核队列', eta });
    expect(await idsFor(cast.agent)).toEqual([first, second, third]);
    await act(cast.specialist, first, 'record-progress', { done: '已找到卡住的退款单', nextStep: '联系银行' });
    expect(await rowOf(first)).toMatchObject({
      phase: 'handling',
      isAccepted: true,
      eta,
      promises: [{ by: cast.specialist.id, eta, on: 'accepted' }],
      latestNote: {
        type: 'progress.recorded',
        actor: { kind: 'staff', id: cast.specialist.id, name: '李工' },
        text: '已找到卡住的退款单 → 联系银行',
      },
    });

    server.clock.advance(hour);
    const later = inHours(28);
    const { version } = await rowOf(first, cast.contact);
    const body = { version, obstacle: '银行接口维护', eta: later };
    const told = await cast.contact.call('POST', `/tickets/${first}/report-obstacle`, body);
    expect(told.status, told.text).toBe(200);
    const stale = await cast.specialist.call('POST', `/tickets/${first}/report-obstacle`, body);
    expect([stale.status, stale.body]).toMatchObject([409, { code: 'ticket.changed' }]);

    expect(await idsFor(cast.agent)).toEqual([second, third, first]);
    expect(await rowOf(first)).toMatchObject({
      eta: later,
      promises: [
        { eta, on: 'accepted' },
        { eta: later, on: 'obstacle', by: cast.contact.id },
      ],
      latestNote: { type: 'obstacle.reported', at: inHours(0), text: '银行接口维护' },
    });
    await act(cast.agent, first, 'add-note', { note: '客户已知悉' });
    expect((await rowOf(first)).latestNote).toMatchObject({ type: 'note.added', text: '客户已知悉' });
  });

  it('is read page by page without a gap or a repeat', async () => {
    const one = await page(cast.agent, '?limit=2');
    expect(one.items.map(({ id }) => id)).toEqual([second, third]);
    const two = await page(cast.agent, `?limit=2&after=${one.next}`);
    expect([two.items.map(({ id }) => id), two.next]).toEqual([[first], undefined]);
    const broken = await cast.agent.call('GET', '/tracking?after=abc');
    expect([broken.status, broken.body]).toMatchObject([400, { field: 'after' }]);
  });

  it('keeps what was given back, and what was closed for seven days where it is asked for', async () => {
    await act(cast.logistics, third, 'bounce', { reason: 'wrong-category', fields: [], note: '不归我们' });
    expect(await rowOf(third)).toMatchObject({ phase: 'returned', department: null });
    expect(await idsFor(cast.agent, '?department=none')).toEqual([third]);
    expect(await idsFor(cast.logistics)).toEqual([]);

    await act(cast.supervisor, third, 'dismiss', { reason: 'withdrawn', note: '客户撤回' });
    expect(await idsFor(cast.agent)).not.toContain(third);
    expect(await rowOf(third, cast.agent, '?status=closed')).toMatchObject({ phase: 'closed', updates: [] });
    server.clock.advance(8 * 24 * hour);
    expect(await idsFor(cast.agent, '?status=closed')).toEqual([]);
    const { late } = (await cast.agent.call('GET', '/tracking/counts')).body as TrackingCounts;
    expect(late).toBe(2);
  });

  it('leaves as a spreadsheet of what the reader may see, safe from formulas, and whose data left is noted', async () => {
    await act(cast.specialist, first, 'record-progress', { done: '=HYPERLINK("http://evil.example")' });
    const download = async (who: Member, query = '') => {
      const response = await fetch(`${server.url}/api/v1/tracking.xlsx${query}`, { headers: { cookie: who.cookie } });
      expect(response.status).toBe(200);
      const book = new ExcelJS.Workbook();
      await book.xlsx.load((await response.arrayBuffer()) as never);
      return book.worksheets[0] ?? expect.fail('no sheet');
    };
    const sheet = await download(cast.contact);
    const titles = (sheet.getRow(1).values as string[]).slice(1);
    expect(titles).toContain('预计完成时间');
    const row = sheet.getRow(3);
    const cell = (title: string) => row.getCell(titles.indexOf(title) + 1).value;
    expect(sheet.rowCount).toBe(3);
    expect(cell('需求内容')).toBe(demandWords);
    expect(cell('最新进展')).toBe('=HYPERLINK("http://evil.example")');
    expect(cell('状态')).toBe('处理中');
    expect(String(cell('承诺时间变化')).split('\n')).toHaveLength(2);
    expect((await download(cast.logistics, '?lang=en')).rowCount).toBe(1);
    const noted = await server.context.pool.query(
      `select from customer_access where what = 'export' and actor_id = $1`,
      [cast.contact.id],
    );
    expect(noted.rows).toHaveLength(2);
  });

  it("is the latest note of the playbook's own tracking table as well", async () => {
    const table = (await cast.agent.call('GET', '/tables/handoff/tracking')).body as TableView;
    const at = table.columns.findIndex(({ name }) => name === '最新进展');
    const said = Object.fromEntries(table.rows.map(({ ticketId, cells }) => [ticketId, cells[at]?.text]));
    expect([said[first], said[second]]).toEqual(['=HYPERLINK("http://evil.example")', '']);
  });

  it('stands on a column that the events fold to', async () => {
    const { pool, masterKey, clock } = server.context;
    const fields: string[] = [];
    const found = ({ differences }: TicketFinding) => fields.push(...differences.map(({ field }) => field));
    const deps = await openRebuild(pool, masterKey, clock);
    await rebuildTickets(deps, false, { found, progress: () => {} });
    expect(fields).toEqual([]);
    await pool.query(`update ticket set expected_at = 'infinity' where id = $1`, [second]);
    await rebuildTickets(deps, true, { found, progress: () => {} });
    expect(fields).toEqual(['expected_at']);
    expect(await idsFor(cast.agent)).toEqual([second, first]);
  });

  it('puts what is done behind what a department still owes', async () => {
    const eta = inHours(2);
    await act(cast.specialist, second, 'accept', { plan: '先查审核队列', eta });
    expect(await idsFor(cast.agent)).toEqual([first, second]);
    const { late } = (await cast.agent.call('GET', '/tracking/counts')).body as TrackingCounts;
    await act(cast.specialist, first, 'report-obstacle', { obstacle: '银行接口维护', eta: inHours(30) });
    expect(await idsFor(cast.agent)).toEqual([second, first]);
    const answers = { actions: ['放行退款'], cause: '审核规则误拦' };
    await act(cast.specialist, second, 'submit-form', { form: 'handling', answers });
    const result = { solution: '退款已到账', confirmation: 'not-asked', 'is-verified': true };
    await act(cast.specialist, second, 'submit-form', { form: 'result-packet', answers: result });
    expect(await idsFor(cast.agent)).toEqual([first, second]);
    expect(await rowOf(second)).toMatchObject({ eta, phase: 'callback' });
    server.clock.advance(3 * hour);
    const after = (await cast.agent.call('GET', '/tracking/counts')).body as TrackingCounts;
    expect([late, after.late]).toEqual([1, 0]);
  });
});
