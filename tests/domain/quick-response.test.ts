import { describe, expect, it } from 'vitest';
import type { TicketCommand } from '../../src/domain/ticket/commands.ts';
import { decide } from '../../src/domain/ticket/decide.ts';
import type { Answers } from '../../src/domain/ticket/events.ts';
import { playbookOf } from './playbook-documents.ts';
import { dueIn, monday, Story, span, staff, type Who } from './ticket-cast.ts';
import { inform } from './ticket-stories.ts';

const record: Answers = {
  'customer-name': '宏远公司',
  'customer-contact': '138 0013 8003',
  'customer-type': 'strategic',
  channel: 'visit',
  description: '系统今天上午一直打不开',
  'core-demand': '尽快恢复',
};
const classification = (priority: string, category = 'problem'): Answers => ({
  category,
  priority,
  'priority-reason': '影响客户开工',
});
const push = (now: number, more: Answers = {}): Answers => ({
  department: 'technology',
  owner: staff.specialist.id,
  'core-problem': '登录服务不可用',
  'wanted-by': new Date(now + span('6h')).toISOString(),
  ...more,
});
const solved = (now: number): Answers => ({
  cause: '证书过期',
  solution: '更新证书并加监控',
  expected: new Date(now + span('3h')).toISOString(),
});
const circulate: TicketCommand = {
  do: 'circulate-solution',
  summary: '证书过期所致，三小时内更新',
  items: [{ what: '更新证书', how: '', who: 'customer', when: null }],
};
const answers = (answer: 'confirmed' | 'objected', note = '', round = 1): TicketCommand => ({
  do: 'answer-solution',
  round,
  party: 'customer',
  answer,
  via: 'phone',
  note,
});

const received = (receivedAt = monday) => new Story('quick-response').register('agent', record, { receivedAt });

function pushed(priority = 'urgent', category?: string): Story {
  const story = received();
  story.submit('agent', 'classification', classification(priority, category));
  story.submit('agent', 'push', push(story.now));
  return story;
}

function proposed(): Story {
  const story = pushed();
  story.do('specialist', { do: 'accept', plan: '', eta: null });
  story.submit('specialist', 'solution', solved(story.now));
  return story;
}

function carriedOut(): Story {
  const story = proposed();
  story.do('agent', circulate);
  story.do('customer', answers('confirmed'));
  story.submit('specialist', 'execution', { steps: ['更新证书'] });
  return story;
}

describe('quick response', () => {
  it('registers within an hour of arrival, or the promise was broken', () => {
    expect(received(monday - span('1h')).run('registration').status).toBe('met');
    expect(received(monday - span('1h') - 1).run('registration').status).toBe('late');
  });

  it.each([
    ['urgent', 'handling-start', 2],
    ['important', 'handling-start', 4],
    ['normal', 'answer', 24],
  ])('%s: %s within %d h', (priority, clock, hours) => {
    const story = pushed(priority);
    expect(dueIn(story.run(clock))).toBe(hours);
  });

  it.each([
    ['consultation', 'marketing'],
    ['problem', 'technology'],
    ['suggestion', 'research'],
    ['complaint', 'business'],
  ])('sends a %s to %s', (category, department) => {
    expect(playbookOf('quick-response').categories.find(({ id }) => id === category)?.department).toBe(department);
  });

  it('keeps whoever registered it as the only interface: nobody else verifies', () => {
    const story = carriedOut();
    const done = { how: '客户处试登录', 'is-verified': true };
    expect(story.refusedForm('otherAgent', 'verification', done)).toBe('auth.forbidden');
    story.submit('agent', 'verification', done);
    expect(story.state.stage).toBe('call-back');
  });

  it('does not count as done before it is verified', () => {
    const story = carriedOut();
    expect(story.state.status).toBe('in-progress');
    expect(story.refusedForm('agent', 'verification', { how: '看过', 'is-verified': false })).toBe(
      'form.field-missing answers.is-verified',
    );
  });

  it('carries nothing out before the customer accepts; an objection goes back to the department until both agree', () => {
    const story = proposed();
    story.do('agent', circulate);
    expect(story.state.stage).toBe('agree');
    story.do('customer', answers('objected', '三小时太久'));
    expect(story.state.stage).toBe('solve');
    expect(story.run('revision').status).toBe('running');
    story.submit('specialist', 'solution', { ...solved(story.now), solution: '一小时内更新' });
    story.do('agent', circulate);
    expect(story.run('revision').status).toBe('met');
    story.do('customer', answers('confirmed', '', 2));
    expect(story.state.stage).toBe('carry-out');
  });

  it('reports long work to the customer every 24 hours until the result is told', () => {
    const story = proposed();
    story.do('agent', circulate);
    story.do('customer', answers('confirmed'));
    expect(dueIn(story.run('heartbeat'), story.now)).toBe(24);
    story.pass('20h').do('agent', inform('progress'));
    expect(dueIn(story.run('heartbeat'), story.now)).toBe(24);
    story.do('agent', inform('result'));
    expect(story.run('heartbeat').status).toBe('ended');
  });

  it('calls back within one working day, and starts second handling at once when dissatisfied', () => {
    const story = carriedOut();
    story.submit('agent', 'verification', { how: '试登录', 'is-verified': true });
    expect(story.run('callback').due).toBe(monday + span('24h'));
    story.do('agent', inform('result'));
    story.submit('agent', 'callback', { 'is-solved': 'unsolved', rating: 'dissatisfied', remark: '又断了' });
    expect(story.state).toMatchObject({ stage: 'coordinate', cycle: 2, escalation: 1 });
  });

  it('is answered by an answer: neither thanks nor a question, progress or delay is one', () => {
    const story = pushed('normal');
    for (const kind of ['thanks', 'question', 'progress', 'delay', 'news'] as const) story.do('agent', inform(kind));
    expect(story.run('answer').status).toBe('running');
    story.do('agent', inform('response'));
    expect(story.run('answer').status).toBe('met');
  });

  it('has its solution by the time that the push names; from then on what the customer accepts counts', () => {
    const story = pushed();
    expect(dueIn(story.run('solution-due'))).toBe(6);
    story.do('specialist', { do: 'accept', plan: '', eta: null });
    story.submit('specialist', 'solution', solved(story.now));
    expect(story.run('solution-due').status).toBe('met');
    story.do('agent', circulate);
    story.do('customer', answers('confirmed'));
    expect(dueIn(story.run('expected-completion'))).toBe(3);
  });

  it('has one person speak to the customer: departments and colleagues do it through them, a supervisor stands in', () => {
    const story = proposed();
    for (const who of ['specialist', 'contact', 'otherAgent'] as const) {
      expect(story.refusal(who, inform('progress'))).toBe('customer.interface-only');
      expect(story.refusal(who, circulate)).toBe('customer.interface-only');
    }
    const show = (who: Who, isShown: boolean) =>
      decide(story.context(who), story.state, { do: 'attach', isShown }, [
        { id: 1, name: '方案.pdf', mediaType: 'application/pdf', bytes: 9, sha256: '0'.repeat(64) },
      ]);
    for (const who of ['specialist', 'contact', 'otherAgent'] as const) {
      expect(() => show(who, true)).toThrow(
        expect.objectContaining({ code: 'customer.interface-only', field: 'isShown' }),
      );
      expect(show(who, false).events).toHaveLength(1);
    }
    for (const who of ['agent', 'supervisor', 'customer'] as const) expect(show(who, true).events).toHaveLength(1);
    story.do('agent', circulate);
    expect(story.refusal('specialist', answers('confirmed'))).toBe('customer.interface-only');
    story.do('supervisor', inform('progress'));
    story.do('agent', answers('confirmed'));
    expect(story.state.stage).toBe('carry-out');
  });

  it('has the one who takes up what a customer registered as its interface', () => {
    const story = new Story('quick-response').register('customer', { ...record, channel: 'online' });
    expect(story.state.registeredBy).toBeNull();
    expect(story.refusal('specialist', inform('response'))).toBe('auth.forbidden');
    story.submit('otherAgent', 'classification', classification('normal'));
    expect(story.state.registeredBy).toBe(staff.otherAgent.id);
    story.submit('supervisor', 'push', push(story.now));
    expect(story.state.registeredBy).toBe(staff.otherAgent.id);
    expect(story.refusal('agent', inform('response'))).toBe('customer.interface-only');
    story.do('otherAgent', inform('response'));
  });

  it('has agents where a program registered and classified it, never somebody of a department, for its interface', () => {
    const story = new Story('quick-response').register('program', record);
    story.submit('program', 'classification', classification('normal'));
    expect(story.state).toMatchObject({ stage: 'coordinate', registeredBy: null });
    expect(story.refusedForm('specialist', 'push', push(story.now))).toBe('auth.forbidden');
    story.submit('program', 'push', push(story.now));
    story.do('specialist', { do: 'accept', plan: '', eta: null });
    story.submit('specialist', 'solution', solved(story.now));
    expect(story.state.registeredBy).toBeNull();
    expect(story.refusal('specialist', inform('response'))).toBe('customer.interface-only');
    story.do('otherAgent', circulate);
    story.do('customer', answers('confirmed'));
    story.submit('specialist', 'execution', { steps: ['更新证书'] });
    story.submit('agent', 'verification', { how: '试登录', 'is-verified': true });
    expect(story.state.registeredBy).toBe(staff.agent.id);
    expect(story.refusal('otherAgent', inform('result'))).toBe('customer.interface-only');
  });

  it('keeps a suggestion until it is known what becomes of it and the customer has heard', () => {
    const story = pushed('normal', 'suggestion');
    story.do('specialist', { do: 'accept', plan: '', eta: null });
    story.submit('specialist', 'solution', solved(story.now));
    story.do('agent', circulate);
    story.do('customer', answers('confirmed'));
    story.submit('specialist', 'execution', { steps: ['评审'] });
    story.submit('agent', 'verification', { how: '看过评审记录', 'is-verified': true });
    story.do('agent', inform('result'));
    story.submit('agent', 'callback', { 'is-solved': 'solved', rating: 'satisfied' });
    expect(story.state.stage).toBe('follow-up');
    expect(story.refusedForm('agent', 'follow-up', { outcome: 'released' })).toBe('gate.told-news form');
    story.do('agent', inform('news'));
    expect(story.run('suggestion-news').status).toBe('running');
    story.submit('agent', 'follow-up', { outcome: 'released' });
    story.submit('agent', 'archive', { 'is-complete': true });
    expect(story.state.status).toBe('closed');
    expect(story.run('suggestion-news').status).toBe('ended');
  });

  it('thanks for a suggestion within one working day and tells what became of it', () => {
    const story = pushed('normal', 'suggestion');
    expect(story.run('thanks').due).toBe(monday + span('24h'));
    story.do('agent', inform('thanks'));
    expect(story.run('thanks').status).toBe('met');
    expect(
      pushed('normal', 'problem')
        .runs('thanks')
        .every(({ target }) => target === null),
    ).toBe(true);
  });

  it('follows each of several departments by a task of its own', () => {
    const story = received();
    story.submit('agent', 'classification', classification('important'));
    story.submit('agent', 'push', push(story.now, { collaborators: [staff.product.id, staff.logistics.id] }));
    expect(story.runs('task-due').map(({ subject }) => subject)).toEqual(['task:1', 'task:2']);
  });
});
