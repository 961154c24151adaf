import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBankCard, isIdCard } from '../../src/domain/case/number-kinds.ts';
import { findPersonalData, withoutPersonalData } from '../../src/domain/case/personal-data.ts';

/** All people and numbers here are made up; card and identity numbers are published specimens or computed. */
const person = {
  names: ['王小明'],
  contacts: ['138 0013 8000，wang_xm@example.com', '微信：wangxm-2026'],
  numbers: ['A20260302-7788'],
};
const kindsIn = (text: string, known = person) =>
  findPersonalData(text, known).map(({ kind, isHard }) => `${kind}${isHard ? '!' : ''}`);

describe('what is recognised by itself', () => {
  it.each([
    ['手机 139 1234 5678', '手机 ［电话］'],
    ['＋８６－１３９１２３４５６７８', '［电话］'],
    ['0086 139-1234-5678', '［电话］'],
    ['一三九，一二三四，五六七八', '［电话］'],
    ['幺三九一二三四五六七八', '［电话］'],
    ['0571-8812 3456', '［电话］'],
    ['（０１０）６２３４５６７８', '（［电话］'],
    ['+44 20 7946 0958', '［电话］'],
    ['邮箱 zhang.san＠example.com。', '邮箱 ［邮箱］。'],
    ['zhang [at] example.com', '［邮箱］'],
    ['身份证11010519491231002X。', '身份证［证件号］。'],
    ['110105 19491231 002x', '［证件号］'],
    ['卡号 4111 1111 1111 1111', '卡号 ［银行卡号］'],
    ['车牌京A·12345和粤BD12345', '车牌［车牌］和［车牌］'],
    ['微信号：abc_12345', '微信号：［社交账号］'],
    ['QQ 12345678', 'QQ ［社交账号］'],
    ['订单号：QH12345678 没到', '订单号：［编号］ 没到'],
    ['运单 SF1234567890123', '运单 ［编号］'],
    ['我住在上海市浦东新区世纪大道100号3栋502室，没人', '我住在［地址］，没人'],
    ['张师傅上门，联系人：李雷', '［姓名］上门，联系人：［姓名］'],
    ['138****8000，尾号8000', '［电话］，尾号［电话］'],
  ])('%s', (text, expected) => {
    expect(withoutPersonalData(text)).toBe(expected);
  });

  it.each([
    '热线 400-123-4567 与 95588',
    '2026年3月2日 10:00 付款 1288.00 元，共 3 笔',
    '2026-03-02 10:00:00 至 2026-03-05 18:00:00',
    '型号 KFR-35GW，温度 26 度，错误码 E05',
    'iPhone15 Pro Max 256G，固件 v4.1.22',
    '在应用的支付页面按第 2 步操作，重试十三次',
    '一二三四五六七八九十',
    '重启路由器，检查第1层网络，再进入设置',
    '请升级微信小程序到最新版，QQ音乐不受影响',
    '公司总部在杭州，服务全国各省市',
  ])('harmless: %s', (text) => {
    expect(findPersonalData(text)).toEqual([]);
  });

  it('numbers by their check digits, not by their length', () => {
    expect(isIdCard('11010519491231002X')).toBe(true);
    expect(isIdCard('110105194912310021')).toBe(false);
    expect(isIdCard('11010519491331002X')).toBe(false);
    expect(isBankCard('4111111111111111')).toBe(true);
    expect(isBankCard('4111111111111112')).toBe(false);
    expect(isBankCard('1111111111111117')).toBe(false);
    expect(kindsIn('110105194912310021')).toEqual(['number']);
  });

  it('is hard where it names or reaches a person, soft where it may be something else', () => {
    expect(kindsIn('13912345678')).toEqual(['phone!']);
    expect(kindsIn('长江路12号3单元')).toEqual(['address']);
    expect(kindsIn('单号 SF1234567890123')).toEqual(['number']);
  });
});

describe('the customer’s own', () => {
  it.each([
    '王小明',
    '王 小 明',
    '王·小·明',
    '王小\u200b明',
    '王先生',
    '王女士',
    '１３８００１３８０００',
    '一三八零零一三八零零零',
    '138.0013.8000',
    'WANG_XM@EXAMPLE.COM',
    'wangxm2026',
    'a20260302 7788',
  ])('%s', (said) => {
    expect(kindsIn(`客户${said}反映扣款两次`)).toEqual([expect.stringMatching(/!$/)]);
  });

  it('names that are words of every day are not looked for', () => {
    expect(kindsIn('客户先生说屏幕不亮', { names: ['先生', '李', '客户'], contacts: [], numbers: [] })).toEqual([]);
  });

  it('foreign names in either order, whole', () => {
    const known = { names: ['Anna Smith'], contacts: [], numbers: [] };
    expect(kindsIn('Smith, Anna called; ANNA SMITH again', known)).toHaveLength(1);
    expect(kindsIn('hosanna smithy', known)).toEqual([]);
  });
});

describe('whatever the text', () => {
  const pieces = fc.constantFrom(
    '王小明',
    '138 0013 8000',
    '，',
    '。',
    '扣款两次',
    '订单号',
    'A20260302-7788',
    '［客户］',
    '\n',
    '京A12345',
    '😀',
    '11010519491231002X',
    'zhang@example.com',
    '路',
    '12号',
    ' ',
    '1',
    '９',
    '一',
    '微信',
    'x',
  );
  const texts = fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(''));

  it('findings lie in the text, in order and apart', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'grapheme' })), (text) => {
        let after = 0;
        for (const { from, to } of findPersonalData(text, person)) {
          expect(from).toBeGreaterThanOrEqual(after);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(text.length);
          after = to;
        }
      }),
    );
  });

  it('nothing hard is left once all is replaced, and replacing again changes nothing', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const clean = withoutPersonalData(text, person);
        expect(findPersonalData(clean, person).filter(({ isHard }) => isHard)).toEqual([]);
        expect(withoutPersonalData(clean, person)).toBe(clean);
      }),
    );
  });

  it('a phone number is found wherever it stands and however it is grouped', () => {
    const phone = fc.tuple(fc.constantFrom('138', '150', '199'), fc.integer({ min: 0, max: 99_999_999 }));
    const joints = fc.constantFrom('', ' ', '-', '.', '·');
    fc.assert(
      fc.property(phone, joints, joints, ([start, rest], first, second) => {
        const digits = String(rest).padStart(8, '0');
        const written = `${start}${first}${digits.slice(0, 4)}${second}${digits.slice(4)}`;
        expect(withoutPersonalData(`回电${written}可以吗`)).toBe('回电［电话］可以吗');
      }),
    );
  });
});
