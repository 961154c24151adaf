import { describe, expect, test } from 'vitest';
import { describeEntry } from '../../src/web/console/ticket/timeline/describe-entry.ts';
import { groupEntries, passes } from '../../src/web/console/ticket/timeline/group-entries.ts';
import { timelineTexts } from '../../src/web/console/ticket/timeline/texts.ts';
import type { NamesOf, Phrase, TimelineKey, Told } from '../../src/web/console/ticket/timeline/told.ts';

const quoted = (id: string | number) => `<${id}>`;
const names: NamesOf = {
  stage: quoted,
  form: quoted,
  clock: quoted,
  department: quoted,
  party: quoted,
  category: quoted,
  priority: quoted,
  channel: quoted,
  rating: quoted,
  dimension: quoted,
  field: quoted,
  role: quoted,
  staff: quoted,
  time: quoted,
  span: quoted,
  word: (key) => `[${key}]`,
  list: (all) => all.join(','),
};

const at = 1_772_413_200_000;
const events: Told[] = [
  {
    type: 'ticket.registered',
    data: {
      number: 'CF202603020001',
      playbook: { id: 'resolution-flow', version: 1 },
      calendar: { id: 'cn', version: 1 },
      customerId: 1,
      channel: 'phone',
      receivedAt: at,
      form: 'feedback-register',
      answers: { channel: 'phone' },
    },
    text: { answers: { phenomenon: '扣款两次' } },
  },
  { type: 'stage.entered', data: { stage: 'classify' }, text: null },
  { type: 'stage.completed', data: { stage: 'register' }, text: null },
  { type: 'form.submitted', data: { form: 'classification', stage: 'classify', answers: {} }, text: { answers: {} } },
  { type: 'ticket.classified', data: { category: 'logistics', priority: null }, text: { reason: '物流' } },
  { type: 'ticket.classified', data: { category: null, priority: 'urgent' }, text: null },
  {
    type: 'handoff.made',
    data: { department: 'technology', owner: 5, collaborators: [6, 7], deadline: at },
    text: { requirement: '查清' },
  },
  { type: 'handoff.accepted', data: { owner: 5, eta: at }, text: { plan: '查日志' } },
  { type: 'handoff.bounced', data: { reason: 'missing-field', fields: ['order-number'] }, text: { note: '缺订单号' } },
  {
    type: 'progress.recorded',
    data: { stage: 'carry-out', from: at, to: at + 1 },
    text: { done: '已冲正', customerWords: '谢谢', nextStep: '' },
  },
  { type: 'solution.proposed', data: { eta: null }, text: { rootCause: '重试', solution: '关闭' } },
  { type: 'work.verified', data: {}, text: null },
  { type: 'customer.informed', data: { kind: 'delay', via: 'sms', eta: at }, text: { message: '延到明天' } },
  { type: 'customer.replied', data: { via: 'phone' }, text: { message: '好的' } },
  { type: 'customer.chased', data: {}, text: null },
  { type: 'note.added', data: {}, text: { note: '小心' } },
  { type: 'wait.started', data: { for: 'third-party', until: at }, text: { reason: '等银行' } },
  { type: 'wait.ended', data: { for: 'third-party' }, text: null },
  { type: 'clock.extended', data: { clock: 'resolution', cycle: 1, due: at }, text: { reason: '复杂' } },
  { type: 'clock.warned', data: { clock: 'resolution', cycle: 1, before: '2h', due: at }, text: null },
  { type: 'clock.breached', data: { clock: 'resolution', cycle: 1, due: at }, text: null },
  {
    type: 'clock.laddered',
    data: { clock: 'resolution', cycle: 1, step: 0, tell: ['owner', 'supervisor'] },
    text: null,
  },
  { type: 'ticket.escalated', data: { level: 1, to: 'supervisor', cause: 'clock', clock: 'resolution' }, text: null },
  { type: 'ticket.resolved', data: {}, text: null },
  {
    type: 'callback.made',
    data: { rating: 'dissatisfied', isSatisfied: false, dimensions: { attitude: 'satisfied' } },
    text: { remark: '没解决' },
  },
  { type: 'ticket.reopened', data: { cycle: 2, stage: 'assign', cause: 'dissatisfied' }, text: { reason: '没解决' } },
  { type: 'ticket.dismissed', data: { reason: 'duplicate', duplicateOf: 'CF1' }, text: { note: '重复' } },
  { type: 'ticket.closed', data: {}, text: null },
  { type: 'calendar.revised', data: { id: 'cn', version: 2 }, text: null },
];
const entryOf = (told: Told) => ({ ...told, data: told.data as Record<string, unknown> });

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  const written = ({ key, values }: Phrase) =>
    timelineTexts[language][key].replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values?.[name] ?? whole));

  test.each(events.map((event) => [event.type, event] as const))('%s is a whole sentence', (_, event) => {
    const view = describeEntry(entryOf(event), names, false);
    for (const phrase of [view.title, ...view.facts]) expect(written(phrase)).not.toMatch(/\{\{|undefined|^$/);
    for (const { label } of view.said) if (label) expect(timelineTexts[language][label]).toBeTruthy();
    expect(view.isErased).toBe(false);
  });

  test('every event has words, and every word of an event is there', () => {
    const keys = Object.keys(timelineTexts[language]) as TimelineKey[];
    expect(keys.filter((key) => timelineTexts[language][key] === '')).toEqual([]);
  });
});

describe('what was said', () => {
  const viewOf = (type: Told['type'], isErased = false) => {
    const event = events.find((one) => one.type === type);
    if (!event) throw new Error(`no sample of ${type}`);
    return describeEntry(entryOf(isErased ? ({ ...event, text: null } as Told) : event), names, isErased);
  };

  test('to the customer, by the customer and among colleagues never look alike', () => {
    const tones = ['customer.informed', 'customer.replied', 'note.added'] as const;
    expect(tones.map((type) => viewOf(type).tone)).toEqual(['to-customer', 'from-customer', 'note']);
  });
  test('is told from silence once it is erased', () => {
    expect(viewOf('customer.informed', true)).toMatchObject({ isErased: true, said: [] });
    expect(viewOf('stage.entered', true).isErased).toBe(false);
    expect(viewOf('customer.chased').isErased).toBe(false);
  });
  test('stands with the clear and the private answers of a form', () => {
    expect(viewOf('ticket.registered').answers?.answers).toEqual({ channel: 'phone', phenomenon: '扣款两次' });
  });
  test('of a newer server is shown by its name', () => {
    expect(describeEntry({ type: 'drone.sent', data: {}, text: null }, names, false).title).toEqual({
      key: 'unknown',
      values: { type: 'drone.sent' },
    });
  });
});

describe('the order', () => {
  const actor = (id: number) => ({ kind: 'staff' as const, id, name: '' });
  test('is newest first; what one press brought about stands together in its own order', () => {
    const entries = [
      { seq: 1, at: 'a', actor: actor(1) },
      { seq: 2, at: 'b', actor: actor(1) },
      { seq: 3, at: 'b', actor: actor(1) },
      { seq: 4, at: 'b', actor: actor(2) },
    ];
    const groups = groupEntries(entries).map((group) => group.entries.map(({ seq }) => seq));
    expect(groups).toEqual([[4], [2, 3], [1]]);
  });
  test('can be narrowed', () => {
    expect(passes('all', 'step')).toBe(true);
    expect(passes('customer', 'to-customer')).toBe(true);
    expect(passes('customer', 'note')).toBe(false);
  });
});

describe('an answer to a solution', () => {
  const factsOf = (party: string, how: { via?: string; linkBy?: number }) => {
    const data = { round: 1, party, answer: 'confirmed' as const, ...how };
    return describeEntry({ type: 'solution.answered', data, text: null }, names, false).facts;
  };

  test('says who recorded it how for others, or whose link it came by, and nothing where the party spoke itself', () => {
    expect(factsOf('customer', { via: 'phone' })).toEqual([{ key: 'fact.on-behalf', values: { way: '<phone>' } }]);
    expect(factsOf('external:1', { via: 'portal', linkBy: 5 })).toEqual([
      { key: 'fact.link-by', values: { name: '<5>' } },
    ]);
    expect(factsOf('customer', { via: 'portal' })).toEqual([]);
    expect(factsOf('department:technology', { via: 'console' })).toEqual([]);
  });
});
