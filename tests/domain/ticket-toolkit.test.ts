import { describe, expect, it } from 'vitest';
import { noticesOf } from '../../src/domain/ticket/notices.ts';
import { directory, dueIn, monday, Story, span, staff, types } from './ticket-cast.ts';
import {
  accept,
  assignment,
  bounce,
  demand,
  handling,
  inform,
  progress,
  result,
  taskOrder,
  toolkitAt,
  toolkitOnwards,
  waitFor,
} from './ticket-stories.ts';

const toolkit = (priority: string, category = 'technical-fault', more = {}) =>
  new Story('response-toolkit').register('agent', demand(category, priority, more));
const clocksOf = (events: ReturnType<Story['tick']>, clock: string) =>
  types(events.filter((event) => 'clock' in event.data && event.data.clock === clock));

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
    expect(story.state).toMatchObject({ category: 'technical-fault', priority: 'urgent', collaborators: [] });
    expect(dueIn(story.run('response'))).toBe(0.25);
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

describe('promises of the toolkit', () => {
  it.each([
    ['urgent', '15m', '2h'],
    ['normal', '1h', '24h'],
    ['low', '4h', null],
  ])('%s: response within %s, resolved within %s', (priority, response, resolved) => {
    const story = toolkit(priority);
    expect(story.run('response')).toMatchObject({ target: response, due: monday + span(response) });
    if (resolved) expect(story.run('resolution')).toMatchObject({ target: resolved, due: monday + span(resolved) });
    for (const late of [0, 1]) {
      const one = toolkit(priority);
      one.now = monday + span(response) + late;
      one.do('agent', inform('response'));
      expect(one.run('response').status).toBe(late ? 'late' : 'met');
    }
  });

  it('low: resolved within three working days, to the same time of day', () => {
    const story = toolkit('low');
    expect(story.run('resolution').due).toBe(Date.parse('2026-03-05T09:00:00+08:00'));
    // Over the spring festival only working days count, the make-up Saturday among them.
    const festival = new Story('response-toolkit').passTo('2026-02-13T15:00');
    festival.register('agent', demand('suggestion', 'low'));
    expect(festival.run('resolution').due).toBe(Date.parse('2026-02-25T15:00:00+08:00'));
  });

  it('the response is any word from a person, the resolution only the result', () => {
    for (const kind of ['response', 'question', 'delay', 'progress', 'result'] as const) {
      const story = toolkit('normal');
      story.do('agent', inform(kind));
      expect(story.run('response').status).toBe('met');
      expect(story.run('resolution').status).toBe(kind === 'result' ? 'met' : 'running');
    }
    const story = toolkit('normal');
    story.do('customer', { do: 'record-reply', via: 'portal', message: '在吗' });
    expect(story.run('response').status).toBe('running');
  });

  it.each(['response', 'handling-start', 'resolution', 'estimate', 'owner-deadline'])(
    '%s that runs over goes to the supervisor by itself, at once',
    (clock) => {
      const story = toolkitAt('assign', 'technical-fault', 'urgent');
      const deadline = new Date(monday + span('3h')).toISOString();
      story.submit('agent', 'assignment', assignment(story, 'specialist', 'technical-support', { deadline }));
      story.do('agent', inform('response', monday + span('1h')));
      const only = clock === 'response' ? toolkit('urgent') : story;
      const said = only.live('5h').filter((event) => 'clock' in event.data && event.data.clock === clock);
      const escalated = said.find((event) => event.type === 'ticket.escalated');
      const breached = said.find((event) => event.type === 'clock.breached');
      expect(escalated).toMatchObject({
        at: breached?.at,
        actor: { kind: 'system' },
        data: { to: 'supervisor', cause: 'clock' },
      });
      const notices = noticesOf(escalated ? [escalated] : [], only.state, directory, only.playbook);
      expect(notices.map((one) => one.kind)).toEqual(['escalated']);
      expect(only.of('clock.laddered').find((one) => one.data.clock === clock)?.data.tell).toContain('supervisor');
    },
  );

  it('handling starts within what a first answer may take, by accepting or by a first step', () => {
    for (const start of [accept, progress]) {
      const story = toolkitAt('handle', 'technical-fault', 'low');
      expect(dueIn(story.run('handling-start'))).toBe(4);
      story.do('specialist', start);
      expect(story.run('handling-start').status).toBe('met');
    }
    const story = toolkitAt('result', 'technical-fault', 'low');
    expect(story.run('handling-start').status).toBe('met');
  });

  it('waiting for the customer does not count towards the resolution', () => {
    const story = toolkitAt('handle');
    story.pass('1h').do('specialist', waitFor('customer', monday + span('30h')));
    story.pass('10h').do('customer', { do: 'record-reply', via: 'portal', message: '型号 X2' });
    expect(dueIn(story.run('resolution'))).toBe(34);
  });

  it('more time is given only after the customer was told, by owner, agent or supervisor', () => {
    const story = toolkitAt('handle', 'technical-fault', 'urgent');
    const extend = { do: 'extend' as const, clock: 'resolution', due: monday + span('4h'), reason: '备件未到' };
    expect(story.refusal('agent', extend)).toBe('clock.extension-customer-not-told');
    story.do('agent', inform('delay', monday + span('4h')));
    for (const who of ['agent', 'specialist', 'supervisor'] as const) expect(story.refusal(who, extend)).toBe('done');
    for (const who of ['colleague', 'contact', 'manager', 'customer'] as const)
      expect(story.refusal(who, extend)).toBe('auth.forbidden');
  });

  it('the second handling promises a new response and a new resolution', () => {
    const story = toolkitAt('told', 'complaint', 'urgent');
    story
      .pass('1h')
      .submit('agent', 'result', result({ survey: 'answered', rating: 'dissatisfied', suggestion: '差' }));
    expect([dueIn(story.run('response')), dueIn(story.run('resolution'))]).toEqual([1.25, 3]);
  });
});

describe('the estimate that the customer was given', () => {
  it('is a promise, moved by telling a new one before it passes', () => {
    const story = toolkitAt('handle');
    story.do('agent', inform('response', monday + span('3h')));
    expect(dueIn(story.run('estimate'))).toBe(3);
    story.pass('2h').do('agent', inform('delay', monday + span('6h')));
    expect(dueIn(story.run('estimate'))).toBe(6);
    expect(story.runs('estimate')).toHaveLength(1);
    story.pass('1h').do('agent', inform('result'));
    expect(story.run('estimate').status).toBe('met');
  });

  it('once broken stays broken; the next estimate is a promise of its own', () => {
    const story = toolkitAt('handle');
    story.do('agent', inform('response', monday + span('3h')));
    story.live('4h');
    story.do('agent', inform('delay', monday + span('8h')));
    expect(story.runs('estimate').map((run) => [run.status, dueIn(run)])).toEqual([
      ['late', 3],
      ['running', 8],
    ]);
    expect(clocksOf(story.live('5h'), 'estimate')).toEqual([
      'clock.warned',
      'clock.warned',
      'clock.breached',
      'clock.laddered',
      'ticket.escalated',
    ]);
  });

  it('is what the customer was told, not what the department expects', () => {
    const story = toolkitAt('handle');
    story.do('agent', inform('response', monday + span('3h')));
    story.do('specialist', { ...accept, eta: monday + span('1h') } as never);
    expect(dueIn(story.run('estimate'))).toBe(3);
    expect(story.state).toMatchObject({ eta: monday + span('1h'), toldEta: monday + span('3h') });
  });

  it('without a time promises nothing; after the result an old one is void', () => {
    const story = toolkitAt('handle');
    story.do('agent', inform('response'));
    expect(story.run('estimate').due).toBeNull();
    story.do('agent', inform('progress', monday + span('3h')));
    expect(dueIn(story.run('estimate'))).toBe(3);
    story.do('agent', inform('result'));
    story.pass('5h').do('agent', inform('progress'));
    expect(story.run('estimate').due).toBeNull();
    expect(clocksOf(story.tick(), 'estimate')).toEqual([]);
  });
});

describe('what becomes of a suggestion', () => {
  it('is told at least every 20 working days until it is archived', () => {
    const story = toolkitAt('archive', 'suggestion', 'low');
    expect(story.run('suggestion-news')).toMatchObject({
      target: '20wd',
      due: Date.parse('2026-03-30T09:00:00+08:00'),
    });
    story.passTo('2026-03-20T10:00').do('agent', inform('news'));
    expect(story.runs('suggestion-news').map((run) => run.status)).toEqual(['met', 'running']);
    story.passTo('2026-05-20T10:00').tick();
    expect(story.of('clock.breached').map((one) => one.data.clock)).toContain('suggestion-news');
    story.do('agent', inform('news'));
    story.submit('agent', 'archive', { 'is-complete': true, 'suggestion-outcome': 'planned' });
    expect(story.runs('suggestion-news').map((run) => run.status)).toEqual(['met', 'late', 'ended']);
  });

  it('is promised only for suggestions', () => {
    expect(toolkitAt('archive', 'consultation', 'low').run('suggestion-news')).toMatchObject({
      target: null,
      due: null,
    });
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

it('a deadline is the ticket’s own here too, and none is one that was not given', () => {
  const story = toolkitAt('handle');
  expect(story.run('owner-deadline')).toMatchObject({ promised: null, due: null, status: 'running' });
  expect(toolkitOnwards(story, 'result').run('owner-deadline').status).toBe('ended');
  const order = taskOrder(monday).deadline as string;
  const other = toolkitAt('assign');
  other.submit('agent', 'assignment', assignment(other, 'specialist', 'technical-support', { deadline: order }));
  expect(dueIn(other.run('owner-deadline'))).toBe(20);
});
