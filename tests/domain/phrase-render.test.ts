import { describe, expect, it } from 'vitest';
import { checkPhrase, mistakesIn, variablesApart } from '../../src/domain/phrase/check.ts';
import {
  blankOf,
  blanksIn,
  fillBlank,
  renderPhrase,
  renderPieces,
  variablesIn,
} from '../../src/domain/phrase/render.ts';
import { variableNames } from '../../src/domain/phrase/variables.ts';
import { Refusal } from '../../src/domain/refusal.ts';

describe('a phrase becomes words', () => {
  it.each([
    ['您好，{{customerName}}', { customerName: '王小明' }, '您好，王小明'],
    ['{{ customerName }}您好', { customerName: ' 王小明 ' }, '王小明您好'],
    ['{{customerName}}您好', {}, '【客户称呼？】您好'],
    ['{{customerName}}您好', { customerName: '  ' }, '【客户称呼？】您好'],
    ['{{eta}}前，{{eta}}前', { eta: '15:30' }, '15:30前，15:30前'],
    ['您说的是：{{subject}}。', { subject: '付款扣了两次。' }, '您说的是：付款扣了两次。'],
    ['您说的是：{{subject}}。', { subject: '怎么还没退？' }, '您说的是：怎么还没退？。'],
    ['{{ticketNumber}} {{unknown}} {单个}', { ticketNumber: 'CF1' }, 'CF1 {{unknown}} {单个}'],
    ['{{subject}}', { subject: '{{customerName}}$&' }, '{{customerName}}$&'],
    ['没有变量', { customerName: '王' }, '没有变量'],
    ['', {}, ''],
  ])('%s with %j is %s', (text, values, said) => {
    expect(renderPhrase(text, values, 'zh')).toBe(said);
  });

  it('names its blanks in the language of the phrase, and tells them from what is known', () => {
    expect(renderPieces('Hello {{customerName}}, by {{eta}}.', { customerName: 'Lin' }, 'en')).toEqual([
      { text: 'Hello ', variable: null, isBlank: false },
      { text: 'Lin', variable: 'customerName', isBlank: false },
      { text: ', by ', variable: null, isBlank: false },
      { text: '【expected time？】', variable: 'eta', isBlank: true },
      { text: '.', variable: null, isBlank: false },
    ]);
  });

  it('every blank of every variable is found again, filled, and gone', () => {
    for (const language of ['zh', 'en'] as const) {
      for (const name of variableNames) {
        const text = `前${renderPhrase(`{{${name}}}`, {}, language)}后`;
        const [blank, ...more] = blanksIn(text);
        expect(more).toEqual([]);
        expect(text.slice(blank?.from, blank?.to)).toBe(blankOf(name, language));
        expect(fillBlank(text, name, { zh: '$1 好', en: '$1 好' })).toBe('前$1 好后');
        expect(blanksIn(fillBlank(text, name, { zh: '好', en: 'good' }))).toEqual([]);
      }
    }
  });

  it('brackets that are not ours are the writer’s business', () => {
    expect(blanksIn('【清和家电】您好，【您确定吗？】')).toEqual([]);
  });

  it('lists its variables once each, in order', () => {
    expect(variablesIn('{{eta}} {{customerName}} {{eta}} {{nope}}')).toEqual(['eta', 'customerName']);
  });
});

describe('a mistake in a variable', () => {
  it.each([
    ['{{customerNmae}}', '{{customerNmae}}', '{{customerName}}'],
    ['{{客户}}', '{{客户}}', '{{customerName}}'],
    ['{{工单号}}', '{{工单号}}', '{{ticketNumber}}'],
    ['{{expected}}', '{{expected}}', '{{eta}}'],
    ['{{}}', '{{}}', null],
    ['{{zzzzzzzzzzzz}}', '{{zzzzzzzzzzzz}}', null],
    ['您好{{customerName', '{{customerName', '{{customerName}}'],
    ['eta}}之前', 'eta}}', '{{eta}}'],
  ])('%s is told as %s, meant %s', (text, given, near) => {
    expect(mistakesIn(text)).toEqual([{ given, nearest: near }]);
  });

  it.each(['{{customerName}}', '{{ eta }}', '{eta}', '集合 {1, 2}', ''])('%s has none', (text) => {
    expect(mistakesIn(text)).toEqual([]);
  });

  it('is refused at its text, and so is a phrase that is empty or half', () => {
    const refusal = (title: object, text: object) => {
      try {
        checkPhrase({ title: { zh: '', en: '', ...title }, text: { zh: '', en: '', ...text } });
      } catch (error) {
        if (error instanceof Refusal) return `${error.code} ${error.field}`;
        throw error;
      }
      return 'kept';
    };
    expect(refusal({ zh: '问候' }, { zh: '您好' })).toBe('kept');
    expect(refusal({ en: 'Hello' }, { en: 'Hello {{customerName}}' })).toBe('kept');
    expect(refusal({}, {})).toBe('phrase.empty text.zh');
    expect(refusal({}, { zh: '您好' })).toBe('phrase.half title.zh');
    expect(refusal({ zh: '问候', en: 'Hello' }, { zh: '您好' })).toBe('phrase.half text.en');
    expect(refusal({ zh: '问候', en: 'Hello' }, { zh: '您好', en: '{{naem}}' })).toBe(
      'phrase.variable-unknown text.en',
    );
  });

  it('variables that stand in one language only are told', () => {
    expect(variablesApart({ zh: '{{eta}}{{reason}}', en: '{{reason}}{{plan}}' })).toEqual(['eta', 'plan']);
    expect(variablesApart({ zh: '{{eta}}', en: '' })).toEqual([]);
  });
});
