import { describe, expect, it } from 'vitest';
import { dueIn, monday, span, types } from './ticket-cast.ts';
import { accept, checklist, flowAt, inform, waitFor } from './ticket-stories.ts';

describe('waiting', () => {
  it('for the customer holds the resolution, by the very span, and nothing else', () => {
    const story = flowAt('analyse');
    story.pass('1h').do('specialist', waitFor('customer'));
    expect(story.run('resolution')).toMatchObject({ status: 'paused', due: null });
    expect(story.run('handling-start').status).toBe('running');
    story.live('100h');
    expect(story.of('clock.breached').map((one) => one.data.clock)).toEqual(['handling-start', 'task-deadline']);
    story.do('specialist', { do: 'end-wait' });
    expect(dueIn(story.run('resolution'))).toBe(124);
    expect(story.run('resolution').pauses).toEqual([{ from: monday + span('1h'), to: monday + span('101h') }]);
  });

  it('is over when the customer replies, whoever writes it down', () => {
    for (const [who, via] of [
      ['agent', 'phone'],
      ['customer', 'portal'],
    ] as const) {
      const story = flowAt('analyse');
      story.do('specialist', waitFor('customer'));
      story.pass('3h');
      const said = story.do(who, { do: 'record-reply', via, message: '订单号 A1' });
      expect(types(said).slice(-2)).toEqual(['customer.replied', 'wait.ended']);
      expect(story.state.wait).toBeNull();
      expect(dueIn(story.run('resolution'))).toBe(27);
    }
  });

  it('is over by itself when the time that was given has passed, however late that is noticed', () => {
    for (const noticed of ['10h', '11h 30m', '9d']) {
      const story = flowAt('analyse', { priority: 'normal' });
      story.do('specialist', accept);
      story.do('specialist', waitFor('customer', monday + span('10h')));
      story.pass(noticed).tick();
      expect(story.of('wait.ended')).toMatchObject([{ actor: { kind: 'system' }, data: { for: 'customer' } }]);
      expect(story.state.wait).toBeNull();
      expect(dueIn(story.run('resolution'))).toBe(82);
    }
  });

  it('wakes the engine at its end', () => {
    const story = flowAt('analyse', { priority: 'normal', order: { deadline: '2026-04-01T09:00:00+08:00' } });
    story.do('specialist', accept);
    story.do('specialist', waitFor('customer', monday + span('10h')));
    const [first] = story.live('11h');
    expect([first?.type, first?.at]).toEqual(['wait.ended', monday + span('10h')]);
  });

  it('for whomever is over at its end: the ticket does not say that it waits when it does not', () => {
    const story = flowAt('analyse', { priority: 'normal' });
    story.do('specialist', waitFor('third-party', monday + span('3h')));
    expect(types(story.live('3h'))).toEqual(['wait.ended']);
    expect(story.state.wait).toBeNull();
  });

  it('for a department or somebody else holds no promise to the customer', () => {
    for (const party of ['department', 'third-party'] as const) {
      const story = flowAt('analyse');
      story.do('specialist', waitFor(party));
      expect(story.run('resolution').status).toBe('running');
      // A reply ends only a wait for the customer.
      story.do('agent', { do: 'record-reply', via: 'phone', message: '在吗' });
      expect(story.state.wait?.for).toBe(party);
    }
  });

  it('is over when the ticket closes or is dismissed, and the timeline says so', () => {
    const story = flowAt('archive');
    story.do('agent', waitFor('customer'));
    const closing = story.submit('supervisor', 'archive-checklist', checklist);
    expect(types(closing).slice(-2)).toEqual(['wait.ended', 'ticket.closed']);
    const other = flowAt('analyse');
    other.do('specialist', waitFor('department'));
    const dismiss = { do: 'dismiss' as const, reason: 'spam' as const, duplicateOf: null, note: '广告' };
    expect(types(other.do('supervisor', dismiss))).toEqual(['wait.ended', 'ticket.dismissed', 'ticket.closed']);
  });

  it('is one at a time, ends once, and ends ahead', () => {
    const story = flowAt('analyse');
    expect(story.refusal('specialist', { do: 'end-wait' })).toBe('wait.none');
    expect(story.refusal('specialist', waitFor('customer', story.now))).toBe('time.not-in-future until');
    story.do('specialist', waitFor('customer'));
    expect(story.refusal('specialist', waitFor('department'))).toBe('wait.already');
  });

  it('holds a clock that starts meanwhile, and the ladder of one that is broken', () => {
    const story = flowAt('told');
    story.do('agent', waitFor('customer'));
    story.do('agent', { do: 'reopen', reason: '没修好' });
    expect(story.run('resolution')).toMatchObject({ cycle: 2, status: 'running' });
    const late = flowAt('analyse');
    late.live('25h');
    const climbed = late.run('resolution').climbed;
    late.do('specialist', waitFor('customer'));
    late.live('10h');
    expect(late.run('resolution').climbed).toBe(climbed);
    late.do('specialist', { do: 'end-wait' });
    expect(types(late.tick())).toEqual([]);
    late.live('1h 1s');
    expect(late.run('resolution').climbed).toBe(climbed + 1);
  });
});

describe('more time', () => {
  const extend = (hours: number) => ({
    do: 'extend' as const,
    clock: 'resolution',
    subject: null,
    due: monday + span(`${hours}h`),
    reason: '需要原厂配合',
  });

  it('is given for a normal ticket, before it is due, after the customer was told of the delay', () => {
    const story = flowAt('analyse', { priority: 'normal' });
    story.pass('20h');
    expect(story.refusal('specialist', extend(96))).toBe('clock.extension-customer-not-told');
    expect(story.button('specialist', 'extend')).toBe('clock.extension-customer-not-told');
    story.do('agent', inform('progress'));
    expect(story.button('specialist', 'extend')).toBe('clock.extension-customer-not-told');
    story.do('agent', inform('delay'));
    expect(story.button('specialist', 'extend')).toBe('allowed');
    expect(story.refusal('agent', extend(96))).toBe('auth.forbidden');
    expect(story.refusal('specialist', extend(72))).toBe('clock.extension-not-later due');
    expect(story.refusal('specialist', { ...extend(96), clock: 'handling-start' })).toBe(
      'clock.extension-not-allowed clock',
    );
    expect(story.refusal('specialist', { ...extend(96), clock: 'resolutoin' })).toBe('playbook.clock-unknown clock');
    story.do('specialist', extend(96));
    expect(dueIn(story.run('resolution'))).toBe(96);
    expect(story.run('resolution').history).toMatchObject([{ target: '72h', why: 'extension' }]);
    expect(story.run('task-deadline').extension).toBeNull();
    // Each further one needs the customer to be told again.
    expect(story.refusal('specialist', extend(120))).toBe('clock.extension-customer-not-told');
    story.pass('1h').do('agent', inform('delay'));
    story.do('supervisor', extend(120));
    expect(dueIn(story.run('resolution'))).toBe(120);
  });

  it('is not given to the pressing, nor too late', () => {
    const important = flowAt('analyse', { priority: 'important' });
    important.do('agent', inform('delay'));
    expect(important.refusal('specialist', extend(96))).toBe('clock.extension-not-this-priority');
    const late = flowAt('analyse', { priority: 'normal' });
    late.do('agent', inform('delay'));
    late.now = monday + span('72h');
    expect(late.refusal('specialist', extend(96))).toBe('done');
    late.now += 1;
    expect(late.refusal('specialist', extend(96))).toBe('clock.extension-too-late');
    // What is broken is not mended by a priority under which it would not have been.
    const broken = flowAt('analyse', { priority: 'urgent' });
    broken.live('25h');
    broken.do('supervisor', { do: 'classify', priority: 'normal', reason: '影响不大' });
    broken.do('agent', inform('delay'));
    expect(broken.refusal('specialist', extend(96))).toBe('clock.extension-too-late');
  });

  it('is moved on by a wait after it, and void under a new priority', () => {
    const story = flowAt('analyse', { priority: 'normal' });
    story.do('specialist', waitFor('customer'));
    story.pass('2h').do('agent', { do: 'record-reply', via: 'phone', message: '好' });
    story.do('agent', inform('delay'));
    story.do('specialist', extend(96));
    expect(dueIn(story.run('resolution'))).toBe(96);
    story.do('specialist', waitFor('customer'));
    story.pass('3h').do('specialist', { do: 'end-wait' });
    expect(dueIn(story.run('resolution'))).toBe(99);
    story.do('supervisor', { do: 'classify', priority: 'urgent', reason: '金额较大' });
    expect(story.run('resolution')).toMatchObject({ extension: null, target: '24h' });
    // 24 h, both waits included.
    expect(dueIn(story.run('resolution'))).toBe(29);
  });
});
