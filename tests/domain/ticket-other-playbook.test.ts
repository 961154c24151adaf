import { describe, expect, it } from 'vitest';
import { checkPlaybook } from '../../src/domain/playbook/check.ts';
import { compilePlaybook } from '../../src/domain/playbook/compile.ts';
import { playbookSchema } from '../../src/domain/playbook/schema.ts';
import { decide } from '../../src/domain/ticket/decide.ts';
import type { Answers } from '../../src/domain/ticket/events.ts';
import { at, dueIn, monday, Story, span, staff, types } from './ticket-cast.ts';
import { accept, bounce, inform, progress, rate, waitFor } from './ticket-stories.ts';

/** What the shipped playbooks do not use: steps without a form, a first form that hands off, promises in working time. */

const name = (en: string) => ({ zh: en, en });
const clock = (id: string, starts: object, stops: object, more: object) => ({
  id,
  name: name(id),
  starts: [starts],
  stops: [stops],
  time: 'wall',
  ...more,
});

const other = compilePlaybook(
  playbookSchema.parse({
    id: 'other',
    version: 1,
    name: name('Other'),
    summary: name('Hands demands to departments'),
    number: 'CS{yyyy}{seq:2}',
    channels: [{ id: 'phone', name: name('Phone') }],
    customerTypes: [{ id: 'any', name: name('Any') }],
    departments: [
      { id: 'technology', name: name('Technology') },
      { id: 'logistics', name: name('Logistics') },
    ],
    categories: [{ id: 'any', name: name('Any') }],
    priorities: [{ id: 'normal', name: name('Normal'), when: name('always') }],
    initialPriority: 'normal',
    ratings: [
      { id: 'good', name: name('Good'), isSatisfied: true },
      { id: 'bad', name: name('Bad'), isSatisfied: false },
    ],
    forms: [
      {
        id: 'template',
        name: name('Template'),
        fields: [
          { id: 'what', name: name('What'), type: 'long-text', required: true, binds: 'description' },
          { id: 'to', name: name('To'), type: 'department', binds: 'department' },
        ],
      },
      {
        id: 'work',
        name: name('Work'),
        fields: [
          { id: 'done', name: name('Done'), type: 'check', binds: 'verified' },
          { id: 'who', name: name('Who'), type: 'staff', binds: 'owner' },
          { id: 'kind', name: name('Kind'), type: 'choice', optionsFrom: 'categories', binds: 'category' },
        ],
      },
    ],
    stages: [
      { id: 'demand', name: name('Demand'), who: ['agent'], status: 'todo', form: 'template', next: 'answer' },
      { id: 'answer', name: name('Answer'), who: ['contact'], status: 'todo', gates: ['accepted'], next: 'work' },
      // Listed out of order on purpose: only `next` says what follows.
      { id: 'end', name: name('End'), who: ['agent'], status: 'resolved', gates: ['called-back', 'told-result'] },
      { id: 'work', name: name('Work'), who: ['specialist'], status: 'in-progress', form: 'work', next: 'end' },
    ],
    clocks: [
      clock(
        'record',
        { on: 'form.submitted', form: 'template' },
        { on: 'form.submitted', form: 'work' },
        { target: '9h' },
      ),
      clock('registration', { on: 'ticket.received' }, { on: 'ticket.registered' }, { target: '1h' }),
      clock(
        'answer',
        { on: 'handoff.made' },
        { on: 'handoff.accepted' },
        {
          target: '4h',
          time: 'working',
          pauses: ['customer'],
          cancels: [{ on: 'handoff.bounced' }],
        },
      ),
      clock(
        'deadline',
        { on: 'handoff.made' },
        { on: 'work.verified' },
        {
          target: { from: 'deadline' },
          pauses: ['customer'],
        },
      ),
      clock('callback', { on: 'ticket.resolved' }, { on: 'callback.made' }, { target: '1wd', time: 'working' }),
    ],
    extension: { clocks: ['deadline'], who: ['agent'], needsCustomerTold: false },
  }),
);

const begin = (answers: Answers = { what: '页面打不开', to: 'technology' }, late = 0) =>
  new Story(other).register('agent', answers, { receivedAt: monday - late });
const order = (deadline: number | null = null) => ({
  do: 'hand-off' as const,
  department: 'technology',
  owner: null,
  collaborators: [],
  deadline,
  requirement: '',
});

describe('a playbook whose first form hands off', () => {
  it('does so with the registration, and a step without a form goes on by itself', () => {
    const story = begin();
    expect(types(story.events)).toEqual(['ticket.registered', 'handoff.made', 'stage.entered']);
    expect(story.state).toMatchObject({ stage: 'answer', department: 'technology', isHandedOff: true });
    expect(story.button('contact', 'submit-form')).toBe('form.none-now');
    expect(types(story.do('contact', accept))).toEqual(['handoff.accepted', 'stage.completed', 'stage.entered']);
    expect(story.state).toMatchObject({ stage: 'work', owner: staff.contact.id });
  });

  it('is corrected also while a step without a form is waiting, and hands off anew', () => {
    const story = begin({ what: '页面打不开' });
    expect(story.state).toMatchObject({ stage: 'answer', department: null });
    expect(types(story.submit('agent', 'template', { what: '页面打不开', to: 'technology' }))).toEqual([
      'form.submitted',
      'handoff.made',
    ]);
    // The form asks neither for owner nor for deadline: what was settled otherwise stays.
    story.do('agent', { ...order(story.now + span('9h')), owner: staff.specialist.id });
    story.do('specialist', accept);
    expect(types(story.submit('agent', 'template', { what: '打不开', to: 'technology' }))).toEqual(['form.submitted']);
    expect(story.state).toMatchObject({ owner: staff.specialist.id, deadline: monday + span('9h'), isAccepted: true });
  });

  it('corrected to another department leaves nothing of the first: neither owner nor deadline', () => {
    const story = begin();
    story.do('agent', { ...order(story.now + span('9h')), owner: staff.specialist.id });
    story.submit('agent', 'template', { what: '其实是物流', to: 'logistics' });
    expect(story.state).toMatchObject({ department: 'logistics', owner: null, deadline: null, collaborators: [] });
  });

  it('when bounced stays where it is until somebody hands it off again', () => {
    const story = begin();
    story.do('contact', { ...bounce, fields: ['what'] } as never);
    expect(story.state).toMatchObject({ stage: 'answer', isHandedOff: false });
    expect(story.run('answer').status).toBe('cancelled');
    expect(story.button('agent', 'hand-off')).toBe('allowed');
    story.do('agent', order());
    expect(story.run('answer')).toMatchObject({ cycle: 2, status: 'running' });
    story.do('specialist', accept);
    expect(story.state.stage).toBe('work');
  });

  it('restarts behind the hand-off, which still holds', () => {
    const story = begin();
    story.do('contact', accept);
    story.submit('specialist', 'work', { done: true });
    expect(story.state).toMatchObject({ stage: 'end', status: 'resolved', isVerified: true });
    story.do('agent', inform('result'));
    story.do('customer', rate('bad'));
    // Nothing says where to: the second step it is.
    expect(story.state).toMatchObject({ stage: 'answer', cycle: 2, isHandedOff: true, isAccepted: false });
    expect(story.do('contact', accept)).toHaveLength(3);
  });

  it('takes the department of an owner who is named alone, and a category without a priority', () => {
    const story = begin();
    story.do('contact', accept);
    story.do('contact', { ...bounce, fields: ['what'] } as never);
    story.submit('supervisor', 'work', { who: staff.colleague.id, kind: 'any' });
    expect(story.state).toMatchObject({ department: 'technology', owner: staff.colleague.id, category: 'any' });
    expect(story.of('ticket.classified')[0]?.data).toEqual({ category: 'any', priority: null });
  });

  it('is owned by whoever of the department accepts it, not by a program', () => {
    const story = begin();
    const program = { kind: 'program', id: staff.contact.id, roles: ['contact'], departments: ['technology'] } as const;
    const { state } = decide({ ...story.context('contact'), actor: program }, story.state, accept);
    expect(state).toMatchObject({ isAccepted: true, owner: null });
  });

  it('closes by itself when its last step has no form and its gates are met', () => {
    const story = begin();
    story.do('contact', accept);
    story.submit('specialist', 'work', { done: false });
    expect(story.state).toMatchObject({ isVerified: false, stage: 'end' });
    expect(story.refusal('customer', rate('good'))).toBe('callback.too-early');
    story.do('agent', inform('result'));
    expect(types(story.do('customer', rate('good')))).toEqual(['callback.made', 'stage.completed', 'ticket.closed']);
  });
});

it('tells the result where the stage asks for it, though nothing has been handled yet', () => {
  const { stages, ...source } = other.source;
  const [demand, answer, ...others] = stages;
  if (!demand || !answer) expect.fail('no stages');
  const atOnce = { ...answer, who: ['agent' as const], gates: ['told-result' as const] };
  const playbook = { ...source, stages: [demand, atOnce, ...others] };
  expect(checkPlaybook(playbook).filter(({ path: [part, at] }) => part === 'stages' && at === 1)).toEqual([]);
  const story = new Story(compilePlaybook(playbook)).register('agent', { what: '几点开门' });
  expect(story.state).toMatchObject({ stage: 'answer', status: 'todo' });
  story.do('agent', inform('result'));
  expect(story.state.stage).toBe('work');
});

describe('promises of other kinds', () => {
  it('what was registered too late is late, without ever having run', () => {
    expect(begin(undefined, span('1h')).run('registration').status).toBe('met');
    const late = begin(undefined, span('1h') + 1);
    expect(late.run('registration')).toMatchObject({ status: 'late', breachedAt: monday - 1 });
    expect(late.tick()).toEqual([]);
  });

  it('count working time, and a wait by the working time it takes', () => {
    const story = new Story(other).passTo('2026-03-02T16:00');
    story.register('agent', { what: '页面打不开', to: 'technology' });
    expect(story.run('answer').due).toBe(at('2026-03-03T11:00'));
    story.pass('1h').do('contact', waitFor('customer'));
    story.passTo('2026-03-03T10:00').do('agent', { do: 'record-reply', via: 'phone', message: '好' });
    expect(story.run('answer').due).toBe(at('2026-03-03T13:00'));
  });

  it('a working day for the callback is one across a weekend', () => {
    const story = begin();
    story.do('contact', accept);
    story.passTo('2026-03-06T15:00').submit('specialist', 'work', {});
    expect(story.run('callback').due).toBe(at('2026-03-09T15:00'));
  });

  it('a deadline is not moved by waits from before it was given', () => {
    const story = begin();
    story.do('contact', waitFor('customer'));
    story.pass('2h').do('contact', { do: 'end-wait' });
    story.do('agent', order(monday + span('8h')));
    expect(dueIn(story.run('deadline'))).toBe(8);
    story.do('contact', waitFor('customer'));
    expect(story.run('deadline').due).toBeNull();
    story.pass('1h').do('contact', { do: 'end-wait' });
    expect(dueIn(story.run('deadline'))).toBe(9);
    story.do('contact', waitFor('customer'));
    story.submit('agent', 'template', { what: '页面打不开', to: 'technology' });
    story.do('contact', accept);
    story.submit('specialist', 'work', { done: true });
    // Stopped while it stood still: kept.
    expect(story.run('deadline').status).toBe('met');
  });

  it('more time for a deadline is void when another deadline is given', () => {
    const story = begin();
    story.do('agent', order(monday + span('8h')));
    const extend = {
      do: 'extend' as const,
      clock: 'deadline',
      subject: null,
      due: monday + span('12h'),
      reason: '配件未到',
    };
    story.do('agent', extend);
    expect(dueIn(story.run('deadline'))).toBe(12);
    story.do('agent', order(monday + span('9h')));
    expect(story.run('deadline')).toMatchObject({ extension: null, due: monday + span('9h') });
    expect(story.run('deadline').history.map((one) => one.why)).toEqual(['promise', 'extension', 'promise']);
    story.do('contact', waitFor('customer'));
    expect(story.refusal('agent', extend)).toBe('clock.not-running');
  });

  it('progress belongs to the step in which it was made', () => {
    const story = begin();
    story.do('contact', progress);
    expect(story.of('progress.recorded')[0]?.data.stage).toBe('answer');
    expect(story.refusal('contact', { ...progress, from: 2, to: 1 } as never)).toBe('progress.span-inverted to');
    const later = story.now + 3_600_000;
    expect(story.refusal('contact', { ...progress, from: 1, to: later } as never)).toBe('time.in-future to');
    for (const half of [{ from: 2 }, { to: 1 }, { from: 1, to: 1 }])
      expect(story.refusal('contact', { ...progress, ...half } as never)).toBe('done');
  });

  it('a form that is corrected starts and stops nothing', () => {
    const story = begin();
    story.do('contact', accept);
    story.submit('specialist', 'work', {});
    expect(story.run('record')).toMatchObject({ cycle: 1, status: 'met' });
    story.submit('agent', 'template', { what: '页面还是打不开', to: 'technology' });
    expect(story.runs('record')).toHaveLength(1);
  });
});
