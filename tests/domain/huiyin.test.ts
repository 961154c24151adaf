import { describe, expect, it } from 'vitest';
import { decideIncidentResolved } from '../../src/domain/ticket/decide-incident.ts';
import type { Answers } from '../../src/domain/ticket/events.ts';
import { parseTarget, targetMs } from '../../src/domain/time/target.ts';
import { playbookOf, type ShippedId } from './playbook-documents.ts';
import { Story, span, staff } from './ticket-cast.ts';
import { accept, inform } from './ticket-stories.ts';

const registration: Answers = {
  'customer-name': '孙女士',
  'customer-contact': '138 0013 8004',
  'customer-standing': 'new',
  'customer-type': 'existing',
  channel: 'phone',
  occurred: '今天早上，应用首页',
  description: '登录后一直转圈',
  expectation: '能正常使用',
};
const template = (now: number, category: string, priority: string, more: Answers = {}): Answers => ({
  category,
  priority,
  'priority-reason': '影响使用',
  scenario: '打开应用登录，一直转圈',
  'core-demands': ['恢复登录'],
  'preliminary-judgement': '服务异常',
  'promised-already': '无',
  department: 'technology',
  owner: staff.specialist.id,
  requirement: '恢复登录',
  deadline: new Date(now + span('20h')).toISOString(),
  ...(priority === 'urgent' ? { 'is-announced-by-phone': true } : {}),
  ...more,
});
const analysis = (now: number, collaboration: string): Answers => ({
  'root-cause': '缓存失效',
  'cause-kind': 'system',
  solution: '清理缓存',
  expected: new Date(now + span('4h')).toISOString(),
  collaboration,
});

function analysed(category: string, collaboration = 'none', priority = 'important'): Story {
  const story = new Story('huiyin').register('agent', registration);
  story.submit('agent', 'handoff-template', template(story.now, category, priority));
  story.do('specialist', accept);
  story.submit('specialist', 'analysis', analysis(story.now, collaboration));
  return story;
}

describe('the recommended playbook', () => {
  it('coordinates where the analysis asks for it and agrees where there is something to agree on', () => {
    expect(analysed('system-failure').state.stage).toBe('agree');
    expect(analysed('system-failure', 'needed').state.stage).toBe('coordinate');
    expect(analysed('consultation').state.stage).toBe('carry-out');
  });

  it('promises what coordination came to, and keeps cause and solution that were found before', () => {
    const story = analysed('system-failure', 'needed');
    const before = story.state.eta;
    const outcome = (expected: number) => ({ outcome: '要等备件', expected: new Date(expected).toISOString() });
    expect(story.refusedForm('agent', 'coordination-outcome', outcome(story.now))).toBe(
      'time.not-in-future answers.expected',
    );
    const expected = story.now + span('30h');
    story.submit('agent', 'coordination-outcome', outcome(expected));
    expect(before).not.toBe(expected);
    expect(story.state).toMatchObject({ eta: expected, text: { rootCause: '缓存失效', solution: '清理缓存' } });
    expect(story.run('expected-completion').due).toBe(expected);
  });

  it('goes from the first word to the archive', () => {
    const story = analysed('system-failure', 'needed');
    story.submit('agent', 'coordination-outcome', {
      outcome: '技术已定位',
      expected: new Date(story.now + span('3h')).toISOString(),
    });
    story.do('agent', {
      do: 'circulate-solution',
      summary: '清理缓存',
      items: [{ what: '清理缓存', how: '灰度', who: 'department:technology', when: story.now + span('2h') }],
    });
    story.do('customer', {
      do: 'answer-solution',
      round: 1,
      party: 'customer',
      answer: 'confirmed',
      via: 'portal',
      note: '',
    });
    story.do('specialist', {
      do: 'answer-solution',
      round: 1,
      party: 'department:technology',
      answer: 'confirmed',
      via: 'console',
      note: '',
    });
    story.do('specialist', { do: 'finish-task', task: 1, result: '已清理' });
    story.submit('specialist', 'execution', { steps: ['清理缓存'], result: '登录已恢复' });
    story.submit('agent', 'verification', { how: '试登录', 'is-verified': true });
    story.do('agent', inform('result'));
    story.submit('agent', 'callback', { 'is-solved': 'solved', rating: 'satisfied' });
    story.submit('agent', 'archive', { 'is-complete': true, 'handoff-quality': 'accurate', review: 'none' });
    expect(story.state.status).toBe('closed');
    expect(story.state.clocks.filter(({ status }) => status === 'running' || status === 'paused')).toEqual([]);
  });

  it('lets an incident resolve what nobody was asked to agree on, and nothing that parties still have before them', () => {
    const said = { message: '登录已恢复', rootCause: '缓存失效', solution: '清理缓存', note: '请继续' };
    const end = (story: Story) => {
      story.do('agent', { do: 'link-incident', incident: 7, number: 'INC-2026-007' });
      story.undergo((context, state) => decideIncidentResolved(context, state, said));
      return story.state;
    };
    expect(end(analysed('system-failure'))).toMatchObject({ stage: 'confirm', isResultTold: true });
    const asked = analysed('system-failure');
    const items = [{ what: '清理缓存', how: '灰度', who: 'department:technology', when: asked.now + span('2h') }];
    asked.do('agent', { do: 'circulate-solution', summary: '清理缓存', items });
    expect(end(asked)).toMatchObject({ stage: 'agree', isResultTold: false, incident: null });
  });

  it('starts again one level higher when the customer is dissatisfied', () => {
    const story = analysed('consultation');
    story.submit('specialist', 'execution', { steps: ['答复'], result: '已说明' });
    story.submit('agent', 'verification', { how: '复听录音', 'is-verified': true });
    story.do('agent', inform('result'));
    story.submit('agent', 'callback', { 'is-solved': 'unsolved', rating: 'dissatisfied', remark: '没说清' });
    expect(story.state).toMatchObject({ stage: 'hand-off', cycle: 2, escalation: 1 });
  });

  it('hands nothing off without the customer block: number or that there is none, level, contact', () => {
    const register = (answers: Answers) => () => new Story('huiyin').register('agent', answers);
    const without = (id: string) => Object.fromEntries(Object.entries(registration).filter(([field]) => field !== id));
    for (const id of ['customer-standing', 'customer-type', 'customer-contact'])
      expect(register(without(id))).toThrow(`${id}: missing`);
    expect(register({ ...registration, 'customer-standing': 'known' })).toThrow('customer-number: missing');
  });

  it('takes the number that was not known at registration when that is corrected, and keeps one that was', () => {
    const story = new Story('huiyin').register('agent', registration);
    const known = { ...registration, 'customer-standing': 'known' };
    expect(story.refusedForm('agent', 'registration', known)).toBe('form.field-missing answers.customer-number');
    const masked = { ...known, 'customer-number': '138****8004' };
    expect(story.refusedForm('agent', 'registration', masked)).toBe('form.field-missing answers.customer-number');
    story.submit('agent', 'registration', { ...known, 'customer-number': 'K-1001' });
    story.submit('agent', 'registration', { ...known, 'customer-number': 'K-2002' });
    expect(story.state.text?.answers.registration).toMatchObject({ 'customer-number': 'K-1001' });
  });

  it('tells the customer of progress while it is coordinated as well', () => {
    const story = analysed('system-failure', 'needed');
    expect(story.run('heartbeat')).toMatchObject({ status: 'running', due: story.now + span('24h') });
  });

  it('keeps a suggestion until the customer has heard what became of it', () => {
    const story = analysed('suggestion', 'none', 'low');
    story.submit('specialist', 'execution', { steps: ['评审'], result: '列入下个版本' });
    story.submit('agent', 'verification', { how: '看过评审记录', 'is-verified': true });
    story.do('agent', inform('result'));
    story.submit('agent', 'callback', { 'is-solved': 'solved', rating: 'satisfied' });
    expect(story.refusedForm('agent', 'follow-up', { outcome: 'released' })).toBe('gate.told-news form');
    story.do('agent', inform('news'));
    story.submit('agent', 'follow-up', { outcome: 'released' });
    expect(story.state.stage).toBe('archive');
  });

  // What each procedure promises, by the priority of the recommended one that such a ticket gets; it promises no later.
  it.each<[string, string, ShippedId, string, string]>([
    ['registration', 'urgent', 'quick-response', 'registration', 'urgent'],
    ['response', 'urgent', 'response-toolkit', 'response', 'urgent'],
    ['response', 'normal', 'response-toolkit', 'response', 'normal'],
    ['response', 'low', 'response-toolkit', 'response', 'low'],
    ['response', 'low', 'quick-response', 'answer', 'normal'],
    ['transfer', 'urgent', 'handoff', 'transfer', 'high'],
    ['transfer', 'low', 'handoff', 'transfer', 'low'],
    ['department-answer', 'urgent', 'handoff', 'response', 'high'],
    ['department-answer', 'low', 'handoff', 'response', 'low'],
    ['handling-start', 'urgent', 'resolution-flow', 'handling-start', 'urgent'],
    ['handling-start', 'important', 'resolution-flow', 'handling-start', 'important'],
    ['handling-start', 'low', 'resolution-flow', 'handling-start', 'normal'],
    ['handling-start', 'urgent', 'quick-response', 'handling-start', 'urgent'],
    ['handling-start', 'important', 'quick-response', 'handling-start', 'important'],
    ['resolution', 'urgent', 'resolution-flow', 'resolution', 'urgent'],
    ['resolution', 'urgent', 'response-toolkit', 'resolution', 'urgent'],
    ['resolution', 'important', 'resolution-flow', 'resolution', 'important'],
    ['resolution', 'normal', 'response-toolkit', 'resolution', 'normal'],
    ['resolution', 'low', 'resolution-flow', 'resolution', 'normal'],
    ['heartbeat', 'urgent', 'quick-response', 'heartbeat', 'urgent'],
    ['heartbeat', 'urgent', 'resolution-flow', 'progress-update', 'urgent'],
    ['heartbeat', 'urgent', 'coordination', 'progress-update', 'urgent'],
    ['urgent-progress', 'urgent', 'resolution-flow', 'urgent-progress', 'urgent'],
    ['result-sync', 'low', 'handoff', 'result-sync', 'low'],
    ['callback', 'low', 'coordination', 'callback', 'general'],
  ])('promises %s of %s no later than %s does by its %s of %s', (own, level, other, clock, priority) => {
    expect(targetOf('huiyin', own, level)).toBeLessThanOrEqual(targetOf(other, clock, priority));
  });
});

function targetOf(id: ShippedId, clockId: string, priority: string): number {
  const target = playbookOf(id).clocks.find((clock) => clock.id === clockId)?.target;
  const text = typeof target === 'string' ? target : (target as Record<string, string> | undefined)?.[priority];
  const ms = text === undefined ? null : targetMs(parseTarget(text));
  if (ms === null || ms === undefined) throw new Error(`${id} has no such promise: ${clockId}, ${priority}`);
  return ms;
}
