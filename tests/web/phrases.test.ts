import { describe, expect, it } from 'vitest';
import { firstPromise } from '../../src/domain/phrase/first-promise.ts';
import { replaceRange, slashTyped } from '../../src/web/console/phrases/slash.ts';
import { ticketValues } from '../../src/web/console/phrases/ticket-values.ts';
import { documentOf } from '../domain/playbook-documents.ts';

/** `|` is the cursor after the key. */
describe('the shortcut for phrases', () => {
  const typed = (before: string, marked: string) => slashTyped(before, marked.replace('|', ''), marked.indexOf('|'));
  it.each([
    ['', '/|', true],
    ['您好\n', '您好\n/|', true],
    ['您好 ', '您好 /|', true],
    ['您好。', '您好。/|', true],
    ['您好。完', '您好。/|完', true],
    ['', '、|', true],
    ['您好。', '您好。、|', false],
    ['您好', '您好/|', false],
    ['http:/', 'http://|', false],
    ['1', '1/|', false],
    ['and', 'and/|', false],
    ['', 'a/|', false],
    ['/', '/a|', false],
    ['ab /', 'ab |', false],
  ])('%j and then %j: %s', (before, marked, isShortcut) => {
    const caret = marked.indexOf('|');
    expect(typed(before, marked)).toEqual(isShortcut ? { from: caret - 1, to: caret } : null);
  });

  it('gives way to what was chosen', () => {
    expect(replaceRange('甲 / 乙', { from: 2, to: 3 }, '您好')).toBe('甲 您好 乙');
  });
});

describe('what a ticket knows for a phrase', () => {
  const name = (zh: string, en: string) => ({ zh, en });
  const known = {
    detail: {
      customerName: '王小明',
      number: 'CF1',
      subject: '扣了两次',
      category: 'payment',
      priority: 'urgent',
      stage: 'assign',
      department: 'technology',
    },
    playbook: {
      categories: [{ id: 'payment', name: name('支付', 'Payment') }],
      priorities: [{ id: 'urgent', name: name('紧急', 'Urgent') }],
      stages: [{ id: 'assign', name: name('分派', 'Assign') }],
    },
    departments: [{ code: 'technology', name: name('技术部', 'Technology') }],
    me: { name: '陈晨', organisation: '清和' },
    eta: '',
  } as unknown as Parameters<typeof ticketValues>[0];

  it('is said in the language of the phrase; an unknown time is none', () => {
    expect(ticketValues(known, 'zh')).toMatchObject({ category: '支付', department: '技术部', stage: '分派' });
    expect(ticketValues(known, 'en')).toMatchObject({
      category: 'Payment',
      department: 'Technology',
      priority: 'Urgent',
    });
    expect(ticketValues(known, 'zh').eta).toBeUndefined();
    expect(ticketValues({ ...known, eta: '2026-03-02T10:00:00.000Z' }, 'en').eta).toMatch(/Mar/);
  });

  it('nothing is made up where there is none', () => {
    const bare = { ...known, detail: { ...known.detail, category: null, department: null } };
    expect(ticketValues(bare, 'zh')).toMatchObject({ category: undefined, department: undefined });
  });
});

it.each<[Parameters<typeof documentOf>[0], string, string | null]>([
  ['response-toolkit', 'urgent', '15m'],
  ['response-toolkit', 'low', '4h'],
  ['resolution-flow', 'urgent', '24h'],
  ['resolution-flow', 'normal', '72h'],
  ['resolution-flow', 'nope', null],
])('%s promises a new %s ticket a first word within %s', (id, priority, within) => {
  expect(firstPromise(documentOf(id) as Parameters<typeof firstPromise>[0], priority, null)).toBe(within);
});
