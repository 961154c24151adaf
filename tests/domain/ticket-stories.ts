import type { TicketCommand } from '../../src/domain/ticket/commands.ts';
import type { Answers } from '../../src/domain/ticket/events.ts';
import { at, type Part, Story, staff, type Who } from './ticket-cast.ts';

/** What people write into the forms of the shipped playbooks, and stories up to a point. */

const iso = (now: number, hours: number) => new Date(now + hours * 3_600_000).toISOString();

export const feedback: Answers = {
  'customer-name': '王小明',
  'customer-contact': '138 0013 8000',
  channel: 'phone',
  'occurred-when': '昨天下午三点左右',
  'occurred-where': '支付页面',
  phenomenon: '付款时提示系统繁忙，钱扣了两次。',
  'expected-result': '退回多扣的钱',
};

export const classification = (priority: string, category = 'system-failure'): Answers => ({
  category,
  priority,
  'priority-reason': '扣款异常',
  'suggested-department': 'technology',
});

export const taskOrder = (now: number, more: Answers = {}): Answers => ({
  department: 'technology',
  owner: staff.specialist.id,
  requirement: '查清重复扣款原因并退款',
  deadline: iso(now, 20),
  ...more,
});

export const analysis = (now: number, more: Answers = {}): Answers => ({
  methods: ['data'],
  'root-cause': '回调重复',
  'cause-kind': 'system',
  solution: '退回多扣款项',
  eta: iso(now, 6),
  collaboration: 'none',
  ...more,
});

export const execution = (now: number): Answers => ({
  steps: ['退款', '修复'],
  'finished-at': iso(now, 0),
  verification: ['data'],
  'verification-result': '流水一致',
  verified: true,
});

export const callback = (now: number, rating: string, more: Answers = {}): Answers => ({
  'called-at': iso(now, 0),
  'called-via': 'phone',
  solved: rating === 'dissatisfied' ? 'not' : 'fully',
  rating,
  ...(rating === 'dissatisfied' ? { remark: '只退了一半' } : {}),
  ...more,
});

export const checklist: Answers = { 'is-complete': true, review: 'none' };

export const inform = (
  kind: 'response' | 'progress' | 'delay' | 'question' | 'result' | 'thanks' | 'news',
  eta: number | null = null,
): TicketCommand => ({ do: 'inform-customer', kind, via: 'phone', message: `告知：${kind}`, eta });
export const progress: TicketCommand = {
  do: 'record-progress',
  done: '查了流水',
  customerWords: '尽快',
  nextStep: '退款',
  from: null,
  to: null,
};
export const accept: TicketCommand = { do: 'accept', plan: '先查流水', eta: null };
export const bounce: TicketCommand = {
  do: 'bounce',
  reason: 'missing-field',
  fields: ['order-number'],
  note: '缺订单号',
};
/** For the customer until a day that no story comes to. */
export const waitFor = (
  party: 'customer' | 'department' | 'third-party',
  until = party === 'customer' ? at('2027-01-01T09:00') : null,
) => ({ do: 'start-wait', for: party, until, reason: '等待补充' }) satisfies TicketCommand;
export const rate = (rating: string, remark = '') =>
  ({ do: 'rate', rating, dimensions: {}, remark }) satisfies TicketCommand;

const flowStages = ['classify', 'assign', 'analyse', 'carry-out', 'confirm', 'told', 'archive', 'closed'] as const;
export type FlowStage = (typeof flowStages)[number];

type FlowOptions = { priority?: string; order?: Answers; rating?: string };

/** A phone complaint under the resolution flow, on its way to a stage; nothing takes time. `told`: in `confirm`, result told. */
export function flowAt(stage: FlowStage, { priority = 'urgent', order = {}, rating = 'satisfied' }: FlowOptions = {}) {
  const story = new Story('resolution-flow').register('agent', feedback);
  return onwards(story, stage, { priority, order, rating });
}

/** Takes a story on to a later stage. */
export function onwards(
  story: Story,
  stage: FlowStage,
  { priority = 'urgent', order = {}, rating = 'satisfied' }: FlowOptions = {},
): Story {
  const steps: Record<string, () => unknown> = {
    classify: () => story.submit('supervisor', 'classification', classification(priority)),
    assign: () => story.submit('supervisor', 'task-order', taskOrder(story.now, order)),
    analyse: () => {
      if (!story.state.isAccepted) story.do('specialist', accept);
      story.submit('specialist', 'analysis-report', analysis(story.now));
    },
    'carry-out': () => story.submit('specialist', 'execution-record', execution(story.now)),
    confirm: () => story.do('agent', inform('result')),
    told: () => story.submit('agent', 'callback-record', callback(story.now, rating)),
    archive: () => story.submit('supervisor', 'archive-checklist', checklist),
  };
  const isTold = story.state.stage === 'confirm' && story.state.isResultTold;
  const here = isTold ? 'told' : story.state.stage;
  for (const step of flowStages.slice(flowStages.indexOf(here as FlowStage), flowStages.indexOf(stage)))
    steps[step]?.();
  return story;
}

export const demand = (category: string, priority: string, more: Answers = {}): Answers => ({
  'customer-name': '林女士',
  'customer-contact': '13900001234',
  channel: 'phone',
  category,
  priority,
  ...(priority === 'urgent' ? { 'priority-reason': '无法使用' } : {}),
  description: '预约的安装师傅一直没有来。',
  ...more,
});

export const assignment = (
  story: Story,
  owner: Part = 'specialist',
  department = 'technical-support',
  more: Answers = {},
): Answers => ({
  category: story.state.category ?? 'complaint',
  priority: story.state.priority,
  ...(story.state.priority === 'urgent' ? { 'priority-reason': '无法使用' } : {}),
  department,
  owner: staff[owner].id,
  ...more,
});

export const handling: Answers = { actions: ['联系师傅'], solution: '今天下午上门', outcome: 'solved' };
export const result = (more: Answers = {}): Answers => ({ 'told-via': 'phone', survey: 'not-asked', ...more });

const toolkitStages = ['assign', 'handle', 'result', 'told', 'archive', 'closed'] as const;
export type ToolkitStage = (typeof toolkitStages)[number];

export function toolkitAt(stage: ToolkitStage, category = 'technical-fault', priority = 'normal', who: Who = 'agent') {
  const story = new Story('response-toolkit').register(who, demand(category, priority));
  return toolkitOnwards(story, stage);
}

export function toolkitOnwards(story: Story, stage: ToolkitStage): Story {
  const steps: Record<string, () => unknown> = {
    assign: () => story.submit('agent', 'assignment', assignment(story)),
    handle: () => story.submit('specialist', 'handling', handling),
    result: () => story.do('agent', inform('result')),
    told: () => story.submit('agent', 'result', result()),
    archive: () => story.submit('agent', 'archive', { 'is-complete': true }),
  };
  const isTold = story.state.stage === 'result' && story.state.isResultTold;
  const here = isTold ? 'told' : story.state.stage;
  const from = toolkitStages.indexOf(here as ToolkitStage);
  for (const step of toolkitStages.slice(from, toolkitStages.indexOf(stage))) steps[step]?.();
  return story;
}
