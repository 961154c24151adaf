import { describe, expect, it } from 'vitest';
import { Story, staff, types } from './ticket-cast.ts';
import {
  accept,
  analysis,
  bounce,
  callback,
  checklist,
  classification,
  execution,
  feedback,
  flowAt,
  inform,
  onwards,
  rate,
  taskOrder,
  waitFor,
} from './ticket-stories.ts';

describe('the seven steps of the resolution flow', () => {
  it('are walked in order, each by who is responsible, each leaving its form', () => {
    const story = new Story('resolution-flow').register('agent', feedback);
    expect(story.state).toMatchObject({ stage: 'classify', status: 'todo', registeredBy: staff.agent.id });
    expect(types(story.submit('supervisor', 'classification', classification('urgent')))).toEqual([
      'form.submitted',
      'ticket.classified',
      'stage.completed',
      'stage.entered',
    ]);
    expect(story.state).toMatchObject({ stage: 'assign', category: 'system-failure', priority: 'urgent' });
    expect(story.state.text?.reason).toBe('扣款异常');
    expect(types(story.submit('supervisor', 'task-order', taskOrder(story.now)))).toContain('handoff.made');
    expect(story.state).toMatchObject({ stage: 'analyse', status: 'in-progress', owner: staff.specialist.id });
    story.do('specialist', accept);
    expect(types(story.submit('specialist', 'analysis-report', analysis(story.now)))).toContain('solution.proposed');
    expect(story.state.text).toMatchObject({ rootCause: '回调重复', solution: '退回多扣款项' });
    expect(types(story.submit('specialist', 'execution-record', execution(story.now)))).toEqual([
      'form.submitted',
      'work.verified',
      'stage.completed',
      'stage.entered',
      'ticket.resolved',
    ]);
    expect(story.state).toMatchObject({ stage: 'confirm', status: 'resolved', resolvedAt: story.now });
    story.do('agent', inform('result'));
    story.submit('agent', 'callback-record', callback(story.now, 'basically-satisfied'));
    expect(story.state).toMatchObject({ stage: 'archive', rating: 'basically-satisfied', isSatisfied: true });
    expect(types(story.submit('supervisor', 'archive-checklist', checklist)).at(-1)).toBe('ticket.closed');
    expect(story.state).toMatchObject({ status: 'closed', closedAt: story.now, cycle: 1, escalation: 0 });
    expect(Object.keys(story.state.forms)).toHaveLength(7);
  });

  it('register asks for who, when, where, what and what is expected; less of a list that others collected', () => {
    const missing = (answers: object) =>
      (() => {
        try {
          new Story('resolution-flow').register('agent', answers as never);
          return 'registered';
        } catch (error) {
          return (error as { field: string }).field;
        }
      })();
    for (const field of [
      'customer-name',
      'customer-contact',
      'occurred-when',
      'occurred-where',
      'phenomenon',
      'expected-result',
    ]) {
      expect(missing({ ...feedback, [field]: '  ' })).toBe(`answers.${field}`);
    }
    expect(missing({ 'customer-name': '王', channel: 'transfer', phenomenon: '扣款两次' })).toBe('registered');
    expect(missing({ ...feedback, colour: 'red' })).toBe('answers.colour');
  });

  it('classify needs category, priority and the reason for it', () => {
    const story = flowAt('classify');
    const { 'priority-reason': _, ...unreasoned } = classification('urgent');
    expect(story.refusedForm('supervisor', 'classification', unreasoned)).toBe(
      'form.field-missing answers.priority-reason',
    );
    expect(story.refusedForm('supervisor', 'classification', classification('soon'))).toBe(
      'form.field-invalid answers.priority',
    );
    expect(story.refusedForm('supervisor', 'task-order', taskOrder(story.now))).toBe('form.not-now form');
    expect(story.refusedForm('supervisor', 'task-odrer', {})).toBe('playbook.form-unknown form');
  });

  it('assign names one owner of the department and a deadline ahead', () => {
    const story = flowAt('assign');
    const refused = (more: object) =>
      story.refusedForm('supervisor', 'task-order', { ...taskOrder(story.now), ...more } as never);
    expect(refused({ owner: staff.logistics.id })).toBe('handoff.owner-elsewhere answers.owner');
    expect(refused({ owner: staff.gone.id })).toBe('form.field-invalid answers.owner');
    expect(refused({ department: 'closed-down' })).toBe('form.field-invalid answers.department');
    expect(refused({ collaborators: [staff.gone.id] })).toBe('form.field-invalid answers.collaborators');
    expect(refused({ deadline: new Date(story.now).toISOString() })).toBe('time.not-in-future answers.deadline');
    expect(refused({ deadline: '2026-02-30T09:00:00+08:00' })).toBe('form.field-invalid answers.deadline');
    expect(refused({ deadline: '' })).toBe('form.field-missing answers.deadline');
  });

  it('collaborators are kept, each once, the owner not among them', () => {
    const { agent, specialist, product } = staff;
    const order = { collaborators: [product.id, specialist.id, product.id, agent.id] };
    expect(flowAt('analyse', { order }).state.collaborators).toEqual([product.id, agent.id]);
  });

  it('carry-out is left only when the owner has verified the effect', () => {
    const story = flowAt('carry-out');
    expect(story.refusedForm('specialist', 'execution-record', { ...execution(story.now), verified: false })).toBe(
      'form.field-missing answers.verified',
    );
    expect(story.refusedForm('specialist', 'execution-record', { ...execution(story.now), steps: ['', ' '] })).toBe(
      'form.field-missing answers.steps',
    );
    expect(story.refusedForm('colleague', 'execution-record', execution(story.now))).toBe('auth.forbidden');
  });

  it('confirm tells the result first and asks then', () => {
    const story = flowAt('confirm');
    for (const rating of ['satisfied', 'dissatisfied']) {
      expect(story.refusedForm('agent', 'callback-record', callback(story.now, rating))).toBe('gate.told-result form');
    }
    expect(story.refusal('customer', rate('satisfied'))).toBe('callback.too-early');
    story.do('agent', inform('result'));
    expect(story.refusedForm('agent', 'callback-record', { ...callback(story.now, 'dissatisfied'), remark: '' })).toBe(
      'form.field-missing answers.remark',
    );
    expect(story.button('customer', 'rate')).toBe('allowed');
  });
});

describe('a bounced task', () => {
  it('goes back to the stage that assigns, without owner, and is assigned anew', () => {
    const story = flowAt('carry-out');
    expect(types(story.do('specialist', bounce))).toEqual(['handoff.bounced', 'stage.entered']);
    expect(story.state).toMatchObject({
      stage: 'assign',
      status: 'todo',
      department: null,
      owner: null,
      deadline: null,
      isHandedOff: false,
      isAccepted: false,
      cycle: 1,
    });
    expect(story.refusal('contact', accept)).toBe('auth.forbidden');
    expect(story.button('supervisor', 'accept')).toBe('handoff.none');
    story.submit('supervisor', 'task-order', taskOrder(story.now, { owner: staff.colleague.id }));
    expect(story.state).toMatchObject({ stage: 'analyse', owner: staff.colleague.id });
    // What the first owner had found out is there to go on from; the stages are walked again.
    expect(story.refusedForm('colleague', 'execution-record', execution(story.now))).toBe('form.not-now form');
    story.do('colleague', accept);
    story.submit('colleague', 'analysis-report', analysis(story.now));
    story.submit('colleague', 'execution-record', execution(story.now));
    expect(story.state.stage).toBe('confirm');
  });

  it('says which fields are missing, by their names', () => {
    const story = flowAt('analyse');
    expect(story.refusal('specialist', { ...bounce, fields: [] } as never)).toBe(
      'handoff.missing-fields-unnamed fields',
    );
    expect(story.refusal('specialist', { ...bounce, fields: ['shoe-size'] } as never)).toBe(
      'form.field-unknown fields.0',
    );
    expect(story.refusal('specialist', { ...bounce, fields: ['order-number', 'shoe-size'] } as never)).toBe(
      'form.field-unknown fields.1',
    );
    expect(story.refusal('specialist', { ...bounce, reason: 'wrong-category', fields: [] } as never)).toBe('done');
  });

  it('before its stage is done stays where it is', () => {
    const story = flowAt('assign');
    story.do('supervisor', {
      do: 'hand-off',
      department: 'technology',
      owner: staff.specialist.id,
      collaborators: [],
      deadline: null,
      requirement: '先看看',
    });
    expect(types(story.do('specialist', bounce))).toEqual(['handoff.bounced']);
    expect(story.state).toMatchObject({ stage: 'assign', isHandedOff: false });
  });

  it('is bounced only by whom it was handed to', () => {
    expect(flowAt('assign').refusal('supervisor', bounce)).toBe('handoff.none');
    expect(flowAt('analyse').refusal('logistics', bounce)).toBe('auth.forbidden');
  });

  it('is not bounced any more once it is resolved', () => {
    expect(flowAt('confirm').refusal('specialist', bounce)).toBe('ticket.resolved');
  });

  it('ends a wait for the department, not one for the customer', () => {
    const story = flowAt('analyse');
    story.do('specialist', { do: 'start-wait', for: 'department', until: null, reason: '等配件' });
    expect(types(story.do('specialist', bounce))).toEqual(['wait.ended', 'handoff.bounced', 'stage.entered']);
    const other = flowAt('analyse');
    other.do('specialist', waitFor('customer'));
    other.do('specialist', bounce);
    expect(other.state.wait?.for).toBe('customer');
  });
});

describe('accepting a task', () => {
  it('is done once, by owner, contact, department or supervisor', () => {
    const story = flowAt('analyse');
    expect(
      ['specialist', 'contact', 'colleague', 'supervisor'].map((who) => story.button(who as 'agent', 'accept')),
    ).toEqual(['allowed', 'allowed', 'allowed', 'allowed']);
    expect(story.button('logistics', 'accept')).toBe('auth.forbidden');
    story.do('colleague', accept);
    expect(story.state).toMatchObject({ isAccepted: true, owner: staff.specialist.id });
    expect(story.refusal('specialist', accept)).toBe('handoff.already-accepted');
  });

  it('gives work without a name to whoever of the department accepts it, not to a stand-in', () => {
    const order = {
      do: 'hand-off' as const,
      department: 'technology',
      owner: null,
      collaborators: [],
      deadline: null,
      requirement: '请认领',
    };
    const story = flowAt('assign');
    story.do('supervisor', order);
    story.do('colleague', accept);
    expect(story.state.owner).toBe(staff.colleague.id);
    const other = flowAt('assign');
    other.do('supervisor', order);
    other.do('supervisor', accept);
    expect(other.state).toMatchObject({ isAccepted: true, owner: null });
  });

  it('an accepted task that is handed on has to be accepted again', () => {
    const story = flowAt('carry-out');
    story.do('specialist', {
      do: 'hand-off',
      department: 'technology',
      owner: staff.colleague.id,
      collaborators: [],
      deadline: null,
      requirement: '转给郑工',
    });
    expect(story.state).toMatchObject({ stage: 'carry-out', owner: staff.colleague.id, isAccepted: false });
  });

  it('refuses names that do not fit, by the part of the order that is wrong', () => {
    const story = flowAt('assign');
    const order = {
      do: 'hand-off' as const,
      department: 'technology',
      owner: staff.specialist.id as number | null,
      collaborators: [] as number[],
      deadline: null as number | null,
      requirement: '',
    };
    const refused = (more: object) => story.refusal('supervisor', { ...order, ...more });
    expect(refused({ department: 'nowhere' })).toBe('handoff.department-unknown department');
    expect(refused({ department: 'closed-down' })).toBe('handoff.department-unknown department');
    expect(refused({ owner: 4711 })).toBe('handoff.owner-unknown owner');
    expect(refused({ owner: staff.gone.id })).toBe('handoff.owner-unknown owner');
    expect(refused({ owner: staff.agent.id })).toBe('handoff.owner-elsewhere owner');
    expect(refused({ collaborators: [1, staff.gone.id] })).toBe('handoff.owner-unknown collaborators.1');
    expect(refused({ deadline: story.now })).toBe('time.not-in-future deadline');
    expect(refused({})).toBe('done');
  });

  it('a resolved ticket can change hands but gets no new deadline', () => {
    const story = flowAt('told');
    const order = {
      do: 'hand-off' as const,
      department: 'technology',
      owner: staff.colleague.id,
      collaborators: [],
      requirement: '',
    };
    expect(story.refusal('supervisor', { ...order, deadline: story.now + 1 })).toBe('ticket.resolved deadline');
    story.do('supervisor', { ...order, deadline: null });
    expect(story.state.owner).toBe(staff.colleague.id);
    expect(onwards(story, 'closed').state.status).toBe('closed');
  });
});
