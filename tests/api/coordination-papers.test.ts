import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PaperView } from '../../src/contract/output.ts';
import type { Member } from '../support/cast.ts';
import { type CoordinationStory, coordinationStory } from '../support/coordination-story.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { unzip } from './outputs-unzip.ts';

describe('papers between departments', () => {
  let server: TestServer;
  let story: CoordinationStory;
  const get = (who: Member, path: string) => who.call('GET', `/tickets/${story.id}/${path}`);
  const paper = async (name: string, who = story.cast.agent) => {
    const reply = await get(who, `papers/${name}`);
    expect(reply.status, reply.text).toBe(200);
    return reply.body as PaperView;
  };
  const lines = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

  beforeAll(async () => {
    server = await startTestServer();
    story = await coordinationStory(server);
    const { agent, specialist, supervisor } = story.cast;
    const name = { kind: 'external', name: '顺安物流', contact: '13900000777', why: '送配件' };
    await story.act(agent, 'name-party', name);
    const letter = {
      party: 'external:1',
      wantedBy: story.inHours(10),
      via: ['email'],
      demand: '请明早送达\n并通知门店',
    };
    await story.act(agent, 'send-letter', { ...letter, background: '配件延误' });
    await story.act(agent, 'call-meeting', {
      at: story.inHours(1),
      until: story.inHours(2),
      staff: [specialist.id],
      minutesTaker: supervisor.id,
      topic: '漏水投诉; 处理, 协调会',
      place: '三号会议室',
      agenda: ['通报情况', '定方案'],
      bring: '维修记录',
    });
  });

  it('write a letter as a page, as a Word file and as an e-mail, without naming the customer', async () => {
    const { document, mail } = await paper('letter-1');
    expect(document).toMatchObject({ title: '协作需求函', number: `${story.number}-L1`, organisation: '回音示范' });
    expect(mail?.subject).toBe(`【协作需求】${story.number}-L1 请明早送达`);
    for (const words of ['顺安物流', '配件延误', '请明早送达\n并通知门店', `${story.number}-L1`, '陈客服', '回音示范'])
      expect(mail?.body).toContain(words);
    expect(JSON.stringify({ document, mail })).not.toMatch(/张三丰|13800000321|13900000777/);
    const english = (await get(story.cast.agent, 'papers/letter-1?lang=en')).body as PaperView;
    expect([english.document.title, english.mail?.subject]).toEqual([
      'Collaboration Request',
      `[Request] ${story.number}-L1 请明早送达`,
    ]);

    const file = await fetch(`${server.url}/api/v1/tickets/${story.id}/papers/letter-1.docx`, {
      headers: { cookie: story.cast.agent.cookie },
    });
    expect([file.status, file.headers.get('content-type')]).toEqual([200, expect.stringContaining('wordprocessingml')]);
    expect(unzip(Buffer.from(await file.arrayBuffer()), 'word/document.xml')).toContain('请明早送达');
  });

  it('invite to a meeting, and take it out of calendars again under the same UID with a higher sequence', async () => {
    const { agent, specialist, supervisor } = story.cast;
    await agent.call('PATCH', '/account', { email: 'chen@example.com' });
    await specialist.call('PATCH', '/account', { email: "o'li+work@example.com" });
    const asked = await get(agent, 'meetings/1.ics');
    expect([asked.status, asked.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(asked.text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(asked.text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    const invitation = lines(asked.text);
    expect(invitation).toEqual(
      expect.arrayContaining([
        'METHOD:REQUEST',
        `UID:${story.number}-M1@huiyin.invalid`,
        'SEQUENCE:0',
        'DTSTART:20260302T020000Z',
        'DTEND:20260302T030000Z',
        'SUMMARY:漏水投诉\\; 处理\\, 协调会',
        'LOCATION:三号会议室',
        'BEGIN:VALARM',
        'STATUS:CONFIRMED',
      ]),
    );
    const people = invitation.filter((line) => /^(ORGANIZER|ATTENDEE)/.test(line));
    expect(people).toEqual([
      'ORGANIZER;CN="陈客服":mailto:chen@example.com',
      `ATTENDEE;ROLE=REQ-PARTICIPANT;RSVP=FALSE;CN="李工":mailto:o'li+work@example.com`,
      `ATTENDEE;ROLE=REQ-PARTICIPANT;RSVP=FALSE;CN="周主管";SCHEDULE-AGENT=NONE:mailto:staff-${supervisor.id}@huiyin.invalid`,
    ]);
    const letter = await paper('letter-1');
    expect(letter.mail?.body).toContain('联系人：陈客服 chen@example.com');
    expect(JSON.stringify(letter.document)).toContain('陈客服 chen@example.com');
    expect(invitation.find((line) => line.startsWith('DESCRIPTION'))).toContain('议程：\\n1. 通报情况\\n2. 定方案');
    expect((await paper('meeting-1')).document.title).toBe('会议通知');

    await story.act(agent, 'cancel-meeting', { meeting: 1, reason: '改为电话沟通' });
    const cancelled = lines((await get(agent, 'meetings/1.ics')).text);
    expect(cancelled).toEqual(
      expect.arrayContaining([
        'METHOD:CANCEL',
        `UID:${story.number}-M1@huiyin.invalid`,
        'SEQUENCE:1',
        'STATUS:CANCELLED',
      ]),
    );
    expect(cancelled).not.toContain('BEGIN:VALARM');
  });

  it('print minutes, a solution and the coordination record', async () => {
    const { agent, specialist } = story.cast;
    const meeting = { at: story.inHours(1), until: story.inHours(2), staff: [specialist.id], minutesTaker: agent.id };
    await story.act(agent, 'call-meeting', { ...meeting, topic: '二次协调', agenda: ['定方案'] });
    server.clock.advance(2 * 3_600_000);
    await story.act(agent, 'record-minutes', {
      meeting: 2,
      attended: [specialist.id],
      statements: ['技术支持部：坡度不足'],
      decisions: ['明日上门'],
      actions: [{ what: '上门重做', owner: specialist.id, due: story.inHours(20) }],
    });
    await story.act(agent, 'circulate-solution', {
      summary: '明日上门重做',
      items: [{ what: '重做排水管', how: '两人', who: 'department:technical-support', when: story.inHours(20) }],
    });
    const minutes = JSON.stringify(await paper('meeting-2'));
    for (const words of ['会议纪要', '李工', '明日上门', '技术支持部：坡度不足', '上门重做'])
      expect(minutes).toContain(words);
    const solution = JSON.stringify(await paper('solution-1'));
    for (const words of ['解决方案确认单', '重做排水管', '两人', '顺安物流', '未答复'])
      expect(solution).toContain(words);
    const record = JSON.stringify(await paper('coordination-record'));
    for (const words of [
      '沟通协调记录表',
      story.number,
      '张三丰\\n李四，订单 A20260302',
      '漏水',
      '顺安物流',
      '139****0777',
      '明日上门',
      '请明早送达',
    ])
      expect(record).toContain(words);
    expect(record).not.toContain('13900000777');
  });

  it('give the coordination record as a workbook too, in which nothing is a formula', async () => {
    const { agent, specialist } = story.cast;
    await story.act(agent, 'name-party', {
      kind: 'external',
      name: '=HYPERLINK("http://x")',
      contact: '',
      why: '0012',
    });
    await story.act(agent, 'note-contact', { party: 'external:2', via: 'phone', outcome: '+1-1' });
    await story.act(agent, 'assign-task', {
      department: 'technical-support',
      what: '@SUM(A1)',
      owner: specialist.id,
      due: story.inHours(20),
    });
    const response = await fetch(`${server.url}/api/v1/tickets/${story.id}/papers/coordination-record.xlsx`, {
      headers: { cookie: agent.cookie },
    });
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('spreadsheetml'),
    ]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(await response.arrayBuffer()) as never);
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      '沟通协调记录表',
      '相关方',
      '沟通记录',
      '协作需求函',
      '会议与决定',
      '方案与确认',
      '后续跟进',
    ]);
    const cells = book.worksheets.flatMap((sheet) =>
      sheet.getSheetValues().flatMap((row) => (Array.isArray(row) ? row.filter((cell) => cell !== undefined) : [])),
    );
    expect(cells.every((cell) => typeof cell === 'string')).toBe(true);
    for (const text of [
      '=HYPERLINK("http://x")',
      '0012',
      '+1-1',
      '@SUM(A1)',
      story.number,
      '张三丰\n李四，订单 A20260302',
      '明日上门重做',
    ])
      expect(cells).toContain(text);
    const text = JSON.stringify(cells);
    expect(text).toContain('139****0777');
    expect(text).not.toContain('13900000777');
    const { rows } = await server.context.pool.query(
      `select count(*) from customer_access where what = 'export' and actor_id = $1`,
      [agent.id],
    );
    expect(Number(rows[0].count)).toBeGreaterThan(0);
  });

  it('go only to those who may read the ticket, and say which there are', async () => {
    const { agent, logistics, contact } = story.cast;
    expect((await get(contact, 'papers/letter-1')).status).toBe(200);
    const record = 'papers/coordination-record';
    for (const path of ['papers/letter-1', 'papers/letter-1.docx', record, `${record}.xlsx`, 'meetings/1.ics'])
      expect((await get(logistics, path)).status, path).toBe(404);
    for (const name of ['letter-9', 'letter-0', 'letter-1x', 'nothing-1'])
      expect((await get(agent, `papers/${name}`)).body, name).toMatchObject({ status: 404, code: 'paper.unknown' });
    expect((await get(agent, 'meetings/9.ics')).body).toMatchObject({ code: 'meeting.unknown' });
  });
});
