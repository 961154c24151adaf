import type { Bilingual } from '../playbook/schema-parts.ts';

/**
 * What a phrase may leave open, as `{{name}}`. Those of the ticket are filled in when the phrase is inserted, as far as they are
 * known; those of the writer never are: nobody but them knows.
 */
type Variable = { name: Bilingual; from: 'ticket' | 'writer' };

export const variables = {
  customerName: { name: { zh: '客户称呼', en: "customer's name" }, from: 'ticket' },
  ticketNumber: { name: { zh: '工单号', en: 'ticket number' }, from: 'ticket' },
  subject: { name: { zh: '诉求', en: 'demand' }, from: 'ticket' },
  category: { name: { zh: '类别', en: 'category' }, from: 'ticket' },
  priority: { name: { zh: '优先级', en: 'priority' }, from: 'ticket' },
  stage: { name: { zh: '当前环节', en: 'stage' }, from: 'ticket' },
  department: { name: { zh: '处理部门', en: 'department' }, from: 'ticket' },
  eta: { name: { zh: '预计时间', en: 'expected time' }, from: 'ticket' },
  within: { name: { zh: '多久之内', en: 'length of time' }, from: 'ticket' },
  missing: { name: { zh: '缺少的信息', en: 'what is missing' }, from: 'ticket' },
  agentName: { name: { zh: '您的姓名', en: 'your name' }, from: 'ticket' },
  organisation: { name: { zh: '单位名称', en: 'organisation' }, from: 'ticket' },
  reason: { name: { zh: '原因', en: 'reason' }, from: 'writer' },
  plan: { name: { zh: '处理办法', en: 'plan' }, from: 'writer' },
  progress: { name: { zh: '目前进展', en: 'progress so far' }, from: 'writer' },
  nextStep: { name: { zh: '下一步', en: 'next step' }, from: 'writer' },
  solution: { name: { zh: '处理结果', en: 'result' }, from: 'writer' },
  change: { name: { zh: '带来的改变', en: 'what changes' }, from: 'writer' },
} as const satisfies Record<string, Variable>;

export type VariableName = keyof typeof variables;
export const variableNames = Object.keys(variables) as VariableName[];

export function isVariable(name: string): name is VariableName {
  return Object.hasOwn(variables, name);
}
