import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contactsOf, isPhone, isPlausibleContact, normaliseContact } from '../../src/domain/customer/contact.ts';
import { maskContact, maskName, maskNumber } from '../../src/domain/customer/mask.ts';
import { maskAnswers } from '../../src/domain/customer/mask-answers.ts';

describe('one spelling per contact', () => {
  test.each([
    ['13812345678', '13812345678'],
    [' 138-1234-5678 ', '13812345678'],
    ['138 1234 5678', '13812345678'],
    ['１３８１２３４５６７８', '13812345678'],
    ['+86 138 1234 5678', '13812345678'],
    ['0086-13812345678', '13812345678'],
    ['86 13812345678', '13812345678'],
    ['（+86）13812345678', '13812345678'],
    ['013812345678', '13812345678'],
    ['手机：138 1234 5678', '13812345678'],
    ['010-8765 4321', '01087654321'],
    ['(010) 87654321', '01087654321'],
    ['+86 10 8765 4321', '01087654321'],
    ['+86-0755-26012345', '075526012345'],
    ['010-87654321转801', '01087654321#801'],
    ['010-87654321 ext. 801', '01087654321#801'],
    ['400-800-1234', '4008001234'],
    ['+86 400 800 1234', '4008001234'],
    ['+86 95588', '95588'],
    ['+1 (415) 555-2671', '+14155552671'],
    ['001 415 555 2671', '+14155552671'],
    ['Zhang.San@Example.COM', 'zhang.san@example.com'],
    ['邮箱: a@b.cn', 'a@b.cn'],
    ['微信号：Wx_Id-2024', 'wx_id-2024'],
    ['Ｗｅｃｈａｔ  id', 'wechat id'],
    ['C-1001', 'c-1001'],
    ['', ''],
  ])('%s → %s', (written, expected) => expect(normaliseContact(written)).toBe(expected));

  test('what is normalised stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = normaliseContact(text);
        expect(normaliseContact(once)).toBe(once);
      }),
    );
  });

  test('does not stop at long text that only begins like a contact', { timeout: 30_000 }, () => {
    for (const start of ['手机', 'a@', '1']) {
      for (const between of [' '.repeat(200_000), '.'.repeat(200_000), ' '.repeat(190)])
        expect(contactsOf(`${start}${between}x`)).toHaveLength(1);
    }
  });

  test('several in one field', () => {
    expect(contactsOf('138 1234 5678 / 010-87654321；a@B.cn，13812345678')).toEqual([
      '13812345678',
      '01087654321',
      'a@b.cn',
    ]);
    expect(contactsOf(' ，')).toEqual([]);
  });

  test('what counts as a phone', () => {
    expect(['13812345678', '01087654321#801', '+14155552671'].every(isPhone)).toBe(true);
    expect(['c-1001', 'a@b.cn', '123'].some(isPhone)).toBe(false);
  });
});

describe('masks', () => {
  test.each([
    ['13812345678', '138****5678'],
    ['+86 138 1234 5678', '138****5678'],
    ['010-87654321', '010-****4321'],
    ['0755 26012345', '0755-****2345'],
    ['010-87654321转801', '010-****4321'],
    ['87654321', '****21'],
    ['95588', '****88'],
    ['400-800-1234', '400****1234'],
    ['+14155552671', '+14****2671'],
    ['zhang@example.com', 'z***@example.com'],
    ['a@b.com', 'a***@b.com'],
    ['wx_id-2024', 'w****4'],
    ['张小明的微信', '张***'],
    ['abc', '***'],
    ['张三', '**'],
    ['13812345678、a@b.com', '138****5678、a***@b.com'],
    ['', ''],
  ])('contact %s → %s', (contact, masked) => expect(maskContact(contact)).toBe(masked));

  test.each([
    ['C-1001', 'C-1001'],
    ['20240001', '20240001'],
    ['13812345678', '138****5678'],
    ['11010119900101123X', '110****123X'],
    ['a@b.com', 'a***@b.com'],
  ])('customer number %s → %s', (number, masked) => expect(maskNumber(number)).toBe(masked));

  test.each([
    ['张三', '张**'],
    ['欧阳修', '欧阳**'],
    ['John Smith', 'J*** S***'],
    ['', ''],
  ])('name %s → %s', (name, masked) => expect(maskName(name)).toBe(masked));

  test('never shows more than eight characters of a contact that is no e-mail', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\w+ -]{1,40}$/), (contact) => {
        expect(maskContact(contact).replace(/[*-]/g, '').length).toBeLessThanOrEqual(8);
        expect(maskContact(contact)).toSatisfy((masked: string) => masked.includes('*') || contact.trim() === '');
      }),
    );
  });
});

test('in a form, only the answers that say how to reach the customer are masked', () => {
  const field = (id: string, binds?: 'customer-contact' | 'customer-number' | 'customer-name') => ({
    ...{ id, name: { zh: id, en: id }, type: 'text' as const, required: false },
    ...(binds && { binds }),
  });
  const form = { fields: [field('who', 'customer-name'), field('how', 'customer-contact'), field('other')] };
  expect(maskAnswers(form, { who: '张三', how: '13812345678', other: '13812345678', free: 1 })).toEqual({
    who: '张三',
    how: '138****5678',
    other: '13812345678',
    free: 1,
  });
});

describe('whether somebody can be reached by a contact', () => {
  test.each([
    '13812345678',
    '１３８ １２３４ ５６７８',
    '+86 138-1234-5678',
    '(0755) 8666 1234 转 802',
    '+44 20 7946 0018 ext. 12',
    '95588',
    '138 1234 5678（林女士，晚上打）',
    'lin@example.com',
    '邮箱 lin@example.com',
    'wxid_a1b2c3',
    'xiaolin-88',
    '@lin_yue',
    '微信：小林',
    'WeChat: lin',
    '没有电话，微信 linyue',
  ])('by %j', (contact) => expect(isPlausibleContact(contact)).toBe(true));

  test.each(['', '   ', '123', '1234', '...', ',,,', 'abc', '林女士', '没有电话', '电话：12', '微信', '打我电话吧'])(
    'not by %j',
    (contact) => expect(isPlausibleContact(contact)).toBe(false),
  );
});
