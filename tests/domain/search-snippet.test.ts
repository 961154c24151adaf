import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { likeness } from '../../src/domain/search/likeness.ts';
import { searchableText } from '../../src/domain/search/searchable-text.ts';
import { snippetOf } from '../../src/domain/search/snippet.ts';
import { emptyText } from '../../src/domain/ticket/state.ts';
import { customerText } from './search-texts.ts';

describe('a snippet', () => {
  const long = `${'前文'.repeat(60)}我的订单号是ＡＢ－１２３４，一直没有发货。${'后文'.repeat(60)}`;

  test('shows the place that answers the query, as it was written', () => {
    expect(snippetOf(long, 'ab1234', 40)).toContain('ＡＢ－１２３４');
    expect(snippetOf(long, '没有发货', 40)).toMatch(/^….*没有发货.*…$/);
    expect(snippetOf('没有发货，请退款', '退款')).toBe('没有发货，请退款');
    expect(snippetOf('', '退款')).toBe('');
  });

  test('is never longer than asked, never half a character, and holds the whole short query', () => {
    fc.assert(
      fc.property(customerText, customerText, (text, other) => {
        const query = Array.from(text).slice(3, 6).join('');
        const snippet = snippetOf(`${other}${text}${other}`, query, 40);
        expect(Array.from(snippet).length).toBeLessThanOrEqual(42);
        expect(snippet.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('likeness', () => {
  test('is one for the same words, none for nothing shared, and the same both ways', () => {
    expect(likeness('订单一直没发货！', '订单 一直没发货')).toBe(1);
    expect(likeness('订单一直没发货', '怎么修改密码')).toBe(0);
    expect(likeness('', '退款')).toBe(0);
    fc.assert(
      fc.property(customerText, customerText, (a, b) => {
        expect(likeness(a, b)).toBe(likeness(b, a));
        expect(likeness(a, b)).toBeGreaterThanOrEqual(0);
        expect(likeness(a, b)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('tells a second report of the same thing from another one', () => {
    const first = '我3月1日买的扫地机器人充不进电，客服一直不处理，要求退款';
    expect(likeness(first, '扫地机器人充不进电，要求退款，客服不处理')).toBeGreaterThan(0.6);
    expect(likeness(first, '3月1日下单的外套颜色发错了，想换货')).toBeLessThan(0.25);
  });
});

test('what is indexed names the ticket, the customer and all that was written, each once', () => {
  const text = {
    ...emptyText,
    answers: { registration: { description: '一直没发货', channel: 'phone', demands: ['退款', '道歉'], amount: 3 } },
    solution: '已补发',
    remark: '一直没发货',
  };
  expect(
    searchableText({ number: 'CF202603010001', name: '张三', contact: '138-1234 5678', text, said: ['催一下'] }),
  ).toBe('CF202603010001\n张三\n138-1234 5678\n13812345678\n一直没发货\nphone\n退款\n道歉\n已补发\n催一下');
  expect(searchableText({ number: 'CF202603010001', text: null })).toBe('CF202603010001');
});
