import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/domain/ticket/events.ts';
import {
  accepted,
  calledBack,
  delivered,
  handedOff,
  handled,
  intake,
  packet,
  rated,
  registered,
  template,
} from './handoff-stories.ts';
import { playbookOf } from './playbook-documents.ts';
import { directory, dueIn, monday, Story, span, staff, types } from './ticket-cast.ts';
import { inform } from './ticket-stories.ts';

describe('the hand-off template', () => {
  it.each([
    'scenario-done',
    'scenario-wrong',
    'core-demands',
    'urgency',
    'urgency-reason',
    'preliminary-judgement',
    'promised-already',
  ])('is refused without %s, and nothing is handed off', (field) => {
    const story = registered();
    const { [field]: _, ...lacking } = template(story.now, 'medium');
    expect(story.refusedForm('agent', 'handoff-template', lacking as Answers)).toBe(
      `form.field-missing answers.${field}`,
    );
    expect(story.state.isHandedOff).toBe(false);
  });

  it.each(['customer-name', 'customer-level', 'customer-contact'])(
    'is preceded by the customer block: no ticket without %s',
    (field) => {
      const { [field]: _, ...lacking } = intake;
      expect(() => new Story('handoff').register('agent', lacking as Answers)).toThrow(`${field}: missing`);
    },
  );

  it('asks a known customer for the number', () => {
    expect(() => new Story('handoff').register('agent', { ...intake, 'customer-standing': 'known' })).toThrow(
      'customer-number: missing',
    );
  });

  it('asks that what is most urgent is announced by phone as well', () => {
    const story = registered();
    const quiet = { ...template(story.now, 'high'), 'is-announced-by-phone': false };
    expect(story.refusedForm('agent', 'handoff-template', quiet)).toBe(
      'form.field-missing answers.is-announced-by-phone',
    );
  });

  it.each([
    ['product-feature', 'product'],
    ['service-experience', 'service-management'],
    ['order-after-sales', 'operations'],
    ['complaint-rights', 'compliance'],
  ])('finds by the category %s the department %s', (category, department) => {
    expect(playbookOf('handoff').categories.find(({ id }) => id === category)?.department).toBe(department);
  });
});

describe('promises of the hand-off', () => {
  it.each([
    ['high', 0.5, 0.5],
    ['medium', 2, 24],
    ['low', 2, 24],
  ])(
    '%s: handed over within %d h of receipt, answered by the department within %d h',
    (urgency, transfer, response) => {
      const story = registered();
      story.submit('agent', 'handoff-template', template(story.now, urgency));
      const { start, stop, target } = story.run('transfer');
      expect([start, stop]).toEqual([monday, monday]);
      expect(span(target === '30m' ? '30m' : '2h') / 3_600_000).toBe(transfer);
      expect(dueIn(story.run('response'))).toBe(response);
      story.pass('1m').do('afterSales', accepted());
      expect(story.run('response').status).toBe('met');
    },
  );

  it('a decline needs its reason, answers in time and gives the demand back to customer service', () => {
    const story = handedOff();
    expect(story.refusal('afterSales', { do: 'decline', reason: ' ' })).toBe('ticket.words-missing reason');
    story.do('afterSales', { do: 'decline', reason: '超出三包期，按规定不能退' });
    expect(story.state).toMatchObject({ stage: 'hand-off', isHandedOff: false, owner: null });
    expect(story.run('response').status).toBe('met');
  });

  it('a bounce names the missing fields and calls the answer off; a new hand-off promises anew', () => {
    const story = handedOff();
    const give = { do: 'bounce', reason: 'missing-field', note: '缺订单号' } as const;
    expect(story.refusal('afterSales', { ...give, fields: [] })).toBe('handoff.missing-fields-unnamed fields');
    story.pass('1h').do('afterSales', { ...give, fields: ['scenario-done'] });
    expect(story.run('response').status).toBe('cancelled');
    story.pass('1h').submit('agent', 'handoff-template', template(story.now, 'medium'));
    expect(story.runs('response').map(({ subject, status }) => [subject, status])).toEqual([
      ['hand-off:1', 'cancelled'],
      ['hand-off:2', 'running'],
    ]);
    expect(dueIn(story.run('response'))).toBe(26);
  });

  it('a department that hands on to another leaves its own promise and the other one begins', () => {
    const story = handedOff();
    story.pass('2h').do('supervisor', {
      do: 'hand-off',
      department: 'compliance',
      owner: null,
      collaborators: [],
      deadline: null,
      requirement: '涉及赔偿',
    });
    expect(story.runs('response').map(({ status }) => status)).toEqual(['cancelled', 'running']);
  });

  it('the first plan of an urgent one is passed on to the customer within 30 minutes', () => {
    const story = handedOff('high');
    story.pass('5m').do('afterSales', accepted());
    expect(dueIn(story.run('plan-relay'), story.now)).toBe(0.5);
    story.do('agent', inform('response'));
    expect(story.run('plan-relay').status).toBe('met');
  });

  it('the result reaches customer service within an hour of the handling', () => {
    const story = handled();
    expect(dueIn(story.run('result-sync'), story.now)).toBe(1);
    story.pass('1h').submit('afterSales', 'result-packet', packet);
    expect(story.run('result-sync').status).toBe('met');
    const late = handled();
    late.live('2h');
    expect(late.of('ticket.escalated').map(({ data }) => data.clock)).toContain('result-sync');
  });

  it('the result packet holds the solution and whether the customer has confirmed it', () => {
    const story = handled();
    const { confirmation: _, ...lacking } = packet;
    expect(story.refusedForm('afterSales', 'result-packet', lacking)).toBe('form.field-missing answers.confirmation');
    expect(story.refusedForm('afterSales', 'result-packet', { ...packet, confirmation: 'reserved' })).toBe(
      'form.field-missing answers.reservation',
    );
  });

  it('the result leaves the cause standing that was found while handling', () => {
    expect(delivered().state.text).toMatchObject({ rootCause: '审核规则误拦', solution: packet.solution });
  });
});

describe('another date, and obstacles', () => {
  const counter = () => {
    const story = handedOff();
    story.do('afterSales', accepted(story.now + span('30h')));
    return story;
  };

  it('accepting for later than wanted is another date that customer service settles', () => {
    const story = counter();
    expect(story.state.counterDate).toBe(monday + span('30h'));
    expect(story.button('afterSales', 'settle-date')).toBe('auth.forbidden');
    story.do('agent', { do: 'settle-date', isAgreed: true, note: '客户同意' });
    expect(story.state).toMatchObject({ counterDate: null, deadline: monday + span('30h') });
    expect(dueIn(story.run('wanted-time'))).toBe(30);
    expect(story.button('agent', 'settle-date')).toBe('handoff.no-counter');
  });

  it('refused, the wanted time stays what it was', () => {
    const story = counter();
    story.do('agent', { do: 'settle-date', isAgreed: false, note: '客户不同意' });
    expect(story.state).toMatchObject({ deadline: monday + span('20h'), eta: monday + span('20h') });
  });

  it('an obstacle told before the promised time moves it, and every time that was named is kept', () => {
    const story = handedOff();
    story.do('afterSales', accepted(monday + span('10h')));
    expect(dueIn(story.run('expected-completion'))).toBe(10);
    story
      .pass('8h')
      .do('afterSales', { do: 'report-obstacle', obstacle: '审核系统故障，需 24 小时', eta: monday + span('34h') });
    expect(dueIn(story.run('expected-completion'))).toBe(34);
    expect(story.state.promises.map(({ eta, on }) => [(eta - monday) / span('1h'), on])).toEqual([
      [10, 'accepted'],
      [34, 'obstacle'],
    ]);
  });

  it('said too late the promise was broken, and goes to the supervisor by itself', () => {
    const story = handedOff();
    story.do('afterSales', accepted(monday + span('10h')));
    story.live('11h');
    expect(story.of('ticket.escalated').map(({ data }) => data.clock)).toEqual(['expected-completion']);
  });
});

describe('collaborators under one main owner', () => {
  const helped = () => handedOff('medium', { collaborators: [staff.product.id] });

  it('get a task and promises of their own', () => {
    const story = helped();
    expect(story.state.coordination?.tasks).toMatchObject([
      { id: 1, owner: staff.product.id, department: 'product', due: monday + span('20h'), status: 'open' },
    ]);
    expect(story.runs('task-due').map(({ subject }) => subject)).toEqual(['task:1']);
    story.do('supervisor', {
      do: 'assign-task',
      department: 'compliance',
      owner: null,
      due: monday + span('5h'),
      what: '法务意见',
    });
    story.pass('1h').do('product', { do: 'accept-task', task: 1, eta: null, plan: '' });
    expect(story.runs('task-response').map(({ status }) => status)).toEqual(['met', 'running']);
    story.do('product', { do: 'finish-task', task: 1, result: '规则已改' });
    expect(story.runs('task-due').map(({ subject, status }) => [subject, status])).toEqual([
      ['task:1', 'met'],
      ['task:2', 'running'],
    ]);
  });

  it('have kept no promise with a task that they decline', () => {
    const story = helped();
    story.do('product', { do: 'decline-task', task: 1, reason: '不归产品管' });
    expect([story.run('task-response').status, story.run('task-due').status]).toEqual(['met', 'cancelled']);
  });

  it('hold the handling back until their tasks are done, and nobody else works on them', () => {
    const story = helped();
    story.do('afterSales', accepted());
    const form = { actions: ['放行'], cause: '规则' };
    expect(story.refusedForm('afterSales', 'handling', form)).toBe('gate.tasks-done form');
    expect(story.refusal('afterSales', { do: 'finish-task', task: 1, result: '好了' })).toBe('task.not-yours task');
    story.do('product', { do: 'finish-task', task: 1, result: '规则已改' });
    expect(story.refusal('product', { do: 'finish-task', task: 1, result: '又好了' })).toBe('task.ended task');
    story.submit('afterSales', 'handling', form);
    expect(story.state.stage).toBe('deliver');
  });

  it('may read the ticket through their task', () => {
    const story = helped();
    expect(story.button('product', 'add-note')).toBe('allowed');
    expect(story.button('logistics', 'add-note')).toBe('auth.forbidden');
    expect(directory.staff(staff.logistics.id)?.isActive).toBe(true);
  });
});

describe('the loop of the hand-off', () => {
  it('is told, called back and archived', () => {
    const story = delivered();
    expect(story.refusedForm('agent', 'callback', rated('satisfied'))).toBe('gate.told-result form');
    const done = calledBack();
    done.submit('agent', 'archive', { 'is-complete': true, 'handoff-quality': 'accurate' });
    expect(done.state.status).toBe('closed');
  });

  it('starts again one level higher when the customer is dissatisfied', () => {
    const story = calledBack('dissatisfied');
    expect(story.state).toMatchObject({ stage: 'hand-off', cycle: 2, escalation: 1, isHandedOff: false });
    expect(types(story.events)).toContain('ticket.escalated');
    expect(story.run('transfer').status).toBe('running');
  });
});
