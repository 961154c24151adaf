import { describe, expect, it } from 'vitest';
import {
  decideIncidentNews,
  decideIncidentResolved,
  decideIncidentReturned,
} from '../../src/domain/ticket/decide-incident.ts';
import { noticesOf } from '../../src/domain/ticket/notices.ts';
import { directory, type Story, staff, types } from './ticket-cast.ts';
import { flowAt, inform, toolkitAt } from './ticket-stories.ts';

const link = { do: 'link-incident' as const, incident: 7, number: 'INC-2026-007' };
const unlink = { do: 'unlink-incident' as const, note: '归错了' };
const said = { message: '支付已恢复', rootCause: '证书过期', solution: '更换证书', note: '请补全' };

const news = (story: Story, estimate: number | null) =>
  story.undergo((context, state) => decideIncidentNews(context, state, { message: '正在修复', estimate }));
const resolve = (story: Story) => story.undergo((context, state) => decideIncidentResolved(context, state, said));
const linked = (story: Story) => {
  story.do('agent', link);
  return story;
};

describe('a ticket and its incident', () => {
  it('is part of one at a time, and knows which', () => {
    const story = linked(flowAt('analyse'));
    expect(story.state.incident).toEqual({ id: 7, number: 'INC-2026-007' });
    expect(story.refusal('agent', { ...link, incident: 8 })).toBe('incident.already-linked');
    expect(story.do('supervisor', unlink)).toMatchObject([
      { type: 'incident.unlinked', data: { incident: 7, cause: 'removed' }, text: { note: '归错了' } },
    ]);
    expect(story.state.incident).toBeNull();
    expect(story.refusal('agent', unlink)).toBe('incident.not-linked');
  });

  it('is not linked by those who do not gather tickets, nor once it is closed', () => {
    const story = flowAt('analyse');
    for (const who of ['specialist', 'quality', 'customer'] as const)
      expect(story.refusal(who, link)).toBe('auth.forbidden');
    expect(story.refusal('manager', link)).toBe('done');
    story.do('supervisor', { do: 'dismiss', reason: 'withdrawn', duplicateOf: null, note: '撤回' });
    expect(story.refusal('agent', link)).toBe('ticket.closed');
  });
});

describe('news of the incident', () => {
  it('stop and start the clocks as any word to the customer does, with the estimate', () => {
    const story = linked(flowAt('carry-out'));
    const before = story.runs('progress-update').length;
    const eta = story.pass('1h').now + 3_600_000;
    expect(news(story, eta)).toMatchObject([{ type: 'customer.informed', data: { kind: 'progress', eta } }]);
    expect(story.state.toldEta).toBe(eta);
    expect(story.runs('progress-update')).toHaveLength(before + 1);
    expect(story.run('progress-update').start).toBe(story.now);
  });

  it('are a delay to whom an earlier time was told, and promise nothing that has passed', () => {
    const story = linked(flowAt('carry-out'));
    story.do('agent', inform('progress', story.now + 3_600_000));
    expect(news(story, story.now + 7_200_000)).toMatchObject([{ data: { kind: 'delay' } }]);
    expect(news(story, story.now - 1)).toMatchObject([{ data: { kind: 'progress', eta: null } }]);
    expect(story.state.toldEta).toBe(story.now + 7_200_000);
  });
});

describe('the end of the incident', () => {
  it.each(['analyse', 'carry-out'] as const)(
    'resolved: one that is at %s gets the solution and goes on to be confirmed',
    (stage) => {
      const story = linked(flowAt(stage));
      const events = resolve(story);
      expect(story.state).toMatchObject({ stage: 'confirm', status: 'resolved', isVerified: true, isResultTold: true });
      expect(story.state.text).toMatchObject({ rootCause: '证书过期', solution: '更换证书' });
      expect(story.state.text?.answers['analysis-report']).toMatchObject({ 'root-cause': expect.any(String) });
      expect(story.state.incident).not.toBeNull();
      expect(story.run('resolution').status).toBe('met');
      expect(types(events).at(-1)).toBe('customer.informed');
      expect(noticesOf(events, story.state, directory, story.playbook)).toEqual([]);
    },
  );

  it('resolved: one that nobody has yet has no result: its customer hears the news, and it goes back to whoever registered it', () => {
    const story = linked(flowAt('assign'));
    const events = resolve(story);
    expect(events).toMatchObject([
      { type: 'customer.informed', data: { kind: 'progress' }, text: { message: '支付已恢复' } },
      { type: 'incident.unlinked', data: { cause: 'unfinished' }, text: { note: '请补全\n证书过期\n更换证书' } },
    ]);
    expect(story.state).toMatchObject({ stage: 'assign', status: 'todo', isResultTold: false, incident: null });
    expect(story.state).toMatchObject({ isVerified: false });
    expect(story.run('resolution').status).toBe('running');
    const notices = noticesOf(events, story.state, directory, story.playbook);
    expect(notices.filter((notice) => notice.kind === 'incident-returned')).toMatchObject([
      { staffId: staff.agent.id },
    ]);
  });

  it('resolved: nor has one whose department has still something to finish', () => {
    const story = linked(flowAt('carry-out'));
    const task = { department: 'product', owner: null, what: '核对账目', due: story.now + 3_600_000 };
    story.do('specialist', { do: 'assign-task', ...task });
    resolve(story);
    expect(story.state).toMatchObject({ stage: 'carry-out', isResultTold: false, isVerified: false, incident: null });
    expect(story.run('resolution').status).toBe('running');
  });

  it('resolved: a wait ends with it', () => {
    const story = linked(toolkitAt('handle'));
    story.do('agent', { do: 'start-wait', for: 'third-party', until: null, reason: '等支付公司' });
    expect(types(resolve(story))).toContain('wait.ended');
    expect(story.state).toMatchObject({ status: 'resolved', wait: null });
  });

  it('resolved: a ticket that was resolved before is only told', () => {
    const story = linked(flowAt('confirm'));
    expect(types(resolve(story))).toEqual(['customer.informed']);
    expect(story.state.text?.solution).toBe('退回多扣款项');
  });

  it('returned: unlinked with the note, and its owner hears of it', () => {
    const story = linked(flowAt('analyse'));
    const events = story.undergo((context, state) =>
      decideIncidentReturned(context, state, { message: '', note: '并非同一故障' }),
    );
    expect(events).toMatchObject([
      { type: 'incident.unlinked', data: { cause: 'returned' }, text: { note: '并非同一故障' } },
    ]);
    expect(story.state).toMatchObject({ stage: 'analyse', incident: null, isResultTold: false });
    expect(noticesOf(events, story.state, directory, story.playbook)).toMatchObject([
      { staffId: staff.specialist.id, kind: 'incident-returned' },
    ]);
  });
});
