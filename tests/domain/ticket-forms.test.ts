import { describe, expect, it } from 'vitest';
import { searchableText } from '../../src/domain/search/searchable-text.ts';
import { checkAnswers, missingFields } from '../../src/domain/ticket/answers.ts';
import { describe as describeTicket } from '../../src/domain/ticket/describe.ts';
import type { Answers } from '../../src/domain/ticket/events.ts';
import { prefill } from '../../src/domain/ticket/prefill.ts';
import { compiledOf, directory, type Story, span, staff, types } from './ticket-cast.ts';
import {
  accept,
  analysis,
  assignment,
  callback,
  classification,
  execution,
  feedback,
  flowAt,
  inform,
  taskOrder,
  toolkitAt,
} from './ticket-stories.ts';

const known = (story: Story, form: string) => prefill(story.playbook, story.state, story.state.text, form);

describe('correcting an earlier form', () => {
  it('replaces what it says and moves nothing', () => {
    const story = flowAt('carry-out');
    const before = story.state;
    expect(types(story.submit('agent', 'feedback-register', { ...feedback, phenomenon: '扣了三次。' }))).toEqual([
      'form.submitted',
    ]);
    expect(story.state).toMatchObject({ stage: 'carry-out', status: 'in-progress', clocks: before.clocks });
    expect(story.state.text?.answers['feedback-register']).toMatchObject({ phenomenon: '扣了三次。' });
    expect(describeTicket(story.playbook, story.state, story.state.text).subject).toBe('扣了三次。');
  });

  it('checks it like any other', () => {
    const story = flowAt('carry-out');
    expect(story.refusedForm('agent', 'feedback-register', { ...feedback, phenomenon: '' })).toBe(
      'form.field-missing answers.phenomenon',
    );
  });

  it('moves the channel along, but not the time of receipt', () => {
    const story = flowAt('analyse');
    story.submit('agent', 'feedback-register', { ...feedback, channel: 'wechat' });
    expect(story.state.channel).toBe('wechat');
    const earlier = { ...feedback, 'received-at': new Date(story.now - span('1h')).toISOString() };
    expect(story.refusedForm('agent', 'feedback-register', earlier)).toBe('form.receipt-is-final answers.received-at');
    const same = { ...feedback, 'received-at': '2026-03-02T09:00:00+08:00' };
    expect(story.refusedForm('agent', 'feedback-register', same)).toBe('done');
  });

  it('of the classification reclassifies, with its promises; saying the same again does not', () => {
    const story = flowAt('analyse', { priority: 'normal' });
    expect(types(story.submit('supervisor', 'classification', classification('normal')))).toEqual(['form.submitted']);
    story.submit('supervisor', 'classification', classification('urgent', 'product-feature'));
    expect(story.state).toMatchObject({ category: 'product-feature', priority: 'urgent', stage: 'analyse' });
    expect(story.run('resolution').target).toBe('24h');
    for (const [priority, category] of [
      ['urgent', 'logistics'],
      ['normal', 'logistics'],
    ] as const) {
      story.submit('supervisor', 'classification', classification(priority, category));
      expect(story.state).toMatchObject({ category, priority });
    }
  });

  it('of the task order hands off anew only when owner, department, collaborators or deadline differ', () => {
    const story = flowAt('analyse');
    story.do('specialist', accept);
    const order = taskOrder(story.now);
    expect(types(story.submit('supervisor', 'task-order', { ...order, requirement: '尽快' }))).toEqual([
      'form.submitted',
    ]);
    expect(story.state.isAccepted).toBe(true);
    story.submit('supervisor', 'task-order', { ...order, collaborators: [staff.product.id] });
    expect(story.state).toMatchObject({ collaborators: [staff.product.id], isAccepted: false });
    const later = new Date(story.now + span('20h 30m')).toISOString();
    expect(types(story.submit('supervisor', 'task-order', { ...order, deadline: later }))).toContain('handoff.made');
    story.submit('supervisor', 'task-order', { ...order, owner: staff.colleague.id });
    expect(story.state).toMatchObject({ owner: staff.colleague.id, stage: 'analyse' });
    story.live('21h');
    // The deadline has passed since: with a new owner it takes a new one, with the same it may stand.
    expect(story.refusedForm('supervisor', 'task-order', order)).toBe('time.not-in-future answers.deadline');
    expect(story.refusedForm('supervisor', 'task-order', { ...order, owner: staff.colleague.id })).toBe('done');
  });

  it('of the analysis proposes the solution anew only when it is another', () => {
    const story = flowAt('carry-out');
    const report = analysis(story.now);
    expect(types(story.submit('specialist', 'analysis-report', { ...report, findings: '又看了日志' }))).toEqual([
      'form.submitted',
    ]);
    expect(types(story.submit('specialist', 'analysis-report', { ...report, solution: '全额退款' }))).toEqual([
      'form.submitted',
      'solution.proposed',
    ]);
    expect(story.state.text).toMatchObject({ rootCause: '回调重复', solution: '全额退款' });
  });

  it('of the callback may mend the words, not the rating', () => {
    const story = flowAt('archive');
    const record = callback(story.now, 'satisfied', { remark: '挺好' });
    expect(types(story.submit('agent', 'callback-record', record))).toEqual(['form.submitted']);
    expect(story.refusedForm('agent', 'callback-record', callback(story.now, 'dissatisfied'))).toBe(
      'form.rating-is-final answers.rating',
    );
  });

  it('is not possible for forms that are still to come, or closed', () => {
    const story = flowAt('analyse');
    expect(story.refusedForm('supervisor', 'execution-record', execution(story.now))).toBe('form.not-now form');
    expect(flowAt('closed').refusedForm('supervisor', 'task-order', {})).toBe('ticket.closed');
  });

  it('after a bounce leaves the forms of the steps ahead alone', () => {
    const story = flowAt('carry-out');
    story.do('specialist', { do: 'bounce', reason: 'wrong-category', fields: [], note: '不归我们' });
    expect(story.refusedForm('supervisor', 'analysis-report', analysis(story.now))).toBe('form.not-now form');
    expect(story.refusedForm('agent', 'feedback-register', feedback)).toBe('done');
  });
});

describe('what a form knows beforehand', () => {
  it('the department that the category or the supervisor suggests', () => {
    const story = flowAt('classify');
    expect(known(story, 'classification')).toEqual({});
    story.submit('supervisor', 'classification', {
      ...classification('urgent', 'logistics'),
      'suggested-department': 'after-sales',
    });
    expect(known(story, 'task-order')).toEqual({ department: 'after-sales' });
    const fault = toolkitAt('assign');
    expect(known(fault, 'assignment')).toEqual({
      category: 'technical-fault',
      priority: 'normal',
      department: 'technical-support',
    });
  });

  it('who has it and what was said of the same thing before', () => {
    const story = toolkitAt('assign', 'complaint', 'urgent');
    expect(known(story, 'assignment')).toMatchObject({ 'priority-reason': '无法使用', department: 'complaints' });
    const flow = flowAt('analyse');
    flow.do('specialist', { ...accept, eta: flow.now + span('2h') } as never);
    expect(known(flow, 'analysis-report')).toEqual({ eta: new Date(flow.now + span('2h')).toISOString() });
  });

  it('its own answers of this cycle, as after a bounce', () => {
    const story = flowAt('carry-out');
    story.do('specialist', { do: 'bounce', reason: 'wrong-category', fields: [], note: '不归我们' });
    expect(known(story, 'task-order')).toMatchObject({
      department: 'technology',
      requirement: '查清重复扣款原因并退款',
    });
    expect(known(story, 'analysis-report')).toMatchObject({ 'root-cause': '回调重复' });
  });

  it('is taken as it is by the form, where it is complete', () => {
    const story = toolkitAt('assign', 'complaint', 'urgent');
    const owner = { owner: staff.otherAgent.id };
    story.submit('agent', 'assignment', { ...known(story, 'assignment'), ...owner });
    expect(story.state).toMatchObject({ stage: 'handle', department: 'complaints', owner: staff.otherAgent.id });
  });
});

describe('answers', () => {
  const playbook = compiledOf('response-toolkit');
  const form = playbook.form('assignment');
  const now = Date.parse('2026-03-02T09:00:00+08:00');
  const refused = (more: object) => {
    const answers = { category: 'complaint', priority: 'low', department: 'complaints', owner: 2, ...more };
    try {
      checkAnswers({ playbook, directory, now }, form, answers as Answers);
      return 'taken';
    } catch (error) {
      return `${(error as { code: string }).code} ${(error as { field: string }).field}`;
    }
  };

  it.each<[object, string]>([
    [{}, 'taken'],
    [{ owner: '2' }, 'form.field-invalid answers.owner'],
    [{ owner: 4711 }, 'form.field-invalid answers.owner'],
    [{ owner: null }, 'form.field-missing answers.owner'],
    [{ collaborators: [2, 'x'] }, 'form.field-invalid answers.collaborators'],
    [{ collaborators: null }, 'taken'],
    [{ category: ['complaint'] }, 'form.field-invalid answers.category'],
    [{ requirement: 'x'.repeat(4_001) }, 'form.field-invalid answers.requirement'],
    [{ requirement: { a: 'b' } }, 'form.field-invalid answers.requirement'],
    [{ requirement: {} }, 'taken'],
    [{ deadline: 1 }, 'form.field-invalid answers.deadline'],
    [{ deadline: '2026-03-03' }, 'form.field-invalid answers.deadline'],
    [{ __proto: 'x' }, 'form.field-unknown answers.__proto'],
  ])('%j: %s', (more, expected) => {
    expect(refused(more)).toBe(expected);
  });

  it.each([
    ['2026-03-02T09:00:00+08:00', 'taken'],
    ['2025-12-31T23:59:00+08:00', 'taken'],
    // As far as clocks differ.
    ['2026-03-02T09:01:00+08:00', 'taken'],
    ['2026-03-02T09:01:00.001+08:00', 'form.field-in-future'],
    ['2026-03-02T01:02:00Z', 'form.field-in-future'],
  ])('what has happened at %s: %s', (calledAt, expected) => {
    const flow = compiledOf('resolution-flow');
    const answers = { 'called-at': calledAt, 'called-via': 'phone', solved: 'fully', rating: 'satisfied' };
    const record = flow.form('callback-record');
    const check = () => checkAnswers({ playbook: flow, directory, now }, record, answers);
    if (expected === 'taken') expect(check()).toMatchObject({ 'called-at': calledAt });
    else expect(check).toThrow(expect.objectContaining({ code: expected, field: 'answers.called-at' }));
  });

  it('all problems are said at once', () => {
    expect(() => checkAnswers({ playbook, directory, now }, form, { owner: 'x', colour: 'red' })).toThrow(
      expect.objectContaining({
        details: {
          form: 'assignment',
          problems: ['colour', 'category', 'priority', 'department', 'owner'].map((field) =>
            expect.objectContaining({ field }),
          ),
        },
      }),
    );
    expect(missingFields(form, { owner: 2, category: ' ' })).toEqual(['category', 'priority', 'department']);
  });
});

describe('an erased customer', () => {
  /** The same ticket once nothing can be read any more. */
  const erased = (story: Story) => ({ ...story.state, text: null });

  it('leaves the ticket able to go on through every command', () => {
    const stages = ['classify', 'assign', 'analyse', 'carry-out', 'confirm', 'told', 'archive'] as const;
    for (const stage of stages) {
      const story = flowAt(stage).erase();
      expect(story.state).toEqual(erased(story));
      story.do('agent', inform('progress'));
      story.do('agent', { do: 'record-reply', via: 'phone', message: '？' });
      story.do('agent', { do: 'add-note', note: '客户已注销' });
      story.do('supervisor', { do: 'classify', priority: 'important', reason: '…' });
      expect(story.state.text).toBeNull();
    }
  });

  it('walks to the end, also through second handling', () => {
    const story = flowAt('told').erase();
    story.submit('agent', 'callback-record', callback(story.now, 'dissatisfied'));
    story.submit('supervisor', 'task-order', taskOrder(story.now));
    story.do('specialist', accept);
    story.submit('specialist', 'analysis-report', analysis(story.now));
    story.submit('specialist', 'execution-record', execution(story.now));
    story.do('agent', inform('result'));
    story.submit('agent', 'callback-record', callback(story.now, 'satisfied'));
    story.submit('supervisor', 'feedback-register', feedback);
    expect(story.state).toMatchObject({ stage: 'archive', text: null });
  });

  it('is shown as nothing and found by its number only', () => {
    const story = flowAt('analyse').erase();
    expect(describeTicket(story.playbook, story.state, null)).toEqual({ subject: '', customerName: '' });
    expect(searchableText(story.state)).toBe('T1');
    expect(known(story, 'analysis-report')).toEqual({});
    const toolkit = toolkitAt('assign').erase();
    expect(known(toolkit, 'assignment')).toMatchObject({ category: 'technical-fault' });
    toolkit.submit('agent', 'assignment', assignment(toolkit));
  });
});
