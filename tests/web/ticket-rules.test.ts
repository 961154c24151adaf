import { describe, expect, test } from 'vitest';
import type { ActionView } from '../../src/contract/ticket.ts';
import { ticketCommands } from '../../src/domain/ticket/commands.ts';
import { toolbarOf } from '../../src/web/console/ticket/actions/toolbar.ts';
import { clockProgress, sortClocks } from '../../src/web/console/ticket/clocks/clock-progress.ts';
import { explainGates, holdingGates } from '../../src/web/console/ticket/stages/open-gates.ts';
import { stageSteps } from '../../src/web/console/ticket/stages/stage-steps.ts';
import { isMyStage } from '../../src/web/console/ticket/stages/whose-stage.ts';
import { clock, playbook, ticket } from './ticket-sample.ts';

const statesOf = (...args: Parameters<typeof stageSteps>) => stageSteps(...args).map(({ state }) => state);

describe('the stage rail', () => {
  test('stands where the ticket stands', () => {
    expect(statesOf(playbook, ticket())).toEqual(['done', 'done', 'done', 'current', 'ahead', 'ahead', 'ahead']);
  });
  test('is done to the end when closed, and stopped where it was dismissed', () => {
    expect(statesOf(playbook, ticket({ stage: 'archive', status: 'closed' })).at(-1)).toBe('done');
    expect(statesOf(playbook, ticket({ status: 'closed', dismissed: 'spam' }))[3]).toBe('stopped');
  });
  test('marks what second handling does again', () => {
    const forms = ['task-order', 'analysis-report'].map((form) => ({ form, cycle: 1, at: '', by: 5, answers: {} }));
    const again = stageSteps(playbook, ticket({ stage: 'assign', cycle: 2, forms })).filter((step) => step.isAgain);
    expect(again.map(({ stage }) => stage.id)).toEqual(['assign', 'analyse']);
  });
  test('knows whose stage it is', () => {
    const stage = playbook.stages.find(({ id }) => id === 'analyse');
    if (!stage) throw new Error('no such stage');
    const someone = { id: 5, roles: [], departments: [] };
    expect(isMyStage(stage, ticket(), someone)).toBe(true);
    expect(isMyStage(stage, ticket({ owner: 6 }), someone)).toBe(false);
    expect(isMyStage(stage, ticket({ owner: 6 }), { id: 8, roles: ['specialist'], departments: ['technology'] })).toBe(
      true,
    );
    expect(isMyStage(stage, ticket({ owner: 6 }), { id: 8, roles: ['specialist'], departments: ['logistics'] })).toBe(
      false,
    );
  });
});

describe('gates', () => {
  test('open by an answer of the form, or by something else that holds it back', () => {
    const callback = playbook.forms.find(({ id }) => id === 'callback-record') ?? null;
    const open = explainGates(['gate.told-result', 'called-back', 'gate.of-the-future'], callback);
    expect(open).toEqual([
      { gate: 'told-result', opensBy: { action: 'tell-result' } },
      { gate: 'called-back', opensBy: { field: 'rating' } },
    ]);
    expect(holdingGates(open).map(({ gate }) => gate)).toEqual(['told-result']);
  });
});

describe('a clock', () => {
  const noon = Date.parse('2026-03-02T12:00:00.000Z');
  test.each([
    ['half used up', {}, noon, 'calm', 50],
    ['in its last quarter', {}, noon + 7 * 3_600_000, 'soon', 79],
    ['at the due instant', {}, noon + 12 * 3_600_000, 'soon', 100],
    ['past it', {}, noon + 12 * 3_600_000 + 1, 'over', 100],
    ['on hold', { status: 'paused', due: null }, noon, 'held', null],
    ['kept early', { status: 'met', stop: '2026-03-02T06:00:00.000Z' }, noon, 'kept', 25],
    ['late', { status: 'late', stop: '2026-03-04T00:00:00.000Z' }, noon, 'late', 100],
    ['called off', { status: 'cancelled' }, noon, 'gone', null],
  ] as const)('%s', (_, more, now, tone, percent) => {
    expect(clockProgress(clock(more), now)).toEqual({ tone, percent });
  });

  test('that promises nothing is not shown; the nearest stands first, those on hold last', () => {
    const clocks = [
      clock({ clock: 'later', due: '2026-03-05T00:00:00.000Z' }),
      clock({ clock: 'held', status: 'paused', due: null }),
      clock({ clock: 'nothing', target: null, due: null }),
      clock({ clock: 'promised', target: null, due: '2026-03-04T00:00:00.000Z' }),
      clock({ clock: 'near' }),
      clock({ clock: 'met', status: 'met', stop: '2026-03-02T01:00:00.000Z' }),
    ];
    const { open, over } = sortClocks(clocks);
    expect(open.map((one) => one.clock)).toEqual(['near', 'promised', 'later', 'held']);
    expect(over.map((one) => one.clock)).toEqual(['met']);
  });
});

describe('the toolbar', () => {
  const buttonsOf = (...args: Parameters<typeof toolbarOf>) => toolbarOf(...args).buttons.map((one) => one.do);
  test('offers first what the moment asks for', () => {
    expect(buttonsOf(ticket({ isAccepted: false }), 2)).toEqual(['accept', 'bounce']);
    expect(buttonsOf(ticket({ wait: { for: 'customer', since: '', until: null } }), 2)).toEqual([
      'end-wait',
      'record-reply',
    ]);
    expect(buttonsOf(ticket({ status: 'resolved' }), 1)).toEqual(['rate']);
  });
  test('hides nothing: every action is a button, in the menu, or explained', () => {
    const reasons = ['ticket.closed', 'auth.forbidden'];
    const actions = ticketCommands.map(
      (name, index): ActionView =>
        index % 3 === 0 ? { do: name, isAllowed: true } : { do: name, isAllowed: false, why: reasons[index % 2] },
    );
    const { buttons, menu, unavailable, ofOthers } = toolbarOf(ticket({ actions }), 3);
    const shown = [...buttons, ...menu, ...unavailable.flat(), ...ofOthers].map((one) => one.do);
    const elsewhere = ['submit-form', 'inform-customer', 'add-note', 'unlink-incident', 'cite-case'];
    expect(shown.toSorted()).toEqual(ticketCommands.filter((name) => !elsewhere.includes(name)).toSorted());
    expect([...unavailable.flat(), ...ofOthers].every((one) => !one.isAllowed)).toBe(true);
  });
  test('keeps what cannot be done now together by its reason, and what takes another role apart', () => {
    const refused = (name: 'extend' | 'accept' | 'rate' | 'bounce', why: string) => ({
      do: name,
      isAllowed: false,
      why,
    });
    const actions = [
      { do: 'escalate' as const, isAllowed: true },
      refused('extend', 'ticket.closed'),
      refused('accept', 'auth.forbidden'),
      refused('rate', 'callback.too-early'),
      refused('bounce', 'ticket.closed'),
    ];
    const { menu, unavailable, ofOthers } = toolbarOf(ticket({ actions }), 3);
    expect(menu.map((one) => one.do)).toEqual(['escalate']);
    expect(unavailable.map((group) => group.map((one) => one.do))).toEqual([['rate'], ['extend', 'bounce']]);
    expect(ofOthers.map((one) => one.do)).toEqual(['accept']);
  });
});
