import type { TicketStatus } from '../playbook/schema.ts';
import type { Bilingual } from '../playbook/schema-parts.ts';
import type { BounceReason, DismissReason, InformKind } from '../ticket/events.ts';
import type { ClockRun } from '../ticket/state.ts';
import { parseTarget, type TargetUnit } from '../time/target.ts';
import { fillNames } from './language.ts';

/** The words of the documents that no playbook brings. */
const words = {
  number: { zh: '工单编号', en: 'Ticket number' },
  receivedAt: { zh: '受理时间', en: 'Received' },
  customer: { zh: '客户', en: 'Customer' },
  contact: { zh: '联系方式', en: 'Contact' },
  customerNumber: { zh: '客户编号', en: 'Customer number' },
  customerType: { zh: '客户类型', en: 'Customer type' },
  channel: { zh: '渠道', en: 'Channel' },
  playbook: { zh: '流程方案', en: 'Playbook' },
  version: { zh: '{name}（第 {version} 版）', en: '{name} (version {version})' },
  category: { zh: '类别', en: 'Category' },
  priority: { zh: '优先级', en: 'Priority' },
  status: { zh: '状态', en: 'Status' },
  stage: { zh: '当前环节', en: 'Stage' },
  department: { zh: '责任部门', en: 'Department' },
  owner: { zh: '主责人', en: 'Owner' },
  collaborators: { zh: '协办', en: 'Collaborators' },
  deadline: { zh: '完成期限', en: 'Deadline' },
  requirement: { zh: '处理要求', en: 'Requirement' },
  answer: { zh: '接收情况', en: 'Answer' },
  accepted: { zh: '已接收', en: 'Accepted' },
  bounced: { zh: '已退回', en: 'Bounced' },
  eta: { zh: '预计完成', en: 'Expected' },
  resolvedAt: { zh: '解决时间', en: 'Resolved' },
  closedAt: { zh: '关闭时间', en: 'Closed' },
  dismissed: { zh: '终止原因', en: 'Dismissed as' },
  rating: { zh: '满意度', en: 'Satisfaction' },
  dimensions: { zh: '分项评价', en: 'Dimensions' },
  remark: { zh: '客户意见', en: 'Remark' },
  cycles: { zh: '处理轮次', en: 'Cycles' },
  cycle: { zh: '第 {cycle} 次处理', en: 'Handling {cycle}' },
  time: { zh: '时间', en: 'Time' },
  span: { zh: '起止时间', en: 'From – to' },
  by: { zh: '经办人', en: 'By' },
  reason: { zh: '理由', en: 'Reason' },
  done: { zh: '处理内容', en: 'What was done' },
  customerWords: { zh: '客户反馈', en: "Customer's words" },
  nextStep: { zh: '下一步', en: 'Next step' },
  via: { zh: '方式', en: 'Via' },
  kind: { zh: '事由', en: 'About' },
  message: { zh: '告知内容', en: 'Message' },
  outcome: { zh: '后续', en: 'What followed' },
  reopened: { zh: '重新处理', en: 'Handled again' },
  classifications: { zh: '分类与优先级变更', en: 'Changes of category and priority' },
  handoffs: { zh: '传递记录', en: 'Hand-offs' },
  progress: { zh: '进展记录', en: 'Progress' },
  informed: { zh: '告知客户记录', en: 'What the customer was told' },
  callbacks: { zh: '回访与评价记录', en: 'Callbacks and ratings' },
  overview: { zh: '工单概况', en: 'Overview' },
  promises: { zh: '时限履行情况', en: 'Promises' },
  promise: { zh: '时限', en: 'Promise' },
  target: { zh: '标准', en: 'Target' },
  start: { zh: '起算', en: 'From' },
  due: { zh: '应完成', en: 'Due' },
  stop: { zh: '实际完成', en: 'Done' },
  result: { zh: '结果', en: 'Result' },
  contents: { zh: '归档表单', en: 'Forms in this archive' },
  empty: { zh: '未填写', en: 'not filled in' },
  archive: { zh: '工单归档材料', en: 'Ticket archive' },
  erased: { zh: '（客户信息已删除）', en: '(erased)' },
  unknown: { zh: '（未知）', en: '(unknown)' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  filledBy: { zh: '填写人', en: 'Filled in by' },
  reviewedBy: { zh: '审核人', en: 'Reviewed by' },
  customerActor: { zh: '客户', en: 'Customer' },
  systemActor: { zh: '系统', en: 'System' },
  partyActor: { zh: '相关方', en: 'Party' },
  programActor: { zh: '程序接口', en: 'Program' },
  formerStaff: { zh: '原员工', en: 'Former staff' },
  date: { zh: '日期', en: 'Date' },
  signature: { zh: '签字', en: 'Signature' },
  printed: { zh: '打印时间 {time}', en: 'Printed {time}' },
  page: { zh: '第 {x} 页，共 {y} 页', en: 'Page {x} of {y}' },
  cutShort: {
    zh: '仅导出前 {count} 行，请缩短时间范围后分次导出',
    en: 'Only the first {count} rows; export shorter periods to get the rest',
  },
  from: { zh: '{from} 起受理', en: 'Received from {from}' },
  to: { zh: '{to} 前受理', en: 'Received until {to}' },
  fromTo: { zh: '受理日期 {from} 至 {to}', en: 'Received {from} to {to}' },
} as const satisfies Record<string, Bilingual>;

export type Word = keyof typeof words;
export const word = (key: Word): Bilingual => words[key];

export const statusNames: Record<TicketStatus, Bilingual> = {
  todo: { zh: '待处理', en: 'To do' },
  'in-progress': { zh: '处理中', en: 'In progress' },
  resolved: { zh: '已解决', en: 'Resolved' },
  closed: { zh: '已关闭', en: 'Closed' },
};
export const informNames: Record<InformKind, Bilingual> = {
  response: { zh: '首次响应', en: 'First response' },
  progress: { zh: '进展', en: 'Progress' },
  delay: { zh: '延期说明', en: 'Delay' },
  question: { zh: '补充信息', en: 'Question' },
  result: { zh: '处理结果', en: 'Result' },
  thanks: { zh: '致谢', en: 'Thanks' },
  news: { zh: '后续消息', en: 'News' },
};
export const bounceNames: Record<BounceReason, Bilingual> = {
  'missing-field': { zh: '信息不全', en: 'Information missing' },
  'wrong-category': { zh: '分类有误', en: 'Wrong category' },
  other: { zh: '其他', en: 'Other' },
};
export const dismissNames: Record<DismissReason, Bilingual> = {
  duplicate: { zh: '重复工单', en: 'Duplicate' },
  withdrawn: { zh: '客户撤回', en: 'Withdrawn' },
  spam: { zh: '无效信息', en: 'Spam' },
};
export const clockNames: Record<ClockRun['status'] | 'breached', Bilingual> = {
  running: { zh: '进行中', en: 'Running' },
  paused: { zh: '已暂停', en: 'On hold' },
  met: { zh: '按时', en: 'On time' },
  late: { zh: '超时完成', en: 'Late' },
  ended: { zh: '已结束', en: 'Ended' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  breached: { zh: '已超时', en: 'Overdue' },
};

const unitNames: Record<TargetUnit, Bilingual> = {
  s: { zh: '{amount} 秒', en: '{amount} s' },
  m: { zh: '{amount} 分钟', en: '{amount} min' },
  h: { zh: '{amount} 小时', en: '{amount} h' },
  wd: { zh: '{amount} 个工作日', en: '{amount} working days' },
};
/** `4h` as `4 小时`; hours of working time say so. */
export function targetName(target: string, time: 'wall' | 'working'): Bilingual {
  const { amount, unit } = parseTarget(target);
  const name = fillNames(unitNames[unit], { amount });
  return time === 'working' && unit !== 'wd' ? { zh: `${name.zh}（工作时间）`, en: `${name.en} (working time)` } : name;
}
