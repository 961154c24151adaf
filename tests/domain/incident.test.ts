import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IncidentCommand, OpenIncident } from '../../src/domain/incident/commands.ts';
import { decideIncident, decideOpening } from '../../src/domain/incident/decide.ts';
import { evolveIncident } from '../../src/domain/incident/evolve.ts';
import { likelyIncidents } from '../../src/domain/incident/likely.ts';
import { personalIn } from '../../src/domain/incident/public-text.ts';
import type { Incident } from '../../src/domain/incident/state.ts';
import type { StaffRole } from '../../src/domain/playbook/schema-parts.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { systemActor } from '../../src/domain/ticket/actor.ts';

const now = Date.parse('2026-03-02T09:00:00+08:00');
const as = (...roles: StaffRole[]) => ({ actor: { kind: 'staff' as const, id: 5, roles, departments: [] }, now });
const zh = (text: string) => ({ zh: text, en: '' });
const asked: OpenIncident = {
  number: 'INC-2026-001',
  title: zh('支付失败'),
  impact: 'partial',
  words: ['支付', ' 扣款 ', '支付', '退'],
  phase: 'investigating',
  estimate: null,
  message: zh('正在排查'),
};
const update: IncidentCommand = {
  do: 'update',
  phase: 'identified',
  impact: 'outage',
  estimate: now + 3_600_000,
  message: zh('已定位'),
};
const close: IncidentCommand = {
  do: 'close',
  outcome: 'resolved',
  message: zh('已恢复'),
  rootCause: '证书过期',
  solution: '更换证书',
};
const opened = (): Incident => ({ ...decideOpening(as('supervisor'), asked).state, id: 9 });
const refusal = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return `${error.code} ${error.field}`.trim();
    throw error;
  }
  return 'done';
};

describe('an incident', () => {
  it('begins with its first word to the public', () => {
    const { state, events } = decideOpening(as('manager'), asked);
    expect(events.map(({ type, seq }) => [seq, type])).toEqual([
      [1, 'incident.opened'],
      [2, 'incident.updated'],
    ]);
    expect(state).toMatchObject({ version: 2, status: 'open', phase: 'investigating', linked: 0, openedBy: 5 });
    expect(state.words).toEqual(['支付', '扣款']);
    expect(state.latest).toEqual({ seq: 2, at: now, message: zh('正在排查') });
  });

  it('goes on, counts its tickets, and ends once', () => {
    const told = decideIncident(as('agent'), opened(), update).state;
    expect(told).toMatchObject({ phase: 'identified', impact: 'outage', estimate: now + 3_600_000, version: 3 });
    const linked = decideIncident(as('agent'), told, { do: 'link', tickets: [3, 4, 5] }).state;
    const left = decideIncident(as('agent'), linked, { do: 'unlink', tickets: [4] }).state;
    expect(left).toMatchObject({ linked: 2, version: 5, latest: { seq: 3 } });
    expect(decideIncident(as('agent'), left, { do: 'link', tickets: [] }).events).toEqual([]);
    const ended = decideIncident(as('supervisor'), left, close).state;
    expect(ended).toMatchObject({
      status: 'closed',
      phase: 'resolved',
      outcome: 'resolved',
      closedAt: now,
      estimate: null,
    });
    for (const command of [update, close, { do: 'link', tickets: [1] } as const])
      expect(refusal(() => decideIncident(as('supervisor'), ended, command))).toBe('incident.closed');
    expect(decideIncident({ actor: systemActor, now }, ended, { do: 'unlink', tickets: [3] }).state.linked).toBe(1);
  });

  it.each([
    ['agent', 'auth.forbidden', 'done', 'done', 'auth.forbidden'],
    ['supervisor', 'done', 'done', 'done', 'done'],
    ['manager', 'done', 'done', 'done', 'done'],
    ['admin', 'done', 'done', 'done', 'done'],
    ['specialist', 'auth.forbidden', 'auth.forbidden', 'auth.forbidden', 'auth.forbidden'],
    ['quality', 'auth.forbidden', 'auth.forbidden', 'auth.forbidden', 'auth.forbidden'],
  ] as const)('%s: open %s, update %s, link %s, close %s', (role, open, tell, link, end) => {
    expect(refusal(() => decideOpening(as(role), asked))).toBe(open);
    expect(refusal(() => decideIncident(as(role), opened(), update))).toBe(tell);
    expect(refusal(() => decideIncident(as(role), opened(), { do: 'link', tickets: [1] }))).toBe(link);
    expect(refusal(() => decideIncident(as(role), opened(), close))).toBe(end);
  });

  it('is not spoken of over what somebody else said meanwhile; links make no page stale', () => {
    const told = decideIncident(as('agent'), opened(), update).state;
    expect(refusal(() => decideIncident(as('agent'), told, update, 2))).toBe('incident.changed version');
    expect(refusal(() => decideIncident(as('agent'), told, update, 4))).toBe('incident.changed version');
    const linked = decideIncident(as('agent'), told, { do: 'link', tickets: [3] }).state;
    expect(refusal(() => decideIncident(as('agent'), linked, update, 3))).toBe('done');
  });

  it('promises nothing that has passed, and is not resolved without a solution', () => {
    expect(refusal(() => decideIncident(as('agent'), opened(), { ...update, estimate: now }))).toBe(
      'incident.estimate-past estimate',
    );
    expect(refusal(() => decideIncident(as('supervisor'), opened(), { ...close, solution: '' }))).toBe(
      'incident.solution-missing solution',
    );
    const returned = { ...close, outcome: 'returned' as const, solution: '' };
    expect(decideIncident(as('supervisor'), opened(), returned).state).toMatchObject({
      outcome: 'returned',
      phase: 'investigating',
    });
  });

  it('folds to the same whatever was asked in whatever order, and keeps its events in order of time', () => {
    const commands = fc.array(
      fc.record({
        command: fc.oneof(
          fc.constant(update),
          fc.constant(close),
          fc.array(fc.nat(50), { maxLength: 4 }).map((tickets): IncidentCommand => ({ do: 'link', tickets })),
          fc.array(fc.nat(50), { maxLength: 4 }).map((tickets): IncidentCommand => ({ do: 'unlink', tickets })),
        ),
        shift: fc.integer({ min: -5_000, max: 5_000 }),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(commands, (steps) => {
        const first = decideOpening(as('supervisor'), asked);
        const events = [...first.events];
        let state = first.state;
        for (const { command, shift } of steps) {
          try {
            const decision = decideIncident({ ...as('supervisor'), now: now + shift }, state, command);
            events.push(...decision.events);
            state = decision.state;
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
        }
        expect(events.reduce<Incident | null>(evolveIncident, null)).toEqual(state);
        expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
        for (const [index, { at }] of events.entries()) expect(at).toBeGreaterThanOrEqual(events[index - 1]?.at ?? 0);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      }),
    );
  });
});

describe('public text', () => {
  it.each([
    ['请联系王先生 13800000000', 'phone'],
    ['电话 138-0000-0000 或', 'phone'],
    ['致电 +86 138 0000 0000', 'phone'],
    ['全角 １３８００００００００', 'phone'],
    ['零宽 138\u200b00000000', 'phone'],
    ['座机 010-12345678', 'phone'],
    ['座机（0571）12345678', 'phone'],
    ['写信到 someone@example.com。', 'e-mail'],
    ['身份证 11010119900307123X', 'identity-number'],
    ['卡号 6222 0000 0000 0000 123', 'card-number'],
    ['卡号 6222000000000000', 'card-number'],
  ])('%s: %s', (text, found) => {
    expect(personalIn(text)).toBe(found);
    expect(refusal(() => decideOpening(as('manager'), { ...asked, message: zh(text) }))).toBe(
      'incident.text-personal message.zh',
    );
    expect(refusal(() => decideOpening(as('manager'), { ...asked, title: { zh: '好', en: text } }))).toBe(
      'incident.text-personal title.en',
    );
    expect(refusal(() => decideIncident(as('manager'), opened(), { ...close, solution: text }))).toBe(
      'incident.text-personal solution',
    );
  });

  it.each([
    '11 月 27 日 10:00 至 2026-11-27 12:30 部分客户无法付款',
    '请拨打 400-000-0000 或 95000，订单号以 A20260302-7788 开头的',
    'CF202603020001 一类的工单，共 1234567 笔，金额 12,345,678.90 元，错误码 E500 @支付',
    '版本 1.12.0 于 202611271030 发布',
  ])('%s: may be said', (text) => {
    expect(personalIn(text)).toBeNull();
  });
});

describe('which incident a demand is likely about', () => {
  const payment = { id: 1, title: zh('支付失败'), words: ['扣款', '付款'] };
  const delivery = { id: 2, title: zh('华东仓发货延迟'), words: ['发货'] };
  const wordless = { id: 3, title: zh('应用无法登录'), words: [] };
  const ids = (text: string) => likelyIncidents([delivery, payment, wordless], text).map(({ incident }) => incident.id);

  it.each([
    ['付款时扣款两次，一直没有发货', [1, 2]],
    ['怎么还不发货', [2]],
    ['今天应用无法登录了', [3]],
    ['想换个颜色', []],
  ] as const)('%s', (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });
});
