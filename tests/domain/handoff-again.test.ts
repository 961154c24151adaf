import { describe, expect, it } from 'vitest';
import type { TicketCommand } from '../../src/domain/ticket/commands.ts';
import { handedOff, registered, template } from './handoff-stories.ts';
import { dueIn } from './ticket-cast.ts';

describe('the hand-off template, once and again', () => {
  it('is not gone around, at first or after being given back; later it may go on', () => {
    const bare: Extract<TicketCommand, { do: 'hand-off' }> = {
      do: 'hand-off',
      department: 'operations',
      owner: null,
      collaborators: [],
      deadline: null,
      requirement: '请处理',
    };
    const story = registered();
    for (const who of ['agent', 'supervisor'] as const) {
      expect(story.refusal(who, bare)).toBe('handoff.template-first');
      expect(story.button(who, 'hand-off')).toBe('handoff.template-first');
    }
    story.submit('agent', 'handoff-template', template(story.now, 'medium'));
    story.do('supervisor', { ...bare, department: 'compliance' });
    expect(story.state).toMatchObject({ stage: 'respond', department: 'compliance' });
    story.do('supervisor', { do: 'bounce', reason: 'wrong-category', fields: [], note: '不归我们' });
    expect(story.refusal('supervisor', bare)).toBe('handoff.template-first');
  });

  it('is answered in urgent cases, accepted with a first plan only', () => {
    const planless: TicketCommand = { do: 'accept', plan: '', eta: null };
    const urgent = handedOff('high');
    expect(urgent.refusal('afterSales', planless)).toBe('handoff.plan-missing plan');
    urgent.do('afterSales', { ...planless, plan: '先垫付' });
    expect(urgent.state.isAccepted).toBe(true);
    const other = handedOff('medium');
    other.do('afterSales', planless);
    expect(other.state.isAccepted).toBe(true);
  });

  it('what is given back or declined is handed on again in the time that a hand-off may take', () => {
    const story = handedOff();
    const transfers = () =>
      story.runs('transfer').map(({ status, due }) => [status, dueIn({ ...story.run('transfer'), due })]);
    story.pass('3h').do('afterSales', { do: 'bounce', reason: 'wrong-category', fields: [], note: '不归我们' });
    expect(transfers()).toEqual([
      ['met', 2],
      ['running', 5],
    ]);
    story.pass('1h').submit('agent', 'handoff-template', template(story.now, 'medium'));
    story.do('afterSales', { do: 'decline', reason: '超出三包期' });
    expect(transfers()).toEqual([
      ['met', 2],
      ['met', 5],
      ['running', 6],
    ]);
  });
});
