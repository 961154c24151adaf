import { describe, expect, it } from 'vitest';
import { chasePromise } from '../../src/domain/ticket/chase.ts';
import { noticesOf } from '../../src/domain/ticket/notices.ts';
import { directory, dueIn, monday, Story, span, staff, types } from './ticket-cast.ts';
import {
  accept,
  assignment,
  demand,
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

  it('the customer is told by a channel that the playbook knows, or as customers always can be', () => {
    const story = toolkit('normal');
    for (const via of ['email', 'social', 'sms', 'portal'])
      expect(story.refusal('agent', { ...inform('response'), via } as never)).toBe('done');
    expect(story.refusal('agent', { ...inform('response'), via: 'pigeon' } as never)).toBe(
      'playbook.channel-unknown via',
    );
    expect(story.refusal('agent', inform('response', story.now))).toBe('time.not-in-future eta');
  });

  it('the response is any word from a person, the resolution only the result', () => {
    for (const kind of ['response', 'question', 'delay', 'progress', 'result'] as const) {
      const story = toolkitAt('handle', 'complaint', 'normal');
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
    const extend = {
      do: 'extend' as const,
      clock: 'resolution',
      subject: null,
      due: monday + span('4h'),
      reason: '备件未到',
    };
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

describe('a customer who asks where it stands', () => {
  it.each([
    ['urgent', '30m'],
    ['normal', '2h'],
    ['low', '4h'],
  ])('%s: is answered within %s, and asking again moves nothing', (priority, within) => {
    const story = toolkit(priority);
    story.pass('5h').do('customer', { do: 'chase', message: '' });
    expect(story.run('chase-answer')).toMatchObject({ target: within, due: story.now + span(within) });
    expect(chasePromise(story.playbook, story.state.clocks)).toEqual({
      clock: 'chase-answer',
      due: story.now + span(within),
    });
    story.pass('10m').do('agent', { do: 'chase', message: '又来电催了' });
    expect(story.runs('chase-answer')).toHaveLength(1);
    story.do('agent', inform('progress'));
    expect(story.run('chase-answer').status).toBe('met');
    expect(chasePromise(story.playbook, story.state.clocks)).toBeNull();
    story.pass('2h').do('customer', { do: 'chase', message: '' });
    expect(story.run('chase-answer')).toMatchObject({ cycle: 2, status: 'running' });
  });

  it('unanswered goes to the supervisor, and whoever has it hears of the chase with its due time', () => {
    const story = toolkitAt('handle');
    const [chased] = story.do('customer', { do: 'chase', message: '' });
    const due = story.now + span('2h');
    expect(noticesOf(chased ? [chased] : [], story.state, directory, story.playbook)).toEqual([
      { staffId: staff.specialist.id, kind: 'chased', eventSeq: chased?.seq, clock: 'chase-answer', due },
    ]);
    const said = clocksOf(story.live('3h'), 'chase-answer');
    expect(said).toEqual([
      'clock.warned',
      'clock.warned',
      'clock.warned',
      'clock.breached',
      'clock.laddered',
      'ticket.escalated',
    ]);
    expect(chasePromise(story.playbook, story.state.clocks)?.due).toBe(due);
  });
});

it('has no result to tell before anybody handles it, so that the promise to resolve is not kept by words', () => {
  const story = toolkitAt('assign');
  expect(story.refusal('agent', inform('result'))).toBe('customer.no-result-yet kind');
  story.do('agent', inform('response'));
  expect(story.run('resolution').status).toBe('running');
});

it('waits for the customer until a time that was named, never for ever', () => {
  const story = toolkitAt('handle');
  const wait = { do: 'start-wait', for: 'customer', reason: '请补充订单号，短信发来即可' } as const;
  expect(story.refusal('agent', { ...wait, until: null })).toBe('wait.until-missing until');
  story.do('agent', { ...wait, until: story.now + span('8h') });
  expect(story.run('resolution').status).toBe('paused');
  story.live('9h');
  expect(story.run('resolution').status).toBe('running');
  story.do('agent', { do: 'start-wait', for: 'third-party', until: null, reason: '等承运商' });
});

describe('what becomes of a suggestion', () => {
  it('is told at least every 20 working days until it is archived', () => {
    const story = toolkitAt('archive', 'suggestion', 'low');
    expect(story.state.stage).toBe('follow-up');
    expect(story.refusedForm('agent', 'follow-up', { outcome: 'released' })).toBe('gate.told-news form');
    expect(story.run('suggestion-news')).toMatchObject({
      target: '20wd',
      due: Date.parse('2026-03-30T09:00:00+08:00'),
    });
    story.passTo('2026-03-20T10:00').do('agent', inform('news'));
    expect(story.runs('suggestion-news').map((run) => run.status)).toEqual(['met', 'running']);
    story.passTo('2026-05-20T10:00').tick();
    expect(story.of('clock.breached').map((one) => one.data.clock)).toContain('suggestion-news');
    story.do('agent', inform('news'));
    story.submit('agent', 'follow-up', { outcome: 'released' });
    story.submit('agent', 'archive', { 'is-complete': true });
    expect(story.runs('suggestion-news').map((run) => run.status)).toEqual(['met', 'late', 'ended']);
  });

  it('is promised only for suggestions', () => {
    expect(toolkitAt('archive', 'consultation', 'low').run('suggestion-news')).toMatchObject({
      target: null,
      due: null,
    });
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
