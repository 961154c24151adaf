import { beforeAll, describe, expect, it } from 'vitest';
import type { ArchiveView } from '../../src/contract/output.ts';
import type { TicketDetail } from '../../src/contract/ticket.ts';
import { type Cast, castOf, type Member } from '../support/cast.ts';
import type { TestServer } from '../support/server.ts';
import { analysedComplaint, startOutputServer } from './outputs-story.ts';
import { unzip } from './outputs-unzip.ts';

describe('the forms of a ticket', () => {
  let server: TestServer;
  let cast: Cast;
  let ticket: TicketDetail;

  beforeAll(async () => {
    server = await startOutputServer();
    cast = await castOf(server);
    ticket = await analysedComplaint(cast);
  });

  const outputs = async (who: Member, query = '') => who.call('GET', `/tickets/${ticket.id}/outputs${query}`);
  const download = async (who: Member, path: string) => {
    const response = await fetch(`${server.url}/api/v1/tickets/${ticket.id}/${path}`, {
      headers: { cookie: who.cookie },
    });
    return { response, file: Buffer.from(await response.arrayBuffer()) };
  };
  const accesses = async () =>
    (
      await server.context.pool.query(
        'select customer_id, actor_kind, actor_id, what, reason from customer_access order by id',
      )
    ).rows;

  it('are read as documents in either language, masked', async () => {
    const reply = await outputs(cast.agent);
    expect(reply.status, reply.text).toBe(200);
    const archive = reply.body as ArchiveView;
    expect(archive.forms.map((form) => [form.title, form.isFilled])).toEqual([
      ['客户反馈登记表', true],
      ['问题分类与优先级确认表', true],
      ['任务分配单', true],
      ['问题分析报告', true],
      ['解决方案执行记录', false],
      ['客户满意度回访记录', false],
    ]);
    expect(reply.text).toContain('138****8000');
    expect(reply.text).not.toContain('13800138000');
    expect(reply.text).not.toContain('138 0013 8000');
    expect(reply.text).not.toMatch(/system-failure|technology/);
    const english = await outputs(cast.agent, '?lang=en');
    expect((english.body as ArchiveView).forms[2]?.title).toBe('Task order');
    expect(await accesses()).toEqual([]);
  });

  it('are revealed with a reason by those who talk to customers, and it is kept who asked', async () => {
    expect((await outputs(cast.manager, '?reveal=想看看')).status).toBe(403);
    expect(await accesses()).toEqual([]);
    const reply = await outputs(cast.agent, '?reveal=回电核实地址');
    expect(reply.text).toContain('138 0013 8000');
    expect(await accesses()).toEqual([
      {
        customer_id: ticket.customer.id,
        actor_kind: 'staff',
        actor_id: cast.agent.id,
        what: 'reveal',
        reason: '回电核实地址',
      },
    ]);
  });

  it('stay closed to strangers and to departments that it was not handed to', async () => {
    expect((await server.call('GET', `/api/v1/tickets/${ticket.id}/outputs`)).status).toBe(401);
    expect((await outputs(cast.logistics)).status).toBe(404);
    expect((await download(cast.logistics, 'archive.docx')).response.status).toBe(404);
    expect((await outputs(cast.specialist)).status).toBe(200);
    expect((await outputs(cast.agent, '?lang=fr')).status).toBe(400);
  });

  it('download as Word files under their Chinese names, and the export is noted', async () => {
    const { response, file } = await download(cast.manager, 'forms/analysis-report.docx');
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const disposition = response.headers.get('content-disposition') ?? '';
    expect(disposition).toContain(`filename="${ticket.number}-analysis-report.docx"`);
    const name = decodeURIComponent(disposition.split("filename*=UTF-8''")[1] ?? '');
    expect(name).toBe(`${ticket.number} 问题分析报告.docx`);
    const xml = unzip(file, 'word/document.xml');
    expect(xml).toContain('支付回调重复');
    expect(unzip(file, 'word/styles.xml')).toContain('w:eastAsia="宋体"');
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    // The lines to sign are on one page: each row but the last is kept with the one below.
    const rows = xml.split('<w:tr>').slice(-2);
    expect(rows.map((row) => [/填写人|审核人/.exec(row)?.[0], row.includes('<w:keepNext/>')])).toEqual([
      ['填写人', true],
      ['审核人', false],
    ]);
    expect((await accesses()).at(-1)).toMatchObject({ actor_id: cast.manager.id, what: 'export', reason: '' });
  });

  it('name an unknown form and the known ones', async () => {
    const { response, file } = await download(cast.agent, 'forms/nothing.docx');
    expect(response.status).toBe(422);
    const { code, details } = JSON.parse(file.toString());
    expect(code).toBe('playbook.form-unknown');
    expect(details.known).toContain('analysis-report');
  });

  it('make one archive, each form on its page, numbered', async () => {
    const { response, file } = await download(cast.supervisor, 'archive.docx?lang=en');
    expect(response.status).toBe(200);
    const xml = unzip(file, 'word/document.xml');
    expect(xml.match(/<w:sectPr/g)).toHaveLength(7);
    for (const title of ['Ticket archive', 'Feedback register', 'Task order', 'Callback record']) {
      expect(xml).toContain(title);
    }
    expect(unzip(file, 'word/footer1.xml')).toContain('NUMPAGES');
    expect(unzip(file, 'word/header1.xml')).toContain(ticket.number);
  });
});
