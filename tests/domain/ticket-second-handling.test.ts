import { describe, expect, it } from 'vitest';
import { openGates } from '../../src/domain/ticket/gates.ts';
import { prefill } from '../../src/domain/ticket/prefill.ts';
import { Story, span, staff, types } from './ticket-cast.ts';
import {
  accept,
  analysis,
  callback,
  classification,
  feedback,
  flowAt,
  inform,
  onwards,
  rate,
  result,
  taskOrder,
  toolkitAt,
  toolkitOnwards,
} from './ticket-stories.ts';

describe('a dissatisfied customer', () => {
  it('makes the flow start again where the supervisor assigns, one level higher, and it ends', () => {
    const story = flowAt('told');
    expect(types(story.submit('agent', 'callback-record', callback(story.now, 'dissatisfied')))).toEqual([
      'form.submitted',
      'callback.made',
      'ticket.reopened',
      'ticket.escalated',
      'stage.entered',
    ]);
    expect(story.state).toMatchObject({
      stage: 'assign',
      status: 'todo',
      cycle: 2,
      escalation: 1,
      isHandedOff: false,
      isAccepted: false,
      isVerified: false,
      isResultTold: false,
      resolvedAt: null,
      rating: null,
      isSatisfied: null,
      eta: null,
    });
    expect(story.of('ticket.escalated')[0]).toMatchObject({
      data: { level: 1, to: 'supervisor', cause: 'dissatisfied' },
      text: { reason: '只退了一半' },
    });
    onwards(story, 'closed');
    expect(story.state).toMatchObject({ status: 'closed', cycle: 2, isSatisfied: true });
    expect(story.of('callback.made').map((one) => one.data.rating)).toEqual(['dissatisfied', 'satisfied']);
  });

  it('climbs a further level each time', () => {
    const story = flowAt('told');
    for (const level of [1, 2, 3]) {
      story.submit('agent', 'callback-record', callback(story.now, 'dissatisfied'));
      expect(story.state).toMatchObject({ escalation: level, cycle: level + 1 });
      onwards(story, 'told');
    }
  });

  it('is handed off anew even to the same owner, who is told and accepts again', () => {
    const story = flowAt('told');
    const order = taskOrder(story.now);
    story.submit('agent', 'callback-record', callback(story.now, 'dissatisfied'));
    expect(story.state).toMatchObject({ owner: staff.specialist.id, department: 'technology', deadline: null });
    expect(openGates(story.playbook, story.playbook.stage('assign'), story.state)).toEqual(['handed-off', 'owned']);
    expect(story.refusal('specialist', accept)).toBe('handoff.none');
    expect(types(story.submit('supervisor', 'task-order', order))).toContain('handoff.made');
    expect(story.refusal('specialist', accept)).toBe('done');
  });

  it('has every later form filled in anew: neither corrected nor taken over', () => {
    const story = flowAt('told', { rating: 'satisfied' });
    story.submit('agent', 'callback-record', callback(story.now, 'dissatisfied'));
    for (const form of ['analysis-report', 'execution-record', 'callback-record']) {
      expect(story.refusedForm('supervisor', form, {})).toBe('form.not-now form');
    }
    const known = (form: string) => prefill(story.playbook, story.state, story.state.text, form);
    expect(known('task-order')).toEqual({ department: 'technology', owner: staff.specialist.id });
    expect(known('analysis-report')).toEqual({});
    expect(known('callback-record')).toEqual({});
    onwards(story, 'told');
    expect(known('callback-record')).toEqual({});
    expect(story.state.text?.remark).toBe('');
  });

  it('may say so on the public page, once the result was told', () => {
    const story = flowAt('told');
    story.do('customer', rate('dissatisfied', '没有解决'));
    expect(story.state).toMatchObject({ stage: 'assign', cycle: 2, escalation: 1 });
    expect(story.of('ticket.reopened')[0]?.text).toEqual({ reason: '没有解决' });
  });
});

describe('a rating on the public page', () => {
  it('that is satisfied stands in the callback form, which the agent completes without counting it twice', () => {
    const story = flowAt('told');
    story.do('customer', rate('satisfied', '很快，谢谢'));
    expect(story.state).toMatchObject({ stage: 'confirm', rating: 'satisfied' });
    const known = prefill(story.playbook, story.state, story.state.text, 'callback-record');
    expect(known).toEqual({ rating: 'satisfied', remark: '很快，谢谢' });
    const { rating: _, ...rest } = callback(story.now, 'satisfied');
    story.submit('agent', 'callback-record', { ...known, ...rest });
    expect(story.state.stage).toBe('archive');
    expect(story.of('callback.made')).toHaveLength(1);
  });

  it('is final: neither a second one nor the form changes it', () => {
    const story = flowAt('told');
    story.do('customer', rate('satisfied'));
    expect(story.refusal('customer', rate('dissatisfied'))).toBe('callback.already-made');
    expect(story.refusedForm('agent', 'callback-record', callback(story.now, 'basically-satisfied'))).toBe(
      'form.rating-is-final answers.rating',
    );
  });

  it('carries its dimensions, and only those that exist', () => {
    const story = toolkitAt('told');
    const given = { ...rate('fair'), dimensions: { attitude: 'satisfied' } };
    expect(story.refusal('customer', { ...given, dimensions: { colour: 'fair' } } as never)).toBe(
      'callback.dimensions-unknown dimensions',
    );
    const known = () => prefill(story.playbook, story.state, story.state.text, 'result');
    expect(known()).not.toHaveProperty('survey');
    story.do('customer', given);
    // Nobody is asked whether somebody who rated was asked.
    expect(known()).toMatchObject({
      survey: 'answered',
      rating: 'fair',
      dimensions: { attitude: 'satisfied' },
    });
  });

  it('may come late under the toolkit: archived or closed, a dissatisfied one starts the process again', () => {
    for (const stage of ['archive', 'closed'] as const) {
      const story = toolkitAt(stage);
      story.do('customer', rate('dissatisfied', '没用'));
      expect(story.state).toMatchObject({ stage: 'assign', status: 'todo', cycle: 2, escalation: 1, closedAt: null });
      toolkitOnwards(story, 'closed');
      expect(story.state).toMatchObject({ status: 'closed', cycle: 2 });
    }
  });

  it('may be added later to the result form by the agent who heard it', () => {
    const story = toolkitAt('archive');
    story.submit('agent', 'result', result({ survey: 'answered', rating: 'dissatisfied', suggestion: '太慢' }));
    expect(story.state).toMatchObject({ stage: 'assign', cycle: 2 });
    const satisfied = toolkitAt('archive');
    satisfied.submit('agent', 'result', result({ survey: 'answered', rating: 'satisfied' }));
    expect(satisfied.state).toMatchObject({ stage: 'archive', rating: 'satisfied' });
  });

  it('is not asked of a dismissed ticket, and is known to the playbook', () => {
    const story = flowAt('classify');
    story.do('supervisor', { do: 'dismiss', reason: 'spam', duplicateOf: null, note: '广告' });
    expect(story.refusal('customer', rate('satisfied'))).toBe('ticket.closed');
    expect(flowAt('told').refusal('customer', rate('great'))).toBe('playbook.rating-unknown rating');
  });
});

describe('reopening by hand', () => {
  it('restarts a closed ticket without another level', () => {
    const story = flowAt('closed');
    expect(types(story.do('agent', { do: 'reopen', reason: '又出现了' }))).toEqual([
      'ticket.reopened',
      'stage.entered',
    ]);
    expect(story.state).toMatchObject({ stage: 'assign', status: 'todo', cycle: 2, escalation: 0, closedAt: null });
    expect(onwards(story, 'closed').state).toMatchObject({ status: 'closed', cycle: 2 });
  });

  it('ends a wait, so that nothing stays paused', () => {
    const story = flowAt('told');
    story.do('agent', { do: 'start-wait', for: 'customer', until: story.now + span('9h'), reason: '等回电' });
    story.pass('1h').do('agent', { do: 'reopen', reason: '发现没修好' });
    expect(story.state.wait).toBeNull();
    expect(story.state.clocks.filter((run) => run.status === 'paused')).toEqual([]);
  });

  it('is for what is resolved or closed', () => {
    expect(flowAt('analyse').refusal('agent', { do: 'reopen', reason: '?' })).toBe('ticket.still-open');
    expect(flowAt('confirm').refusal('agent', { do: 'reopen', reason: '?' })).toBe('done');
  });

  it('takes up a dismissed ticket where it was: no step is skipped', () => {
    const story = new Story('resolution-flow').register('agent', feedback);
    story.do('supervisor', { do: 'dismiss', reason: 'withdrawn', duplicateOf: null, note: '客户撤回' });
    expect(story.state).toMatchObject({ status: 'closed', stage: 'classify', dismissed: 'withdrawn' });
    story.do('agent', { do: 'reopen', reason: '客户又来电' });
    expect(story.state).toMatchObject({ status: 'todo', stage: 'classify', dismissed: null, cycle: 2 });
    story.submit('supervisor', 'classification', classification('normal'));
    const later = flowAt('carry-out');
    later.do('supervisor', { do: 'dismiss', reason: 'withdrawn', duplicateOf: null, note: '客户撤回' });
    later.do('supervisor', { do: 'reopen', reason: '客户又来电' });
    expect(later.state.stage).toBe('assign');
  });

  it('gives the second handling a resolution of its own', () => {
    const story = flowAt('told');
    story.submit('agent', 'callback-record', callback(story.now, 'dissatisfied'));
    onwards(story, 'analyse');
    story.do('specialist', accept);
    story.submit('specialist', 'analysis-report', analysis(story.now, { solution: '补退余款' }));
    expect(story.state.text?.solution).toBe('补退余款');
    expect(story.state.forms['analysis-report']?.cycle).toBe(2);
    story.do('agent', inform('progress'));
  });
});

describe('dismissing', () => {
  it('is for supervisors, closes at once and names the original of a duplicate', () => {
    const story = flowAt('analyse');
    const dismiss = {
      do: 'dismiss' as const,
      reason: 'duplicate' as const,
      duplicateOf: null as string | null,
      note: '重复',
    };
    expect(story.refusal('agent', dismiss)).toBe('auth.forbidden');
    expect(story.refusal('supervisor', dismiss)).toBe('ticket.duplicate-of-missing duplicateOf');
    expect(story.refusal('supervisor', { ...dismiss, duplicateOf: '' })).toBe(
      'ticket.duplicate-of-missing duplicateOf',
    );
    expect(story.refusal('supervisor', { ...dismiss, duplicateOf: 'T1' })).toBe(
      'ticket.duplicate-of-itself duplicateOf',
    );
    expect(types(story.do('supervisor', { ...dismiss, duplicateOf: 'CF202603010001' }))).toEqual([
      'ticket.dismissed',
      'ticket.closed',
    ]);
    expect(story.state.clocks.every((run) => run.stop !== null)).toBe(true);
  });
});
