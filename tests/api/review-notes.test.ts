import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReviewNoteView } from '../../src/contract/review-note.ts';
import { type Cast, castOf, phoneComplaint } from '../support/cast.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { act, register } from './outputs-story.ts';
import { unzip } from './outputs-unzip.ts';

describe('notes of a review', () => {
  let server: TestServer;
  let cast: Cast;
  const week = { from: '2026-03-02', to: '2026-03-08' };
  const words = { rootCause: '退款审核要三个人签字', longTermFix: '200 元以下自动退款' };
  const fresh = () => ({ ...week, playbook: 'resolution-flow', category: 'product-feature', ...words });
  const create = async (): Promise<ReviewNoteView> => {
    const body = { ...fresh(), owner: cast.specialist.id, due: '2026-03-31' };
    const reply = await cast.supervisor.call('POST', '/reviews/notes', body);
    expect(reply.status, reply.text).toBe(201);
    return reply.body as ReviewNoteView;
  };
  const list = async (query: string): Promise<ReviewNoteView[]> => {
    const reply = await cast.manager.call('GET', `/reviews/notes?${query}`);
    expect(reply.status, reply.text).toBe(200);
    return (reply.body as { items: ReviewNoteView[] }).items;
  };
  const change = (note: ReviewNoteView, changes: object) => {
    const { playbook, category, rootCause, longTermFix, owner, due, version } = note;
    const body = { playbook, category, rootCause, longTermFix, owner, due, version, isDone: false, ...changes };
    return cast.supervisor.call('PATCH', `/reviews/notes/${note.id}`, body);
  };

  const download = async (path: string) => {
    const response = await fetch(`${server.url}/api/v1/reviews/${path}`, { headers: { cookie: cast.manager.cookie } });
    expect(response.status).toBe(200);
    const file = Buffer.from(await response.arrayBuffer());
    return { file, disposition: response.headers.get('content-disposition') };
  };

  beforeAll(async () => {
    server = await startTestServer();
    cast = await castOf(server);
  });

  it('stay with their period, and are carried over while they are open', async () => {
    const note = await create();
    expect(note).toMatchObject({ ...fresh(), owner: cast.specialist.id, due: '2026-03-31', doneAt: null, version: 1 });
    const find = async (query: string) => (await list(query)).find(({ id }) => id === note.id);
    expect(await find('from=2026-03-02&to=2026-03-08')).toMatchObject({ isCarriedOver: false });
    expect(await find('from=2026-03-09&to=2026-03-15&playbook=resolution-flow')).toMatchObject({ isCarriedOver: true });
    expect(await find('from=2026-03-09&to=2026-03-15&playbook=handoff')).toBeUndefined();
    expect(await find('from=2026-02-23&to=2026-03-01')).toBeUndefined();
    const done = await change(note, { isDone: true });
    expect(done.body).toMatchObject({ version: 2, doneAt: expect.any(String) });
    expect(await find('from=2026-03-09&to=2026-03-15')).toBeUndefined();
    expect(await find('from=2026-03-02&to=2026-03-08')).toMatchObject({ isCarriedOver: false, ...words });
  });

  it('are done and changed also when their problem type has left the playbook, but get no type that it lacks', async () => {
    const note = await create();
    await server.context.pool.query(`update review_note set category = 'long-gone' where id = $1`, [note.id]);
    const gone = { ...note, category: 'long-gone' };
    expect((await change(gone, { category: 'never-was' })).body).toMatchObject({ code: 'review.category-unknown' });
    const done = await change(gone, { isDone: true });
    expect(done.body).toMatchObject({ category: 'long-gone', doneAt: expect.any(String) });
    const moved = await change({ ...gone, version: 2 }, { category: 'product-feature' });
    expect(moved.body).toMatchObject({ category: 'product-feature', version: 3 });
  });

  it('keep the word of the first of two who write at once', async () => {
    const note = await create();
    const replies = await Promise.all([
      change(note, { rootCause: '第一种说法' }),
      change(note, { rootCause: '第二种说法' }),
    ]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const kept = replies.find(({ status }) => status === 200)?.body as ReviewNoteView;
    const refused = replies.find(({ status }) => status === 409);
    expect(refused?.body).toMatchObject({ code: 'review.note-changed', field: 'version' });
    const now = (await list('from=2026-03-02&to=2026-03-08')).find(({ id }) => id === note.id);
    expect(now).toMatchObject({ rootCause: kept.rootCause, version: 2 });
  });

  it('are written by those who can have it done, about problems and never about people', async () => {
    const count = async () => (await list('from=2026-03-02&to=2026-03-08')).length;
    const before = await count();
    expect((await cast.agent.call('GET', '/reviews/notes?from=2026-03-02&to=2026-03-08')).status).toBe(403);
    expect((await cast.agent.call('POST', '/reviews/notes', fresh())).status).toBe(403);
    const refusals: [object, string, string][] = [
      [{ rootCause: '客户 138 0013 8000 打了三次' }, 'review.note-personal', 'rootCause'],
      [{ longTermFix: '写信到 li@example.com' }, 'review.note-personal', 'longTermFix'],
      [{ category: 'no-such-type' }, 'review.category-unknown', 'category'],
      [{ owner: 999_999 }, 'review.owner-unknown', 'owner'],
      [{ from: '2026-03-09' }, 'output.period-inverted', 'from'],
    ];
    for (const [changes, code, field] of refusals) {
      const reply = await cast.supervisor.call('POST', '/reviews/notes', { ...fresh(), ...changes });
      expect(reply.body, code).toMatchObject({ code, field });
    }
    expect(await count()).toBe(before);
    const unknown = await change({ ...(await create()), id: 999_999 }, {});
    expect(unknown.body).toMatchObject({ code: 'review.note-unknown' });
  });

  it('go out with the figures as a Word file and a workbook', async () => {
    const answers = {
      category: 'system-failure',
      priority: 'urgent',
      'priority-reason': '扣款异常，损失较大',
      topic: 'payment',
      'suggested-department': 'technology',
    };
    const ticket = await register(cast.agent, 'resolution-flow', phoneComplaint);
    await act(cast.supervisor, ticket, 'submit-form', { form: 'classification', answers });
    const note = await create();
    const query = '?from=2026-03-02&to=2026-03-08';
    expect((await cast.agent.call('GET', `/reviews/report.docx${query}`)).status).toBe(403);
    const word = await download(`report.docx${query}`);
    expect(word.disposition).toContain('filename="review-2026-03-02_2026-03-08.docx"');
    const text = unzip(word.file, 'word/document.xml');
    for (const part of [
      '需求沟通复盘',
      '问题类型与上期对比',
      '系统故障',
      note.rootCause,
      '李工',
      '2026-03-31',
      '高频问题',
      '下单与支付',
    ])
      expect(text).toContain(part);
    const book = new ExcelJS.Workbook();
    const sheets = await download(`report.xlsx${query}&lang=en`);
    await book.xlsx.load(Uint8Array.from(sheets.file).buffer);
    const types = book.getWorksheet('Problem types beside the period');
    expect(types?.getRow(2).getCell(3).value).toBe(1);
    expect(book.getWorksheet('Root causes and improvements')?.getColumn(2).values).toContain(note.rootCause);
  });
});
