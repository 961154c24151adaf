import { describe, expect, it } from 'vitest';
import { PlanError, planImport } from '../../src/server/channels/import/plan.ts';
import type { ShippedId } from '../domain/playbook-documents.ts';
import { compiled, pairs, wishes } from './import-lists.ts';

const targets = (id: ShippedId, header: string[], more = {}) =>
  planImport(compiled(id), header, wishes(more)).uses.map((use) =>
    use.kind === 'answer' ? `${use.field.id}${use.isLead ? ' first' : ''}` : use.kind,
  );
const refusal = (id: ShippedId, header: string[], more = {}) => {
  try {
    planImport(compiled(id), header, wishes(more));
    return 'fine';
  } catch (error) {
    if (error instanceof PlanError) return error.message;
    throw error;
  }
};

describe('columns', () => {
  it.each([
    [
      ['编号', '用户', '主题', '时间', '详情', '一级分类'],
      'reference customer-name phenomenon,first received-at phenomenon note',
    ],
    [
      ['留言编号', '留言用户', '留言主题', '留言时间', '留言详情', '答复意见'],
      'reference customer-name phenomenon,first received-at phenomenon note',
    ],
    [
      ['ID', 'User', 'Subject', 'Created at', 'Details'],
      'reference customer-name phenomenon,first received-at phenomenon',
    ],
    [
      ['工单号', '客户姓名*', '联系电话（手机）', '投诉内容', '订单号'],
      'reference customer-name customer-contact phenomenon order-number',
    ],
    [
      ['受理单号', '会员号', '电话', '来电时间', '问题描述', '期望结果', '渠道'],
      'reference customer-number customer-contact received-at phenomenon expected-result channel',
    ],
    [['What happened', 'Customer name', 'E-mail', 'Ticket No.'], 'phenomenon customer-name customer-contact reference'],
    [['来源', '类别', '内容'], 'note note phenomenon'],
    [['电话', '手机', '内容'], 'customer-contact note phenomenon'],
  ])('%j are guessed', (header, expected) => {
    expect(targets('resolution-flow', header).join(' ').replace(' first', ',first')).toBe(expected);
  });

  it('go where the playbook has a field for them', () => {
    expect(
      targets('response-toolkit', ['类别', '内容', '紧急程度', '客户类型', '产品型号', '希望怎样得到答复']),
    ).toEqual([...['category', 'description', 'priority', 'customer-type', 'product-model', 'preferred-channel']]);
  });

  it('go where they are told, by the field or by what it stands for; what is told is not guessed again', () => {
    const header = ['标题', '正文', '备注', 'x'];
    const map = pairs({ description: '备注', reference: '标题', skip: 'x' });
    expect(targets('resolution-flow', header, { map })).toEqual(['reference', 'note', 'phenomenon', 'skip']);
    const both = [...pairs({ phenomenon: '正文' }), ...pairs({ description: '备注', subject: '标题' })];
    expect(targets('resolution-flow', header, { map: both })).toEqual([
      'phenomenon first',
      'phenomenon',
      'phenomenon',
      'note',
    ]);
    expect(targets('response-toolkit', ['类别', '内容'], { set: pairs({ category: '投诉' }) })).toEqual([
      'note',
      'description',
    ]);
  });

  it('that are not there, fields that are not there and values that are none are named, with the nearest', () => {
    const header = ['编号', '详情内容', '联系方式'];
    expect(refusal('resolution-flow', header, { map: pairs({ description: '详请内容' }) })).toMatch(
      /no such column; did you mean "详情内容"\? Columns: 编号, 详情内容/,
    );
    expect(refusal('resolution-flow', header, { map: pairs({ phenomenom: '详情内容' }) })).toMatch(
      /did you mean "phenomenon"/,
    );
    expect(refusal('resolution-flow', header, { set: pairs({ chanel: 'x' }) })).toMatch(
      /--set chanel.*did you mean "channel"/,
    );
    expect(refusal('resolution-flow', header, { set: pairs({ channel: 'fax' }) })).toMatch(
      /"fax" is no option of this field. It takes: phone, .*transfer/,
    );
  });

  it('must give the form what it needs, or the command line must', () => {
    expect(refusal('resolution-flow', ['编号', '电话'])).toMatch(
      /needs phenomenon \(问题现象, .*--map phenomenon=COLUMN/,
    );
    const map = pairs({ phenomenon: '编号' });
    expect(refusal('resolution-flow', ['编号'], { map, set: pairs({ channel: 'phone' }) })).toMatch(
      /needs customer-contact .*occurred-when .*or another --channel/,
    );
    expect(refusal('resolution-flow', ['编号'], { map })).toBe('fine');
  });
});

describe('what no column says', () => {
  it('has defaults, but who the customer is has none', () => {
    const defaults = (id: ShippedId, header: string[]) => planImport(compiled(id), header, wishes()).defaults;
    expect(defaults('resolution-flow', ['内容'])).toEqual({ channel: 'transfer', 'customer-name': '未留姓名' });
    expect(defaults('response-toolkit', ['内容'])).toEqual({
      channel: 'social',
      'customer-name': '未留姓名',
      category: 'consultation',
      priority: 'normal',
    });
    expect(defaults('response-toolkit', ['内容', '电话', '姓名'])).toMatchObject({ channel: 'phone' });
  });
});
