import { describe, expect, test } from 'vitest';
import { localSpan, localTime, wallClockMs } from '../../src/domain/output/local-time.ts';
import { columnReader } from '../../src/domain/output/table-columns.ts';
import { tableHead, tableRows } from '../../src/domain/output/table-document.ts';
import { named, outputPlaybook } from './output-playbook.ts';
import { at, outputContext, outputTicket } from './output-ticket.ts';

const tableOf = (id: string) => {
  const table = outputPlaybook.tables.find((one) => one.id === id);
  if (!table) throw new Error(`no table ${id}`);
  return table;
};
const textsOf = (id: string, isRevealed = false) =>
  tableRows(outputTicket, tableOf(id), { ...outputContext, isRevealed }).map((row) =>
    row.cells.map((cell) => cell.text),
  );

describe('tables over many tickets', () => {
  test('one row a ticket, in names', () => {
    expect(textsOf('records')).toEqual([
      [
        'CF202603010001',
        '2026-03-01 09:05',
        '周小燕',
        '138****5678',
        '=SUM(1,2)',
        expect.stringContaining('加湿器'),
        '李强',
        '已关闭',
      ],
    ]);
    expect(textsOf('records', true)[0]?.[3]).toBe('13812345678');
  });

  test.each([
    ['new', '新客户'],
    // Known from another playbook.
    ['individual', '个人客户'],
    ['of-nobody', 'of-nobody'],
    ['', ''],
  ])('a customer’s type %o is called %o', (type, name) => {
    const ticket = { ...outputTicket, customer: { ...outputTicket.customer, type } };
    const types = { ...tableOf('records'), columns: [{ ...named('type', '类型', 'Type'), from: 'customer.type' }] };
    const [row] = tableRows(ticket, types, outputContext);
    expect(row?.cells[0]?.text).toBe(name);
  });

  test('times stay times', () => {
    const [row] = tableRows(outputTicket, tableOf('records'), outputContext);
    expect(row?.cells[1]).toEqual({ kind: 'instant', at: at('2026-03-01T09:05'), text: '2026-03-01 09:05' });
  });

  test('one row a progress note, one a callback', () => {
    expect(textsOf('progress')).toEqual([
      ['CF202603010001', '执行', '李强', '2026-03-01 13:00', '在异常区找到包裹并换单'],
    ]);
    expect(textsOf('satisfaction')).toEqual([
      ['CF202603010001', '不满意', '基本满意', '包裹送到了，但是外壳压坏'],
      ['CF202603010001', '满意', '满意', '这次很快，谢谢'],
    ]);
  });

  test('the head says which days, the last one included', () => {
    const period = { from: at('2026-03-01T00:00'), to: at('2026-04-01T00:00') };
    expect(tableHead(tableOf('records'), period, outputContext)).toMatchObject({
      title: '客户需求记录表',
      period: '受理日期 2026-03-01 至 2026-03-31',
    });
    expect(tableHead(tableOf('records'), { from: null, to: null }, outputContext).period).toBe('');
  });

  test.each([
    ['ticket', 'nothing'],
    ['ticket', 'done'],
    ['progress', 'dimension.speed'],
    ['callback', 'dimension'],
    ['ticket', 'constructor'],
    ['ticket', 'answer.register'],
  ] as const)('rows of %s have no %s', (rows, from) => expect(columnReader(rows, from)).toBeNull());
});

describe('local time', () => {
  test.each([
    ['2026-03-01T01:05:59Z', 'Asia/Shanghai', '2026-03-01 09:05'],
    ['2026-02-28T16:00:00Z', 'Asia/Shanghai', '2026-03-01 00:00'],
    ['2026-03-29T00:59:00Z', 'Europe/Berlin', '2026-03-29 01:59'],
    ['2026-03-29T01:00:00Z', 'Europe/Berlin', '2026-03-29 03:00'],
  ])('%s in %s is %s', (instant, zone, expected) => expect(localTime(Date.parse(instant), zone)).toBe(expected));

  test('a span names the second day only when it is another', () => {
    const zone = 'Asia/Shanghai';
    expect(localSpan(at('2026-03-01T13:00'), at('2026-03-01T14:00'), zone)).toBe('2026-03-01 13:00 – 14:00');
    expect(localSpan(at('2026-03-01T13:00'), at('2026-03-02T14:00'), zone)).toBe('2026-03-01 13:00 – 2026-03-02 14:00');
    expect(localSpan(at('2026-03-01T13:00'), null, zone)).toBe('2026-03-01 13:00 –');
    expect(localSpan(null, null, zone)).toBe('');
  });

  test('a spreadsheet gets the digits of the wall clock', () => {
    const shown = new Date(wallClockMs(Date.parse('2026-03-29T01:00:00Z'), 'Europe/Berlin')).toISOString();
    expect(shown).toBe('2026-03-29T03:00:00.000Z');
  });
});
