import { describe, expect, test } from 'vitest';
import { archiveDocument } from '../../src/domain/output/archive-document.ts';
import type { DocumentRow, DocumentValue, FormDocument, Grid } from '../../src/domain/output/document.ts';
import { formDocument, printedForms } from '../../src/domain/output/form-document.ts';
import type { OutputLanguage } from '../../src/domain/output/language.ts';
import type { TicketEvent } from '../../src/domain/ticket/events.ts';
import { outputPlaybook } from './output-playbook.ts';
import { outputContext, outputEvents, outputTicket } from './output-ticket.ts';

const formOf = (id: string) => {
  const form = outputPlaybook.forms.find((one) => one.id === id);
  if (!form) throw new Error(`no form ${id}`);
  return form;
};
const documentOf = (
  id: string,
  more: { language?: OutputLanguage; isRevealed?: boolean } = {},
  ticket = outputTicket,
) => formDocument(ticket, formOf(id), { ...outputContext, ...more });
const rowsOf = (document: FormDocument): DocumentRow[] => document.sections.flatMap((section) => section.rows);
const valuesOf = (document: FormDocument, label: string) =>
  rowsOf(document)
    .filter((row) => row.label === label)
    .map((row) => row.value);
const ticked = (value: DocumentValue | undefined) =>
  typeof value === 'object' && 'boxes' in value ? value.boxes.filter((box) => box.isChosen).map((box) => box.name) : [];
const gridUnder = (document: FormDocument, heading: string): Grid | undefined => {
  const value = document.sections.find((section) => section.heading === heading)?.rows[0]?.value;
  return typeof value === 'object' && 'columns' in value ? value : undefined;
};

describe('the forms of a ticket', () => {
  test('are the printed ones of its playbook, in its order', () => {
    expect(printedForms(outputContext).map((form) => form.name.zh)).toEqual([
      '客户反馈登记表',
      '问题分类与优先级确认表',
      '任务分配单',
      '问题分析报告',
      '解决方案执行记录',
      '客户满意度回访记录',
    ]);
  });

  test('the register says it in the words of the customer, in the time of the organisation', () => {
    const document = documentOf('register');
    expect(document).toMatchObject({ title: '客户反馈登记表', number: 'CF202603010001', isFilled: true });
    expect(valuesOf(document, '客户姓名')).toEqual(['周小燕']);
    expect(valuesOf(document, '反馈时间')).toEqual(['2026-03-01 09:05']);
    expect(ticked(valuesOf(document, '反馈渠道')[0])).toEqual(['电话']);
    expect(valuesOf(document, '客户诉求')).toEqual([['查明包裹位置并给出送达时间', '补偿延误造成的损失']]);
    expect(valuesOf(document, '问题描述')[0]).toContain('转运中心后一直没有更新。\n打过两次电话');
    expect(document.signatures[0]).toEqual({ label: '填写人（客服）', name: '王敏', at: '2026-03-01 09:20' });
  });

  test('contacts are masked unless revealed', () => {
    expect(valuesOf(documentOf('register'), '联系方式')).toEqual(['138****5678']);
    expect(valuesOf(documentOf('register', { isRevealed: true }), '联系方式')).toEqual(['13812345678']);
    expect(valuesOf(documentOf('analysis'), '联系方式')).toEqual(['138****5678']);
  });

  test('ids become names: departments, staff, priorities', () => {
    const order = documentOf('task-order');
    expect(valuesOf(order, '责任部门')).toEqual(['物流部']);
    expect(valuesOf(order, '主责人')).toEqual(['李强']);
    expect(valuesOf(order, '协办人')).toEqual(['赵倩']);
    expect(valuesOf(order, '完成期限')).toEqual(['2026-03-02 18:00']);
    expect(valuesOf(order, '优先级')).toEqual(['重要']);
    expect(gridUnder(order, '传递记录')?.rows[0]?.at(-1)).toBe('已接收 2026-03-01 10:15\n先查分拣记录，再安排专车');
  });

  test('second handling stands under the first', () => {
    const report = documentOf('analysis');
    expect(report.sections.map((section) => section.heading)).toEqual([null, '第 1 次处理', '第 2 次处理']);
    expect(valuesOf(report, '根本原因')).toEqual(['转运中心分拣标签破损，包裹滞留异常区。', '专车装载时受压。']);
  });

  test('a correction within a cycle replaces what stood there', () => {
    const last = outputEvents.findLast((event) => event.type === 'form.submitted' && event.data.form === 'analysis');
    const corrected = { ...last, seq: 99, text: { answers: { cause: '更正后的原因' } } } as TicketEvent;
    const document = documentOf('analysis', {}, { ...outputTicket, events: [...outputEvents, corrected] });
    expect(valuesOf(document, '根本原因').at(-1)).toBe('更正后的原因');
    expect(document.sections).toHaveLength(3);
  });

  test('the execution record tells how it went on and what the customer heard', () => {
    const document = documentOf('execution');
    expect(gridUnder(document, '进展记录')?.rows).toEqual([
      ['2026-03-01 13:00 – 14:00', '在异常区找到包裹并换单', '希望明天上午送到', '安排专车', '李强'],
    ]);
    expect(gridUnder(document, '告知客户记录')?.rows[0]).toEqual([
      '2026-03-01 14:10',
      '进展',
      '电话',
      '包裹已找到，预计明天中午前送达',
      '2026-03-02 12:00',
      '王敏',
    ]);
  });

  test('the callback record keeps every rating, the customer’s own too', () => {
    const document = documentOf('callback');
    expect(ticked(valuesOf(document, '满意度')[0])).toEqual(['不满意']);
    expect(valuesOf(document, '分项评价')).toEqual(['响应速度：基本满意；服务态度：满意']);
    expect(gridUnder(document, '回访与评价记录')?.rows.map((row) => [row[1], row[4], row[5]])).toEqual([
      ['不满意', '重新处理', '王敏'],
      ['满意', '', '客户'],
    ]);
  });

  test('nothing said is not taken for something erased', () => {
    const silent = outputEvents.map((event) => (event.type === 'callback.made' ? { ...event, text: null } : event));
    const rows = gridUnder(documentOf('callback', {}, { ...outputTicket, events: silent }), '回访与评价记录')?.rows;
    expect(rows?.map((row) => row[3])).toEqual(['', '']);
  });

  test('an empty form has its boxes and lines to write on', () => {
    const document = documentOf('callback', {}, { ...outputTicket, events: outputEvents.slice(0, 1) });
    expect(document.isFilled).toBe(false);
    expect(ticked(valuesOf(document, '满意度')[0])).toEqual([]);
    expect(valuesOf(document, '客户意见')).toEqual(['']);
    expect(document.signatures.map((one) => one.name)).toEqual([null, null]);
  });

  test('after erasure enumerations stay and words are gone', () => {
    const events = outputEvents.map((event) => ({ ...event, text: null }) as TicketEvent);
    const customer = { name: '', contact: '', number: '', type: 'existing', isErased: true };
    const document = documentOf('register', {}, { ...outputTicket, text: null, events, customer });
    expect(valuesOf(document, '客户姓名')).toEqual(['（客户信息已删除）']);
    expect(ticked(valuesOf(document, '反馈渠道')[0])).toEqual(['电话']);
    expect(
      JSON.stringify(documentOf('execution', {}, { ...outputTicket, text: null, events, customer })),
    ).not.toContain('周小燕');
  });

  test('in English and in both languages', () => {
    expect(documentOf('task-order', { language: 'en' }).title).toBe('Task order');
    expect(documentOf('task-order', { language: 'both' }).title).toBe('任务分配单 Task order');
    expect(ticked(valuesOf(documentOf('confirmation', { language: 'en' }), 'Priority')[0])).toEqual(['Important']);
    expect(documentOf('task-order', { language: 'en' }).signatures[0]?.label).toBe('Filled in by (Supervisor)');
  });

  test('what no XML can hold is left out, broken characters are mended', () => {
    const [first, ...others] = outputEvents;
    const hostile = {
      ...first,
      text: { answers: { description: 'a\u0000b\u000bc\ud800d\u202ee\r\nf' } },
    } as TicketEvent;
    const document = documentOf('register', {}, { ...outputTicket, events: [hostile, ...others] });
    expect(valuesOf(document, '问题描述')).toEqual(['ab\nc\ufffdde\nf']);
  });
});

test('the archive holds a cover with the promises and all forms', () => {
  const archive = archiveDocument(outputTicket, outputContext);
  expect(archive.forms.map((form) => form.form)).toEqual(printedForms(outputContext).map((form) => form.id));
  const text = JSON.stringify(archive.cover);
  expect(text).toContain('反馈与问题解决流程（第 3 版）');
  const promises = archive.cover.find((section) => section.heading === '时限履行情况')?.rows[0]?.value as Grid;
  expect(promises.rows[0]).toEqual([
    '解决',
    '48 小时',
    '2026-03-01 09:05',
    '2026-03-03 09:05',
    '2026-03-02 11:40',
    '按时',
  ]);
});
