import { describe, expect, it } from 'vitest';
import { demandsOf, pairs, taken } from './import-lists.ts';

const header = ['编号', '姓名', '电话', '时间', '主题', '详情', '类型', '答复'];
const row = (changed: Record<number, string> = {}) =>
  ['37', '张三', '138 0013 8000', '2020/1/4 11:17:46', '路灯不亮', '三天了，没有人来。', '投诉', ''].map(
    (cell, at) => changed[at] ?? cell,
  );
const one = (changed: Record<number, string> = {}, more = {}) =>
  demandsOf('response-toolkit', header, [row(changed)], more)[0];

describe('a row as a demand', () => {
  it('answers the form, and keeps what fits nowhere', () => {
    const demand = taken(one({ 6: '城乡建设', 7: '已收悉' }));
    expect(demand.answers).toEqual({
      'customer-name': '张三',
      'customer-contact': '138 0013 8000',
      'received-at': '2020-01-04T11:17:46+08:00',
      description: '路灯不亮\n\n三天了，没有人来。',
      category: 'consultation',
      priority: 'normal',
      channel: 'phone',
    });
    expect(demand.takenOver).toEqual({ reference: '37', notes: ['答复：已收悉\n类型：城乡建设'] });
    expect(demand.leftOver).toEqual(['类型: is no option of this field']);
    expect(demand.customer).toBe('13800138000');
  });

  it.each(['投诉', '投诉类', ' complaint ', 'Complaint', '【投诉】投诉'])(
    'takes %s by its name in either language',
    (category) => {
      expect(taken(one({ 6: category })).answers.category).toBe('complaint');
    },
  );

  it('says a subject once that the text begins with', () => {
    expect(taken(one({ 5: '路灯不亮，三天了' })).answers.description).toBe('路灯不亮，三天了');
    expect(taken(one({ 4: '', 5: '没灯' })).answers.description).toBe('没灯');
  });

  it('takes out what no text can keep, and nothing else', () => {
    const odd = 'a\u0000b\ud800c\u0007\r\nd\re <b>&nbsp;</b> 😀👨‍👩‍👧 \ufffd\t=1+1';
    expect(taken(one({ 4: '', 5: `\ufeff  ${odd}  ` })).answers.description).toBe(
      'abc\nd\ne <b>&nbsp;</b> 😀👨‍👩‍👧 \ufffd\t=1+1',
    );
    expect(taken(one({ 4: '', 5: '一。_x000D_\n二。_x000d_三 _x000_' })).answers.description).toBe(
      '一。\n二。\n三 _x000_',
    );
    expect(taken(one({ 1: '张\n三 ' })).answers['customer-name']).toBe('张 三');
  });

  it('makes no one customer of strangers', () => {
    for (const contact of ['无', '未知', '-', 'N/A', '00000', '', '匿名'])
      expect(taken(one({ 2: contact }))).toMatchObject({ customer: null, leftOver: [], takenOver: { notes: [] } });
    for (const contact of ['138****8000', '1.38E+10', '1388888XXXX']) {
      const demand = taken(one({ 2: contact }));
      expect(demand.customer).toBeNull();
      expect(demand.answers).not.toHaveProperty('customer-contact');
      expect(demand.answers.channel).toBe('social');
      expect(demand.takenOver.notes).toEqual([`电话：${contact}`]);
    }
  });

  it('gives a reason for urgency where the list gives none', () => {
    const urgent = demandsOf('response-toolkit', ['内容', '紧急程度'], [['停水', '紧急']])[0];
    expect(taken(urgent).answers).toMatchObject({ priority: 'urgent', 'priority-reason': '导入的清单如此注明' });
  });

  it('is refused with column and field', () => {
    expect(one({ 3: '昨天' })).toMatchObject({
      problems: [{ column: '时间', field: 'received-at', message: expect.stringContaining('"昨天" is no date') }],
    });
  });

  it('keeps long leftovers in several notes, none too long, none in the middle of a character', () => {
    const { notes } = taken(one({ 7: '😀'.repeat(9_000) })).takenOver;
    expect(notes.length).toBe(3);
    expect(notes.every((note) => note.length <= 8_000 && note.isWellFormed())).toBe(true);
    expect(notes.join('')).toBe(`答复：${'😀'.repeat(9_000)}`);
  });
});

describe('the name of a row', () => {
  const names = (rows: string[][], more = {}) =>
    demandsOf('response-toolkit', header, rows, more).map((read) => taken(read).name);

  it('is that of its reference, whatever the file is called and whatever else it says', () => {
    const [name] = names([row()]);
    expect(names([row({ 5: '改了' })])).toEqual([name]);
    expect(names([row()], { source: 'b' })).not.toEqual([name]);
    expect(taken(one()).contentHash).not.toEqual(taken(one({ 5: '改了' })).contentHash);
    expect(names([row({ 0: '38' })])).not.toEqual([name]);
  });

  it('is, without one, that of its content, of the file and of how often it came before', () => {
    const map = pairs({ note: '编号' });
    const [first, second, other] = names([row(), row(), row({ 5: '别的' })], { map });
    expect(new Set([first, second, other]).size).toBe(3);
    expect(names([row({ 5: '别的' }), row(), row()], { map })).toEqual([other, first, second]);
    expect(names([row()], { map, source: 'other.csv' })).not.toEqual([first]);
  });

  it('is not shared by playbooks', () => {
    const [toolkit, flow] = (['response-toolkit', 'resolution-flow'] as const).map(
      (id) => taken(demandsOf(id, ['编号', '内容'], [['1', 'x']])[0]).name,
    );
    expect(toolkit).not.toBe(flow);
  });
});
