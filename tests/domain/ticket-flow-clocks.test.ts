import { describe, expect, it } from 'vitest';
import { dueIn, monday, Story, span, staff, types } from './ticket-cast.ts';
import { accept, bounce, callback, feedback, flowAt, inform, onwards, progress, taskOrder } from './ticket-stories.ts';

const classified = (priority: string) => flowAt('assign', { priority });
const dayBefore = (story: Story) => taskOrder(story.now, { deadline: new Date(story.now + span('20h')).toISOString() });

describe('promises of the resolution flow', () => {
  it.each([
    ['urgent', 2, 24],
    ['important', 4, 48],
    ['normal', 24, 72],
  ])('%s: handling starts within %i h, solved and fed back within %i h of receipt', (priority, start, solved) => {
    const story = classified(priority);
    expect(dueIn(story.run('handling-start'))).toBe(start);
    expect(dueIn(story.run('resolution'))).toBe(solved);
    // Kept at the very instant, broken a millisecond later.
    for (const [late, status] of [
      [0, 'met'],
      [1, 'late'],
    ] as const) {
      const one = flowAt('analyse', { priority });
      one.now = monday + start * span('1h') + late;
      one.do('specialist', accept);
      expect(one.run('handling-start').status).toBe(status);
      one.now = monday + solved * span('1h') + late;
      one.do('agent', inform('result'));
      expect(one.run('resolution')).toMatchObject({ status, breachedAt: late ? one.now - 1 : null });
    }
  });

  it('handling starts when the department accepts, at the latest when its analysis is there', () => {
    const story = flowAt('analyse');
    story.submit('specialist', 'analysis-report', {
      methods: ['data'],
      'root-cause': '回调重复',
      'cause-kind': 'system',
      solution: '退款',
      eta: '2026-03-02T17:00:00+08:00',
      collaboration: 'none',
    });
    expect(story.run('handling-start').status).toBe('met');
  });

  it('solved is not enough: the promise is kept when the customer hears the result', () => {
    const story = flowAt('confirm');
    expect(story.run('resolution').status).toBe('running');
    story.do('agent', inform('result'));
    expect(story.run('resolution').status).toBe('met');
  });

  it('count from receipt when it is registered late, and are over at once where that was too late', () => {
    const story = new Story('resolution-flow').register('agent', feedback, { receivedAt: monday - span('30h') });
    expect(story.state).toMatchObject({ receivedAt: monday - span('30h'), registeredAt: monday });
    expect(dueIn(story.run('handling-start'))).toBe(-6);
    expect(dueIn(story.run('resolution'))).toBe(42);
    expect(types(story.tick())).toEqual(['clock.breached', 'clock.laddered', 'clock.laddered', 'ticket.escalated']);
    expect(story.of('clock.breached')[0]?.data).toMatchObject({ clock: 'handling-start', due: monday - span('6h') });
    expect(story.of('clock.laddered').map((one) => one.data.tell)).toEqual([
      ['owner', 'contact', 'supervisor'],
      ['supervisor'],
    ]);
    expect(story.state.escalation).toBe(1);
    expect(story.tick()).toEqual([]);
  });

  it('refuse a receipt in the future, and take a clock that is a little ahead for now', () => {
    const register = (ahead: number) =>
      new Story('resolution-flow').register('agent', feedback, { receivedAt: monday + ahead });
    expect(() => register(span('1m') + 1)).toThrow(expect.objectContaining({ code: 'ticket.received-in-future' }));
    expect(register(span('1m')).state.receivedAt).toBe(monday);
  });
});

describe('progress told during the work', () => {
  it('is due every 24 h from the last time, again and again, until the result', () => {
    const story = flowAt('carry-out', { priority: 'normal' });
    expect(dueIn(story.run('progress-update'))).toBe(24);
    story.pass('10h').do('agent', inform('progress'));
    expect(dueIn(story.run('progress-update'))).toBe(34);
    story.pass('20h').do('agent', inform('delay'));
    expect(dueIn(story.run('progress-update'))).toBe(54);
    story.pass('3h').do('agent', inform('response'));
    expect(story.runs('progress-update').map((run) => run.status)).toEqual(['met', 'met', 'running']);
    story.submit('specialist', 'execution-record', {
      steps: ['退款'],
      'finished-at': new Date(story.now).toISOString(),
      verification: ['data'],
      'verification-result': '一致',
      verified: true,
    });
    expect(story.run('progress-update').status).toBe('running');
    story.do('agent', inform('result'));
    expect(story.runs('progress-update').map((run) => run.status)).toEqual(['met', 'met', 'ended']);
  });

  it('missed is broken once, and the next cycle counts from when it was told after all', () => {
    const story = flowAt('carry-out', { priority: 'normal' });
    const said = story.live('30h').filter((event) => 'clock' in event.data && event.data.clock === 'progress-update');
    expect(types(said)).toEqual(['clock.warned', 'clock.warned', 'clock.breached', 'clock.laddered']);
    story.do('agent', inform('progress'));
    expect(story.runs('progress-update').map((run) => run.status)).toEqual(['late', 'running']);
    expect(dueIn(story.run('progress-update'))).toBe(54);
  });

  it('in urgent cases follows every recorded step within 15 minutes', () => {
    const story = flowAt('carry-out');
    story.pass('1h').do('specialist', progress);
    expect(dueIn(story.run('urgent-progress'))).toBe(1.25);
    story.pass('10m').do('agent', inform('progress'));
    expect(story.run('urgent-progress').status).toBe('met');
    story.pass('1h').do('specialist', progress);
    story.pass('5m').do('specialist', progress);
    expect(story.runs('urgent-progress')).toHaveLength(2);
    expect(types(story.live('20m'))).toEqual(['clock.warned', 'clock.breached', 'clock.laddered']);
    story.do('agent', inform('delay'));
    expect(story.run('urgent-progress').status).toBe('late');
  });

  it('asked for by the customer are given within half an hour when urgent, else two hours', () => {
    for (const [priority, hours] of [
      ['urgent', 0.5],
      ['important', 2],
      ['normal', 2],
    ] as const) {
      const story = flowAt('carry-out', { priority });
      story.do('customer', { do: 'chase', message: '' });
      expect(dueIn(story.run('chase-answer'), story.now)).toBe(hours);
      story.do('agent', inform('delay'));
      expect(story.run('chase-answer').status).toBe('met');
    }
  });

  it('promises nothing of the kind in other cases', () => {
    const story = flowAt('carry-out', { priority: 'important' });
    story.do('specialist', progress);
    expect(story.run('urgent-progress')).toMatchObject({ target: null, due: null });
    story.do('agent', inform('progress'));
    expect(story.run('urgent-progress').status).toBe('ended');
  });
});

describe('the deadline of the task order', () => {
  it('is the ticket’s own, met when the work is verified', () => {
    const story = flowAt('analyse');
    expect(story.run('task-deadline')).toMatchObject({ target: null, promised: monday + span('20h') });
    expect(dueIn(story.run('task-deadline'))).toBe(20);
    expect(onwards(story, 'confirm').run('task-deadline').status).toBe('met');
  });

  it('is warned of and broken like any promise', () => {
    const story = flowAt('carry-out');
    const said = story.live('21h').filter((event) => 'clock' in event.data && event.data.clock === 'task-deadline');
    expect(types(said)).toEqual(['clock.warned', 'clock.warned', 'clock.breached', 'clock.laddered']);
    expect(onwards(story, 'confirm').run('task-deadline').status).toBe('late');
  });

  it('moves when the task is handed on before it passes, and is remembered', () => {
    const story = flowAt('carry-out');
    const order = {
      do: 'hand-off' as const,
      department: 'technology',
      owner: staff.colleague.id,
      collaborators: [],
      deadline: monday + span('30h'),
      requirement: '',
    };
    story.pass('5h').do('supervisor', order);
    expect(story.runs('task-deadline')).toHaveLength(1);
    expect(story.run('task-deadline').history).toEqual([
      { at: story.now, target: null, due: monday + span('20h'), why: 'promise' },
    ]);
    expect(dueIn(story.run('task-deadline'))).toBe(30);
    story.live('24h');
    expect(story.of('clock.breached').map((one) => one.data.clock)).not.toContain('task-deadline');
  });

  it('once broken stays broken; a deadline given afterwards is a new one, with its own warnings', () => {
    const story = flowAt('carry-out');
    story.live('22h');
    story.do('supervisor', {
      do: 'hand-off',
      department: 'technology',
      owner: staff.colleague.id,
      collaborators: [],
      deadline: monday + span('32h'),
      requirement: '',
    });
    expect(story.runs('task-deadline').map((run) => [run.cycle, run.status, dueIn(run)])).toEqual([
      [1, 'late', 20],
      [2, 'running', 32],
    ]);
    const said = story.live('11h').filter((event) => 'clock' in event.data && event.data.clock === 'task-deadline');
    expect(types(said)).toEqual(['clock.warned', 'clock.warned', 'clock.breached', 'clock.laddered']);
  });

  it('is called off by a bounce and by second handling', () => {
    const story = flowAt('analyse');
    story.do('specialist', bounce);
    expect(story.run('task-deadline').status).toBe('cancelled');
    story.submit('supervisor', 'task-order', dayBefore(story));
    expect(story.run('task-deadline')).toMatchObject({ cycle: 2, status: 'running' });
    onwards(story, 'told');
    story.submit('agent', 'callback-record', callback(story.now, 'dissatisfied'));
    expect(story.runs('task-deadline').map((run) => run.status)).toEqual(['cancelled', 'met']);
  });
});
