import type { TicketCommand } from '../../src/domain/ticket/commands.ts';
import type { Answers } from '../../src/domain/ticket/events.ts';
import { Story, span, staff } from './ticket-cast.ts';

/** What people write under the coordination playbook, and stories up to a point. */

export const background: Answers = {
  'customer-name': '赵先生',
  'customer-contact': '138 0013 8002',
  channel: 'phone',
  description: '冰箱装好两天不制冷，售后和技术互相推。',
  demand: '48 小时内修好并书面致歉',
  'tried-already': '电话指导过一次，无效',
};

export const judgement = (urgency: string, isCoordinated = 'needed'): Answers => ({
  situation: 'cross-department',
  nature: 'technical-fault',
  urgency,
  'urgency-reason': '影响食品保存',
  'core-demand': '48 小时内修好并书面致歉',
  'is-coordinated': isCoordinated,
  ...(isCoordinated === 'direct' ? { 'direct-reason': '一线可以解决' } : {}),
});

export const partiesForm = (now: number): Answers => ({
  department: 'technical-support',
  owner: staff.specialist.id,
  requirement: '查清原因并上门',
  'wanted-by': new Date(now + span('40h')).toISOString(),
  ways: ['phone', 'letter'],
  weight: 'ordinary',
  'is-everybody-told': true,
});

export const outcome = (now: number): Answers => ({
  outcome: '技术出方案，售后上门',
  expected: new Date(now + span('24h')).toISOString(),
  'is-customer-told': true,
});

export const execution: Answers = {
  steps: ['上门更换压缩机'],
  result: '已恢复制冷，书面致歉',
  'is-verified': true,
};

export function judged(urgency = 'urgent', isCoordinated = 'needed'): Story {
  const story = new Story('coordination').register('agent', background);
  story.submit('agent', 'judgement', judgement(urgency, isCoordinated));
  return story;
}

/** Technical support is responsible and after-sales involved. */
export function started(urgency = 'urgent'): Story {
  const story = judged(urgency);
  story.submit('agent', 'parties-and-channel', partiesForm(story.now));
  story.do('agent', namedParty('after-sales'));
  return story;
}

export const namedParty = (department: string): TicketCommand => ({
  do: 'name-party',
  kind: 'department',
  department,
  role: 'involved',
  name: '',
  contact: '',
  why: '负责上门',
});

export const letter = (now: number): TicketCommand => ({
  do: 'send-letter',
  party: 'department:after-sales',
  wantedBy: now + span('24h'),
  via: ['email'],
  contact: null,
  background: '客户冰箱不制冷',
  demand: '请派人上门更换压缩机',
});

export const meeting = (now: number, more: object = {}): TicketCommand =>
  ({
    do: 'call-meeting',
    at: now + span('2h'),
    until: now + span('3h'),
    staff: [staff.specialist.id],
    parties: ['department:after-sales'],
    minutesTaker: staff.agent.id,
    topic: '压缩机更换',
    place: '三楼会议室',
    agenda: ['情况说明', '方案', '分工'],
    bring: '检测记录',
    ...more,
  }) as TicketCommand;

export const minutes = (now: number, more: object = {}): TicketCommand =>
  ({
    do: 'record-minutes',
    meeting: 1,
    attended: [staff.specialist.id],
    background: '安装两天不制冷',
    statements: ['技术：压缩机故障', '售后：明天可上门'],
    decisions: ['更换压缩机'],
    actions: [{ what: '备件出库', department: null, owner: staff.afterSales.id, due: now + span('20h') }],
    ...more,
  }) as TicketCommand;

export const solution = (now: number): TicketCommand => ({
  do: 'circulate-solution',
  summary: '更换压缩机并书面致歉',
  items: [
    { what: '上门更换', how: '带备件', who: 'department:after-sales', when: now + span('24h') },
    { what: '书面致歉', how: '盖章信函', who: 'department:technical-support', when: now + span('30h') },
  ],
});

export function agreeing(): Story {
  const story = started();
  story.submit('agent', 'coordination-outcome', outcome(story.now));
  return story;
}

export const answer = (party: string, said: 'confirmed' | 'objected', note = ''): TicketCommand => ({
  do: 'answer-solution',
  round: 1,
  party,
  answer: said,
  via: 'phone',
  note,
});
