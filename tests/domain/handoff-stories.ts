import type { TicketCommand } from '../../src/domain/ticket/commands.ts';
import type { Answers } from '../../src/domain/ticket/events.ts';
import { Story, span, staff } from './ticket-cast.ts';
import { inform } from './ticket-stories.ts';

/** What people write under the hand-off playbook, and stories up to a point. */

const iso = (now: number, time: string) => new Date(now + span(time)).toISOString();

export const intake: Answers = {
  'customer-name': '李女士',
  'customer-standing': 'new',
  'customer-level': 'vip',
  'customer-contact': '138 0013 8001',
  channel: 'phone',
  'what-went-wrong': '退款申请五天没有动静，客服两次说法不同。',
};

export const template = (now: number, urgency: string, more: Answers = {}): Answers => ({
  category: 'order-after-sales',
  'scenario-done': '五天前在应用内申请退款',
  'scenario-wrong': '一直显示审核中',
  'core-demands': ['今天内到账', '说明为什么拖延'],
  urgency,
  'urgency-reason': '客户要向监管反映',
  'preliminary-judgement': '退款单卡在人工审核',
  'promised-already': '无',
  department: 'operations',
  owner: staff.afterSales.id,
  requirement: '查清卡在哪里并完成退款',
  deadline: iso(now, '20h'),
  ...(urgency === 'high' ? { 'is-announced-by-phone': true } : {}),
  ...more,
});

export const accepted = (eta: number | null = null): TicketCommand => ({ do: 'accept', plan: '先查审核队列', eta });

export const registered = () => new Story('handoff').register('agent', intake);

export function handedOff(urgency = 'medium', more: Answers = {}): Story {
  const story = registered();
  story.submit('agent', 'handoff-template', template(story.now, urgency, more));
  return story;
}

export function handled(urgency = 'medium'): Story {
  const story = handedOff(urgency);
  story.do('afterSales', accepted(story.now + span('10h')));
  story.submit('afterSales', 'handling', { actions: ['放行退款'], cause: '审核规则误拦' });
  return story;
}

export const packet: Answers = {
  solution: '退款已于今日到账，审核规则已修正。',
  confirmation: 'not-asked',
  'is-verified': true,
};

export function delivered(urgency = 'medium'): Story {
  const story = handled(urgency);
  story.submit('afterSales', 'result-packet', packet);
  return story;
}

export const rated = (rating: string, more: Answers = {}): Answers => ({
  'told-via': 'phone',
  rating,
  ...(rating === 'dissatisfied' ? { remark: '没有解释原因' } : {}),
  ...more,
});

export function calledBack(rating = 'satisfied'): Story {
  const story = delivered();
  story.do('agent', inform('result'));
  story.submit('agent', 'callback', rated(rating));
  return story;
}
