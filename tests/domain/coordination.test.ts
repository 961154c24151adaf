import { describe, expect, it } from 'vitest';
import type { TicketCommand } from '../../src/domain/ticket/commands.ts';
import {
  agreeing,
  answer,
  execution,
  judged,
  letter,
  meeting,
  minutes,
  namedParty,
  outcome,
  partiesForm,
  solution,
  started,
} from './coordination-stories.ts';
import { at, dueIn, type Story, span, staff } from './ticket-cast.ts';
import { inform } from './ticket-stories.ts';

const statusOf = (story: Story, clock: string) => story.runs(clock).map(({ subject, status }) => [subject, status]);

describe('the five steps of coordination', () => {
  it('decide whether it starts: what does not need it goes straight to being carried out', () => {
    expect(judged('general', 'needed').state.stage).toBe('name-parties');
    const direct = judged('general', 'direct');
    expect(direct.state.stage).toBe('carry-out');
    expect(direct.refusedForm('agent', 'parties-and-channel', {})).toBe('form.not-now form');
  });

  it('name a responsible party: the department that it is handed to', () => {
    expect(started().state.coordination?.parties).toMatchObject([
      { id: 'department:technical-support', role: 'responsible' },
      { id: 'department:after-sales', role: 'involved' },
    ]);
  });

  it('wait until every letter is answered and every meeting has its minutes', () => {
    const story = started();
    story.do('agent', letter(story.now));
    expect(story.refusedForm('agent', 'coordination-outcome', outcome(story.now))).toBe('gate.letters-answered form');
    story.do('afterSales', {
      do: 'answer-letter',
      letter: 1,
      answer: 'accepted',
      date: null,
      via: 'console',
      note: '',
    });
    story.do('agent', meeting(story.now));
    expect(story.refusedForm('agent', 'coordination-outcome', outcome(story.now))).toBe('gate.meetings-minuted form');
    story.pass('3h').do('agent', minutes(story.now));
    story.submit('agent', 'coordination-outcome', outcome(story.now));
    expect(story.state.stage).toBe('agree');
  });

  it('tell the customer of progress at least every 24 hours until the result', () => {
    const story = started();
    expect(dueIn(story.run('progress-update'))).toBe(24);
    story.pass('5h').do('agent', inform('progress'));
    expect(dueIn(story.run('progress-update'), story.now)).toBe(24);
    story.do('agent', inform('result'));
    expect(story.run('progress-update').status).toBe('ended');
  });

  it('end with the callback within 24 hours of the solution, and begin again at the judgement when dissatisfied', () => {
    const story = judged('urgent', 'direct');
    story.submit('agent', 'execution', execution);
    expect(dueIn(story.run('callback'), story.now)).toBe(24);
    story.do('agent', inform('result'));
    story.submit('agent', 'callback', { rating: 'dissatisfied', remark: '还是不制冷' });
    expect(story.state).toMatchObject({ stage: 'judge', cycle: 2, escalation: 1 });
    expect(story.run('callback').status).toBe('met');
  });

  it('what is complex or keeps coming back gets a retrospective before it is archived', () => {
    const story = judged('urgent', 'direct');
    story.submit('agent', 'execution', execution);
    story.do('agent', inform('result'));
    story.submit('agent', 'callback', { rating: 'satisfied' });
    expect(story.refusedForm('agent', 'closing', { 'is-complete': true, kind: 'complex' })).toBe(
      'form.field-missing answers.retrospective',
    );
    story.submit('agent', 'closing', { 'is-complete': true, kind: 'complex', retrospective: '出厂检测漏检' });
    expect(story.state.status).toBe('closed');
  });
});

describe('what is under way when a ticket ends', () => {
  it('is called off, so that a second handling does not wait for it', () => {
    const story = judged('urgent', 'direct');
    story.submit('agent', 'execution', execution);
    story.do('agent', { do: 'assign-task', department: 'after-sales', owner: null, due: null, what: '回收旧件' });
    story.do('agent', inform('result'));
    story.submit('agent', 'callback', { rating: 'dissatisfied', remark: '还是不制冷' });
    expect(story.state.coordination?.tasks).toMatchObject([{ status: 'cancelled', endedAt: story.now }]);
    expect(story.refusal('afterSales', { do: 'finish-task', task: 1, result: '好了' })).toBe('task.ended task');
  });

  it('has a limit', () => {
    const story = judged('urgent', 'direct');
    const task = { do: 'assign-task', department: 'after-sales', owner: null, due: null, what: '检查' } as const;
    for (let count = 0; count < 200; count++) story.do('agent', task);
    expect(story.refusal('agent', task)).toBe('coordination.too-many department');
  });
});

describe('parties', () => {
  it('have the same limit as all that departments have under way', () => {
    const story = judged('urgent', 'direct');
    const party = { ...namedParty('after-sales'), kind: 'external', department: null, name: '门店' } as TicketCommand;
    for (let count = 0; count < 200; count++) story.do('agent', party);
    expect(story.refusal('agent', party)).toBe('coordination.too-many kind');
  });
});

describe('a collaboration request letter', () => {
  it.each([
    ['urgent', '2026-03-07T01:00'],
    ['general', '2026-03-10T09:00'],
  ])('sent on a Friday night, %s, is answered by %s', (urgency, due) => {
    const story = started(urgency).passTo('2026-03-06T23:00');
    story.do('agent', letter(story.now));
    expect(story.run('letter-answer').due).toBe(at(due));
  });

  it('has a clock of its own, and its party accepts, declines with a reason or offers another date', () => {
    const story = started();
    story.do('agent', letter(story.now));
    expect(dueIn(story.run('letter-answer'))).toBe(2);
    const reply = { do: 'answer-letter', letter: 1, date: null, via: 'console', note: '' } as const;
    expect(story.refusal('specialist', { ...reply, answer: 'accepted' })).toBe('party.not-yours letter');
    expect(story.refusal('afterSales', { ...reply, answer: 'declined' })).toBe('letter.reason-missing note');
    expect(story.refusal('afterSales', { ...reply, answer: 'counter' })).toBe('letter.date-missing date');
    story.do('afterSales', { ...reply, answer: 'counter', date: story.now + span('48h') });
    expect(statusOf(story, 'letter-answer')).toEqual([['letter:1', 'met']]);
    expect(statusOf(story, 'counter-settled')).toEqual([['letter:1', 'running']]);
    story.do('agent', { do: 'settle-letter', letter: 1, isAgreed: true, note: '' });
    expect(story.state.coordination?.letters[0]).toMatchObject({ status: 'accepted', date: story.now + span('48h') });
    expect(story.refusal('afterSales', { ...reply, answer: 'accepted' })).toBe('letter.already-answered letter');
  });

  it('goes to a party that has been named, and never to the customer', () => {
    const story = started();
    expect(story.refusal('agent', { ...letter(story.now), party: 'department:product' } as never)).toBe(
      'party.unknown party',
    );
    expect(story.refusal('agent', { ...letter(story.now), party: 'customer' } as never)).toBe(
      'letter.to-customer party',
    );
  });
});

describe('a meeting', () => {
  it('needs somebody to take the minutes, an agenda and guests', () => {
    const story = started();
    expect(story.refusal('agent', meeting(story.now, { minutesTaker: null }))).toBe(
      'meeting.minutes-taker-missing minutesTaker',
    );
    expect(story.refusal('agent', meeting(story.now, { agenda: [] }))).toBe('meeting.agenda-missing agenda');
    expect(story.refusal('agent', meeting(story.now, { staff: [], parties: [] }))).toBe('meeting.nobody-invited staff');
    expect(story.refusal('agent', meeting(story.now, { until: story.now }))).toBe('meeting.ends-before-start until');
  });

  it('gives tasks with owner and due time, each under its own clock', () => {
    const story = started();
    story.do('agent', meeting(story.now));
    expect(story.refusal('agent', minutes(story.now))).toBe('meeting.not-begun meeting');
    story.pass('3h');
    const nobody = { actions: [{ what: '备件', department: null, owner: null, due: story.now + 1 }] };
    expect(story.refusal('agent', minutes(story.now, nobody))).toBe('task.owner-missing actions.0.owner');
    const never = { actions: [{ what: '备件', department: null, owner: staff.afterSales.id, due: null }] };
    expect(story.refusal('agent', minutes(story.now, never))).toBe('task.due-missing actions.0.due');
    story.do('agent', minutes(story.now));
    expect(story.state.coordination?.tasks).toMatchObject([{ owner: staff.afterSales.id, cause: 'meeting', of: 1 }]);
    expect(dueIn(story.run('task-due'), story.now)).toBe(20);
    expect(statusOf(story, 'minutes')).toEqual([['meeting:1', 'met']]);
    expect(story.refusal('agent', minutes(story.now))).toBe('meeting.over meeting');
  });

  it('has its minutes within four hours of its end', () => {
    const story = started();
    story.do('agent', meeting(story.now));
    expect(dueIn(story.run('minutes'))).toBe(7);
  });
});

describe('a solution', () => {
  it('says what, who, when and how; of what the customer does it is enough what', () => {
    const story = agreeing();
    const own = { what: '上门', how: '带备件', who: 'department:after-sales', when: story.now + span('4h') };
    const sent = (...items: (Omit<typeof own, 'when'> & { when: number | null })[]) =>
      story.refusal('agent', { ...solution(story.now), items } as TicketCommand);
    expect(sent(own, { ...own, when: null })).toBe('solution.when-missing items.1.when');
    expect(sent({ ...own, how: '' })).toBe('solution.how-missing items.0.how');
    expect(sent(own, { ...own, who: 'customer', how: '', when: null })).toBe('done');
  });

  it('goes to all parties and is carried out once all confirm; what departments do becomes their task', () => {
    const story = agreeing();
    story.do('agent', solution(story.now));
    expect(story.state.coordination?.rounds[0]?.answers).toEqual({
      customer: 'pending',
      'department:technical-support': 'pending',
      'department:after-sales': 'pending',
    });
    expect(statusOf(story, 'solution-answer').map(([subject]) => subject)).toEqual([
      'party:department:technical-support',
      'party:department:after-sales',
      'party:customer',
    ]);
    story.do('customer', answer('customer', 'confirmed'));
    story.do('afterSales', answer('department:after-sales', 'confirmed'));
    expect(story.state.stage).toBe('agree');
    story.do('specialist', answer('department:technical-support', 'confirmed'));
    expect(story.state.stage).toBe('carry-out');
    expect(story.state.coordination?.tasks.map(({ department, cause }) => [department, cause])).toEqual([
      ['after-sales', 'solution'],
      ['technical-support', 'solution'],
    ]);
    expect(story.refusedForm('specialist', 'execution', execution)).toBe('gate.tasks-done form');
  });

  it('goes back to be talked over when a party objects, and out again as the next round', () => {
    const story = agreeing();
    story.do('agent', solution(story.now));
    story.do('afterSales', answer('department:after-sales', 'objected', '备件要三天'));
    expect(story.state.stage).toBe('start');
    expect(story.run('revision')).toMatchObject({ status: 'running' });
    expect(dueIn(story.run('revision'))).toBe(4);
    const drop = { do: 'drop-party', party: 'department:after-sales', reason: '不再需要' } as const;
    expect(story.refusal('agent', drop)).toBe('party.still-asked party');
    story.submit('agent', 'coordination-outcome', outcome(story.now));
    expect(story.state.stage).toBe('agree');
    story.do('agent', solution(story.now));
    expect(story.run('revision').status).toBe('met');
  });

  it('changed while it is carried out waits for everybody again', () => {
    const direct = judged('general', 'direct');
    const change = { ...solution(direct.now), items: [{ what: '退款', how: '', who: 'customer', when: null }] };
    direct.do('agent', change as TicketCommand);
    expect(direct.refusedForm('agent', 'execution', execution)).toBe('gate.agreed form');
    direct.do('customer', answer('customer', 'objected', '不够'));
    expect(direct.refusedForm('agent', 'execution', execution)).toBe('gate.agreed form');
    direct.do('supervisor', { do: 'overrule-solution', round: 1, reason: '按规定' });
    direct.submit('agent', 'execution', execution);
    expect(direct.state.stage).toBe('feed-back');
  });

  it('takes one answer from each party, from those who may speak for it', () => {
    const story = agreeing();
    story.do('agent', solution(story.now));
    story.do('customer', answer('customer', 'confirmed'));
    expect(story.refusal('customer', answer('customer', 'objected', '改主意'))).toBe('solution.already-answered party');
    expect(story.refusal('stranger', answer('customer', 'confirmed'))).toBe('auth.forbidden');
    expect(story.refusal('product', answer('department:after-sales', 'confirmed'))).toBe('auth.forbidden');
    expect(story.refusal('specialist', answer('department:after-sales', 'confirmed'))).toBe('party.not-yours party');
  });

  it('agreed on before all parties were named does not count for those named since', () => {
    const story = judged();
    const early = { ...solution(story.now), items: [{ what: '致歉', how: '', who: 'customer', when: null }] };
    story.do('agent', early as TicketCommand);
    story.do('customer', answer('customer', 'confirmed'));
    expect(story.state.coordination?.rounds[0]?.status).toBe('agreed');
    story.submit('agent', 'parties-and-channel', partiesForm(story.now));
    story.submit('agent', 'coordination-outcome', outcome(story.now));
    expect(story.state.stage).toBe('agree');
    story.do('agent', { ...solution(story.now), items: early.items } as TicketCommand);
    story.do('customer', { ...answer('customer', 'confirmed'), round: 2 } as TicketCommand);
    story.do('specialist', { ...answer('department:technical-support', 'confirmed'), round: 2 } as TicketCommand);
    expect(story.state.stage).toBe('agree');
    story.do('afterSales', { ...answer('department:after-sales', 'confirmed'), round: 2 } as TicketCommand);
    expect(story.state.stage).toBe('carry-out');
  });

  it('replaced by a better one takes no more answers', () => {
    const story = agreeing();
    story.do('agent', solution(story.now));
    story.do('agent', solution(story.now));
    expect(story.refusal('customer', answer('customer', 'confirmed'))).toBe('solution.round-over round');
    expect(story.state.coordination?.rounds.map(({ status }) => status)).toEqual(['replaced', 'open']);
  });
});
