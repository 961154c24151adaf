import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TableView } from '../../src/contract/output.ts';
import { type Cast, castOf, type Member } from '../support/cast.ts';
import type { TestServer } from '../support/server.ts';
import { act, register, startOutputServer, trickyDemand } from './outputs-story.ts';
import { unzip } from './outputs-unzip.ts';

const base = '/tables/response-toolkit';

describe('the tables of the response toolkit', () => {
  let server: TestServer;
  let cast: Cast;

  beforeAll(async () => {
    server = await startOutputServer();
    cast = await castOf(server, 'response-toolkit');
    for (let day = 0; day < 5; day++) {
      const ticket = await register(cast.agent, 'response-toolkit', {
        ...trickyDemand,
        'customer-contact': `1390000123${day}`,
      });
      await act(cast.agent, ticket, 'record-progress', {
        done: `第 ${day} 天联系了师傅`,
        customerWords: '=cmd()',
        from: '2026-03-02T08:30:00+08:00',
        to: '2026-03-02T09:00:00+08:00',
      });
      server.clock.advance(24 * 3_600_000);
    }
  });

  const table = async (who: Member, path: string) => {
    const reply = await who.call('GET', `${base}/${path}`);
    expect(reply.status, reply.text).toBe(200);
    return reply.body as TableView;
  };
  const download = async (who: Member, path: string) => {
    const response = await fetch(`${server.url}/api/v1${base}/${path}`, { headers: { cookie: who.cookie } });
    return { response, file: Buffer.from(await response.arrayBuffer()) };
  };
  const open = async (file: Buffer) => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(file as never);
    const sheet = book.worksheets[0];
    if (!sheet) throw new Error('no sheet');
    return sheet;
  };

  it('are read newest first, page by page, without a gap or a repeat', async () => {
    const first = await table(cast.agent, 'demand-record?limit=2');
    expect(first.title).toBe('客户需求记录表');
    expect(first.columns.map((column) => column.name).slice(0, 3)).toEqual(['编号', '接收时间', '客户']);
    const second = await table(cast.agent, `demand-record?limit=2&after=${first.next}`);
    const third = await table(cast.agent, `demand-record?limit=2&after=${second.next}`);
    const numbers = [first, second, third].flatMap((page) => page.rows.map((row) => row.cells[0]?.text ?? ''));
    expect(numbers).toEqual([...new Set(numbers)].sort().reverse());
    expect(numbers).toHaveLength(5);
    expect(third.next).toBeUndefined();
    expect(first.rows[0]?.cells.map((cell) => cell.text)).toContain('一般');
  });

  it('keep to the days asked for, as the organisation counts them', async () => {
    const days = await table(cast.agent, 'demand-record?from=2026-03-03&to=2026-03-04');
    expect(days.rows).toHaveLength(2);
    expect(days.period).toBe('受理日期 2026-03-03 至 2026-03-04');
    expect(days.rows.map((row) => row.cells[1]?.text)).toEqual(['2026-03-04 09:00', '2026-03-03 09:00']);
    const inverted = await cast.agent.call('GET', `${base}/demand-record?from=2026-03-05&to=2026-03-04`);
    expect(inverted.body).toMatchObject({ code: 'output.period-inverted', field: 'from' });
    expect((await cast.agent.call('GET', `${base}/demand-record?from=2026-02-30`)).status).toBe(400);
  });

  it('of progress have a row a note', async () => {
    const notes = await table(cast.agent, 'progress-tracking?from=2026-03-02&to=2026-03-02');
    const texts = notes.rows[0]?.cells.map((cell) => cell.text) ?? [];
    expect(texts).toEqual([
      expect.any(String),
      '分派',
      '陈客服',
      '2026-03-02 08:30',
      '2026-03-02 09:00',
      '第 0 天联系了师傅',
      '=cmd()',
      '',
    ]);
    expect((await table(cast.agent, 'satisfaction')).rows).toEqual([]);
  });

  it('show a department only what was handed to it', async () => {
    expect((await table(cast.logistics, 'demand-record')).rows).toEqual([]);
    expect((await server.call('GET', `/api/v1${base}/demand-record`)).status).toBe(401);
    const unknown = await cast.agent.call('GET', `${base}/nothing`);
    expect(unknown.body).toMatchObject({ code: 'playbook.table-unknown', details: { given: 'nothing' } });
  });

  it('download as spreadsheets in which nothing is a formula', async () => {
    const { response, file } = await download(cast.supervisor, 'demand-record.xlsx?from=2026-03-02&to=2026-03-04');
    expect(response.status).toBe(200);
    const disposition = response.headers.get('content-disposition') ?? '';
    expect(decodeURIComponent(disposition)).toContain("filename*=UTF-8''客户需求记录表 2026-03-02_2026-03-04.xlsx");
    const sheet = await open(file);
    expect(sheet.rowCount).toBe(4);
    expect(sheet.getCell('A1').value).toBe('编号');
    expect(sheet.getCell('C2').type).toBe(ExcelJS.ValueType.String);
    expect(sheet.getCell('C2').value).toBe(trickyDemand['customer-name']);
    expect(sheet.getCell('F2').value).toBe(trickyDemand.description);
    expect(sheet.getCell('B2').value).toEqual(new Date('2026-03-02T09:00:00Z'));
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet.autoFilter).toBe('A1:I4');
    const xml = unzip(file, 'xl/worksheets/sheet1.xml');
    expect(xml).not.toContain('<f>');
    const { rows } = await server.context.pool.query(
      'select distinct customer_id, what from customer_access where actor_id = $1',
      [cast.supervisor.id],
    );
    expect(rows).toHaveLength(3);
    expect(rows.every((row) => row.what === 'export')).toBe(true);
  });

  it('reveal contacts in bulk to those who answer for the service only', async () => {
    expect((await cast.agent.call('GET', `${base}/demand-record?reveal=核对`)).status).toBe(403);
    expect((await cast.supervisor.call('GET', `${base}/demand-record?reveal=核对`)).status).toBe(200);
  });
});
