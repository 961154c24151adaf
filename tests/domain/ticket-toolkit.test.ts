import { describe, expect, it } from 'vitest';
import { noticesOf } from '../../src/domain/ticket/notices.ts';
import { directory, dueIn, Story, staff, types } from './ticket-cast.ts';
import { assignment, bounce, demand, handling, inform, result, toolkitAt, toolkitOnwards } from './ticket-stories.ts';

const toolkit = (priority: string, category = 'technical-fault', more = {}) =>
  new Story('response-toolkit').register('agent', demand(category, priority, more));

describe('the five steps of the toolkit', () => {
  it('run from registration to the archive', () => {
    const story = toolkit('urgent');
    expect(story.state).toMatchObject({
      stage: 'assign',
      status: 'todo',
      category: 'technical-fault',
      priority: 'urgent',
      isClassified: true,
    });
    expect(types(story.submit('agent', 'assignment', assignment(story)))).toEqual([
      'form.submitted',
      'handoff.made',
      'stage.completed',
      'stage.entered',
    ]);
    expect(story.state).toMatchObject({ stage: 'handle', status: 'in-progress', owner: staff.specialist.id });
    expect(types(story.submit('specialist', 'handling', handling))).toContain('solution.proposed');
    expect(story.state).toMatchObject({ stage: 'result', status: 'resolved' });
    expect(story.refusedForm('agent', 'result', result())).toBe('gate.told-result form');
    story.do('agent', inform('result'));
    story.submit(
      'agent',
      'result',
      result({ survey: 'answered', rating: 'fair', dimensions: { result: 'satisfied' } }),
    );
    expect(story.state).toMatchObject({ stage: 'archive', rating: 'fair', ratingDimensions: { result: 'satisfied' } });
    story.submit('agent', 'archive', { 'is-complete': true });
    expect(story.state.status).toBe('closed');
  });

  it('registration records who, what, from where and how urgent', () => {
    const refused = (more: object) => {
      try {
        toolkit('normal', 'consultation', more);
        return 'registered';
      } catch (error) {
        return (error as { field: string }).field;
      }
    };
    for (const field of ['customer-name', 'customer-contact', 'category', 'priority', 'description'])
      expect(refused({ [field]: '' })).toBe(`answers.${field}`);
    expect(refused({ priority: 'urgent' })).toBe('answers.priority-reason');
    expect(refused({ channel: 'social', 'customer-contact': '' })).toBe('registered');
    expect(refused({ category: 'praise' })).toBe('answers.category');
    expect(refused({ 'wanted-by': 'tomorrow' })).toBe('answers.wanted-by');
    const all = {
      'wanted-by': '2026-03-03T09:00:00+08:00',
      'order-number': 'A1',
      'product-model': 'X2',
      'error-evidence': ['截图1.png'],
      'earlier-communication': '上周问过',
      'customer-type': 'existing',
      'preferred-channel': 'sms',
    };
    expect(refused(all)).toBe('registered');
  });

  it('the customer registers on the public page; an agent confirms type and urgency', () => {
    const story = new Story('response-toolkit').register(
      'customer',
      demand('complaint', 'normal', { channel: 'online' }),
    );
    expect(story.state).toMatchObject({ stage: 'assign', registeredBy: null, channel: 'online' });
    expect(story.state.forms.registration?.by).toBeNull();
    const confirmed = {
      ...assignment(story),
      category: 'technical-fault',
      priority: 'urgent',
      'priority-reason': '停机',
    };
    story.submit('agent', 'assignment', confirmed);
    expect(story.state).toMatchObject({ category: 'technical-fault', priority: 'urgent' });
    expect(dueIn(story.run('response'))).toBe(0.25);
  });

  it('whoever takes up what the customer registered is copied in at once; correcting the assignment hands nothing off anew', () => {
    const story = new Story('response-toolkit').register(
      'customer',
      demand('technical-fault', 'normal', { channel: 'online' }),
    );
    const given = assignment(story);
    story.submit('agent', 'assignment', given);
    expect(story.state).toMatchObject({ registeredBy: staff.agent.id, collaborators: [staff.agent.id] });
    story.do('specialist', { do: 'accept', plan: '', eta: null });
    expect(types(story.submit('agent', 'assignment', given))).toEqual(['form.submitted']);
    expect(story.state.isAccepted).toBe(true);
    const other = new Story('response-toolkit').register(
      'customer',
      demand('technical-fault', 'normal', { channel: 'online' }),
    );
    const { department, owner } = { department: 'technical-support', owner: staff.specialist.id };
    other.do('agent', { do: 'hand-off', department, owner, collaborators: [], deadline: null, requirement: '' });
    expect(other.state).toMatchObject({ registeredBy: staff.agent.id, collaborators: [staff.agent.id] });
  });

  it('a dissatisfied customer starts the process again, up to the archive', () => {
    const story = toolkitAt('told');
    story.submit('agent', 'result', result({ survey: 'answered', rating: 'dissatisfied', suggestion: '根本没来' }));
    expect(story.state).toMatchObject({ stage: 'assign', cycle: 2, escalation: 1 });
    // Nothing of the first assignment is left in the second unless it is said again.
    story.submit('agent', 'assignment', assignment(story));
    expect(story.of('handoff.made')).toHaveLength(2);
    expect(toolkitOnwards(story, 'closed').state).toMatchObject({ status: 'closed', cycle: 2 });
  });

  it('an answer left out the second time does not stay from the first', () => {
    const story = toolkitAt('assign');
    story.submit(
      'agent',
      'assignment',
      assignment(story, 'specialist', 'technical-support', { requirement: '当天上门' }),
    );
    toolkitOnwards(story, 'told');
    story.submit('agent', 'result', result({ survey: 'answered', rating: 'dissatisfied', suggestion: '没来' }));
    story.submit('agent', 'assignment', assignment(story));
    expect(story.state.text?.requirement).toBe('');
    expect(story.state.text?.answers.assignment).toEqual({});
  });
});

describe('assignment under the toolkit', () => {
  it('copies in whoever registered a technical fault, once, also when that is found out later', () => {
    const fault = toolkitAt('handle');
    expect(fault.state.collaborators).toEqual([staff.agent.id]);
    const named = toolkitAt('assign');
    const both = [staff.agent.id, staff.product.id];
    named.submit('agent', 'assignment', assignment(named, 'specialist', 'technical-support', { collaborators: both }));
    expect(named.state.collaborators).toEqual(both);
    const question = toolkitAt('handle', 'consultation');
    expect(question.state.collaborators).toEqual([]);
    question.do('agent', { do: 'classify', category: 'technical-fault', reason: '其实是故障' });
    expect(question.state.collaborators).toEqual([staff.agent.id]);
    const own = toolkitAt('assign');
    own.submit('agent', 'assignment', assignment(own, 'agent', 'customer-service'));
    expect(own.state).toMatchObject({ owner: staff.agent.id, collaborators: [] });
  });

  it('has one main owner and any number of collaborators, who record what they did', () => {
    const story = toolkitAt('assign');
    const { product, logistics } = staff;
    const more = { collaborators: [product.id, logistics.id] };
    story.submit('agent', 'assignment', assignment(story, 'specialist', 'technical-support', more));
    for (const who of ['product', 'logistics'] as const) {
      expect(story.button(who, 'record-progress')).toBe('allowed');
      expect(story.button(who, 'add-note')).toBe('allowed');
      expect(story.button(who, 'accept')).toBe('auth.forbidden');
      expect(story.refusedForm(who, 'handling', handling)).toBe('auth.forbidden');
    }
  });

  it('notifies the owner and the collaborators, not whoever assigned it', () => {
    const story = toolkitAt('assign');
    const events = story.submit('agent', 'assignment', assignment(story));
    const notices = noticesOf(events, story.state, directory, story.playbook);
    expect(notices.map((one) => [one.kind, one.staffId])).toEqual([['assigned', staff.specialist.id]]);
  });

  it('goes back to the assignment when it is bounced', () => {
    const story = toolkitAt('handle');
    story.do('specialist', bounce);
    expect(story.state).toMatchObject({ stage: 'assign', owner: null });
    expect(story.run('handling-start').status).toBe('cancelled');
    expect(story.run('response').status).toBe('running');
  });
});

describe('the green lane', () => {
  it('is for urgent demands, under both playbooks', () => {
    for (const id of ['resolution-flow', 'response-toolkit'] as const) {
      const { playbook } = new Story(id);
      const lanes = playbook.source.priorities.map((one) => [one.id, playbook.greenLane(one.id)]);
      expect(lanes.filter(([, isGreen]) => isGreen)).toEqual([['urgent', true]]);
      expect(playbook.priorityRank('urgent')).toBe(0);
    }
  });
});
