import { describe, expect, it } from 'vitest';
import { at, dueIn, monday, Story, span, types } from './ticket-cast.ts';
import { accept, callback, classification, feedback, flowAt, inform, progress, waitFor } from './ticket-stories.ts';

const classified = (priority: string) => flowAt('assign', { priority });

describe('a new priority', () => {
  it('counts from the original start with the new target, and keeps what was before', () => {
    const story = classified('normal');
    story.pass('5h').do('supervisor', { do: 'classify', priority: 'important', reason: '金额较大' });
    expect(dueIn(story.run('resolution'))).toBe(48);
    expect(story.run('resolution').history).toEqual([
      { at: story.now, target: '72h', due: monday + span('72h'), why: 'priority' },
    ]);
    expect(dueIn(story.run('handling-start'))).toBe(4);
    expect(types(story.tick())).toEqual(['clock.breached', 'clock.laddered', 'clock.laddered', 'ticket.escalated']);
  });

  it('does not unbreak what is broken', () => {
    const story = flowAt('analyse', { priority: 'urgent' });
    story.live('3h');
    expect(story.run('handling-start').breachedAt).toBe(monday + span('2h'));
    story.do('supervisor', { do: 'classify', priority: 'normal', reason: '影响不大' });
    expect(story.run('handling-start')).toMatchObject({ target: '24h', breachedAt: monday + span('2h') });
    story.do('specialist', accept);
    expect(story.run('handling-start')).toMatchObject({ status: 'late', breachedAt: monday + span('2h') });
    expect(story.of('clock.breached')).toHaveLength(1);
  });

  it('that takes a broken promise away leaves it late', () => {
    const story = flowAt('carry-out');
    story.do('specialist', progress);
    story.live('20m');
    story.do('supervisor', { do: 'classify', priority: 'normal', reason: '影响不大' });
    expect(story.run('urgent-progress')).toMatchObject({ target: null, due: null });
    story.do('agent', inform('progress'));
    expect(story.run('urgent-progress').status).toBe('late');
  });

  it('leaves promises alone that ended, and says nothing when nothing changes', () => {
    const story = flowAt('carry-out', { priority: 'normal' });
    story.do('supervisor', { do: 'classify', priority: 'urgent', reason: '影响扩大' });
    expect(story.run('handling-start')).toMatchObject({ status: 'met', target: '24h' });
    const before = story.state.clocks;
    story.do('supervisor', { do: 'classify', priority: 'urgent', reason: '再次确认' });
    expect(story.state.clocks).toEqual(before);
    expect(story.refusal('supervisor', { do: 'classify', reason: '?' })).toBe('ticket.classify-nothing priority');
    expect(story.refusal('supervisor', { do: 'classify', priority: 'soon', reason: '?' })).toBe(
      'playbook.priority-unknown priority',
    );
  });
});

describe('warnings, breach and ladder', () => {
  it('come once each, in order, and the ladder climbs', () => {
    const story = classified('urgent');
    const said = story.live('40h').flatMap((event) => {
      if (event.type === 'clock.warned') return `${event.data.clock} -${event.data.before}`;
      if (event.type === 'clock.breached') return `${event.data.clock} broken`;
      if (event.type === 'clock.laddered') return `${event.data.clock} tells ${event.data.tell.join(' ')}`;
      return event.type === 'ticket.escalated' ? `level ${event.data.level}` : event.type;
    });
    expect(said).toEqual([
      'handling-start -1h',
      'handling-start -30m',
      'handling-start broken',
      'handling-start tells owner contact supervisor',
      'handling-start tells supervisor',
      'level 1',
      'handling-start tells manager',
      'resolution -8h',
      'resolution -2h',
      'resolution broken',
      'resolution tells owner supervisor',
      'resolution tells supervisor',
      'level 2',
    ]);
    expect(story.live('9h').map((event) => event.type)).toEqual(['clock.laddered']);
    expect(story.state.escalation).toBe(2);
    expect(story.live('2000h')).toEqual([]);
  });

  it('looked at late, one warning stands for those before it, and a breach for all', () => {
    const story = classified('normal');
    story.now = monday + span('71h');
    expect(story.tick().filter((event) => event.type === 'clock.warned')).toMatchObject([
      { data: { clock: 'resolution', before: '2h' } },
    ]);
    const other = classified('normal');
    other.now = monday + span('73h');
    expect(types(other.tick()).filter((type) => type === 'clock.warned')).toEqual([]);
    expect(other.of('clock.breached').map((one) => one.data.clock)).toEqual(['handling-start', 'resolution']);
  });

  it('a promise is broken a millisecond after it was due, not before', () => {
    const story = flowAt('analyse');
    story.live('1h 50m');
    story.now = monday + span('2h');
    expect(story.tick()).toEqual([]);
    story.now += 1;
    expect(types(story.tick())).toEqual(['clock.breached', 'clock.laddered']);
  });

  it('a warning point as long as the promise does not exist', () => {
    const story = classified('urgent');
    expect(types(story.live('1m'))).toEqual([]);
    expect(story.run('resolution').target).toBe('24h');
  });

  it('escalating by hand climbs one level more', () => {
    const story = classified('urgent');
    story.live('3h 1m');
    story.do('agent', { do: 'escalate', reason: '客户情绪激动' });
    expect(story.of('ticket.escalated').map(({ data }) => [data.level, data.to, data.cause])).toEqual([
      [1, 'supervisor', 'clock'],
      [2, 'supervisor', 'manual'],
    ]);
  });

  it('a command on an overdue ticket first says what is overdue', () => {
    const story = flowAt('analyse');
    story.pass('2h 1s');
    expect(types(story.do('specialist', accept))).toEqual(['clock.breached', 'clock.laddered', 'handoff.accepted']);
    expect(story.events.at(-3)?.actor).toEqual({ kind: 'system', id: null });
    expect(story.run('handling-start').status).toBe('late');
  });
});

describe('second handling', () => {
  it('gives the handling clocks a new cycle; the outcome of the first stays', () => {
    const story = flowAt('told');
    story.pass('10h').submit('agent', 'callback-record', callback(story.now, 'dissatisfied'));
    expect(story.runs('handling-start').map((run) => [run.cycle, run.status])).toEqual([
      [1, 'met'],
      [2, 'running'],
    ]);
    expect(story.runs('resolution').map((run) => [run.cycle, run.status])).toEqual([
      [1, 'met'],
      [2, 'running'],
    ]);
    expect(dueIn(story.run('handling-start'))).toBe(12);
    expect(dueIn(story.run('resolution'))).toBe(34);
  });

  it('by hand, before the customer was told a result, leaves the first promise as it is', () => {
    const story = flowAt('confirm');
    story.pass('10h').do('supervisor', { do: 'reopen', reason: '抽检不合格' });
    expect(story.runs('resolution')).toHaveLength(1);
    expect(dueIn(story.run('resolution'))).toBe(24);
  });

  it('is not started by what is still said on a closed ticket', () => {
    const story = flowAt('closed');
    const before = story.state.clocks;
    story.do('agent', inform('progress'));
    story.do('customer', { do: 'record-reply', via: 'portal', message: '谢谢' });
    story.do('agent', { do: 'add-note', note: '备注' });
    expect(story.state.clocks).toEqual(before);
    expect(story.refusal('agent', progress)).toBe('ticket.closed');
  });
});

describe('the reporting of time', () => {
  it('keeps its order when another machine’s clock is behind', () => {
    const story = flowAt('analyse');
    story.do('specialist', waitFor('customer'));
    story.now -= 5_000;
    story.do('specialist', { do: 'end-wait' });
    expect(story.events.at(-1)?.at).toBe(monday);
    expect(story.run('resolution').pauses).toEqual([{ from: monday, to: monday }]);
  });

  it('counts through the night and holidays: these promises are wall-clock', () => {
    const story = new Story('resolution-flow');
    story.passTo('2026-09-30T17:00');
    story.register('agent', feedback);
    story.submit('supervisor', 'classification', classification('urgent'));
    expect(story.run('resolution').due).toBe(at('2026-10-01T17:00'));
  });
});
