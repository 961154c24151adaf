import { describe, expect, test } from 'vitest';
import type { PlaybookField } from '../../src/domain/playbook/schema.ts';
import { checkRequest, givenAnswers, type RequestValues } from '../../src/web/portal/submit/check-request.ts';
import { texts } from '../../src/web/portal/texts.ts';

const say = (key: keyof typeof texts.zh) => texts.zh[key];
const field = (id: string, more: Partial<PlaybookField> = {}): PlaybookField => ({
  id,
  name: { zh: id, en: id },
  type: 'text',
  required: false,
  ...more,
});
const door = {
  types: [{ id: 'complaint', name: { zh: '投诉', en: 'Complaint' } }],
  fields: [field('order', { required: true }), field('model')],
};
const now = Date.parse('2026-03-02T09:00:00+08:00');
const whole: RequestValues = {
  type: 'complaint',
  description: '师傅没有来',
  name: '林女士',
  contact: '13900001234',
  answers: { order: 'A-1' },
};
const wrong = (change: Partial<RequestValues>) => Object.keys(checkRequest({ ...whole, ...change }, door, say, now));

describe('a request before it is sent', () => {
  test('is complete with type, description, name, contact and what the form requires', () => {
    expect(checkRequest(whole, door, say, now)).toEqual({});
  });

  test.each([
    [{ type: '' }, ['type']],
    [{ type: 'gone' }, ['type']],
    [{ description: ' 坏了 ' }, ['description']],
    [{ name: '   ' }, ['name']],
    [{ contact: '12' }, ['contact']],
    [{ contact: '没有电话' }, ['contact']],
    [{ answers: {} }, ['order']],
    [{ answers: { order: '  ' } }, ['order']],
    [
      { type: '', description: '', name: '', contact: '', answers: {} },
      ['type', 'description', 'name', 'contact', 'order'],
    ],
  ])('%j lacks %j', (change, fields) => expect(wrong(change)).toEqual(fields));

  test('a field that is required only with another answer', () => {
    const asks = {
      types: door.types,
      fields: [field('kind'), field('detail', { requiredWhen: { field: 'kind', is: ['other'] } })],
    };
    expect(checkRequest({ ...whole, answers: { kind: 'usual' } }, asks, say, now)).toEqual({});
    expect(Object.keys(checkRequest({ ...whole, answers: { kind: 'other' } }, asks, say, now))).toEqual(['detail']);
  });

  test('what has happened cannot lie ahead, what is wished for can', () => {
    const time = { type: 'date-time' } as const;
    const asks = { types: door.types, fields: [field('happened', { ...time, past: true }), field('wish', time)] };
    const at = (happened: string, wish: string) =>
      checkRequest({ ...whole, answers: { happened, wish } }, asks, say, now);
    expect(at('2026-03-02T01:00:00.000Z', '2026-03-02T01:01:00.000Z')).toEqual({});
    expect(at('2026-03-02T01:01:00.000Z', '')).toStrictEqual({ happened: texts.zh['error.future'] });
    expect(at('', '')).toEqual({});
  });

  test('empty answers are not sent', () => {
    expect(givenAnswers({ order: ' ', model: 'X1', parts: [], agree: false })).toEqual({ model: 'X1' });
  });
});

test('both languages fill the same places', () => {
  const places = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();
  for (const key of Object.keys(texts.zh) as (keyof typeof texts.zh)[]) {
    expect(places(texts.en[key]), key).toEqual(places(texts.zh[key]));
    expect(texts.en[key], key).not.toMatch(key === 'language.switch' || key === 'footer' ? /^$/ : /\p{Script=Han}/u);
  }
});
