import { playbookSchema } from '../../src/domain/playbook/schema.ts';

/** A playbook with a form of every kind, small enough to read beside the tests of the documents. */
export const named = (id: string, zh: string, en: string) => ({ id, name: { zh, en } });
const field = (id: string, zh: string, en: string, type: string, more: object = {}) => ({
  ...named(id, zh, en),
  type,
  ...more,
});

const column = (id: string, zh: string, en: string, from: string) => ({ ...named(id, zh, en), from });

export const outputPlaybook = playbookSchema.parse({
  id: 'resolution-flow',
  version: 3,
  name: { zh: '反馈与问题解决流程', en: 'Resolution flow' },
  summary: { zh: '七步解决', en: 'Seven steps' },
  number: 'CF{yyyy}{MM}{dd}{seq:4}',
  channels: [named('phone', '电话', 'Phone'), named('web', '网站', 'Website'), named('visit', '来访', 'Visit')],
  customerTypes: [named('new', '新客户', 'New'), named('existing', '老客户', 'Existing')],
  departments: [named('logistics', '物流部', 'Logistics'), named('technology', '技术部', 'Technology')],
  categories: [
    { ...named('logistics-delivery', '物流配送', 'Logistics'), department: 'logistics' },
    { ...named('system-failure', '系统故障', 'System failure'), department: 'technology' },
  ],
  priorities: [
    { ...named('urgent', '紧急', 'Urgent'), when: { zh: '核心功能', en: 'Core use' }, greenLane: true },
    { ...named('important', '重要', 'Important'), when: { zh: '部分影响', en: 'Partly' } },
    { ...named('normal', '一般', 'Normal'), when: { zh: '其他', en: 'Other' } },
  ],
  initialPriority: 'normal',
  ratings: [
    { ...named('satisfied', '满意', 'Satisfied'), isSatisfied: true },
    { ...named('basic', '基本满意', 'Basically satisfied'), isSatisfied: true },
    { ...named('dissatisfied', '不满意', 'Dissatisfied'), isSatisfied: false },
  ],
  ratingDimensions: [named('speed', '响应速度', 'Response speed'), named('attitude', '服务态度', 'Attitude')],
  forms: [
    {
      ...named('register', '客户反馈登记表', 'Feedback register'),
      fields: [
        field('customer', '客户姓名', 'Name', 'text', { binds: 'customer-name', required: true }),
        field('contact', '联系方式', 'Contact', 'text', { binds: 'customer-contact' }),
        field('channel', '反馈渠道', 'Channel', 'choice', { binds: 'channel', optionsFrom: 'channels' }),
        field('received', '反馈时间', 'Time', 'date-time', { binds: 'received-at' }),
        field('order', '订单号', 'Order number', 'text'),
        field('description', '问题描述', 'Description', 'long-text', { binds: 'description', required: true }),
        field('demands', '客户诉求', 'Demands', 'list', { binds: 'expectation' }),
      ],
    },
    {
      ...named('confirmation', '问题分类与优先级确认表', 'Category and priority confirmation'),
      fields: [
        field('category', '问题类别', 'Category', 'choice', { binds: 'category', optionsFrom: 'categories' }),
        field('priority', '优先级', 'Priority', 'choice', { binds: 'priority', optionsFrom: 'priorities' }),
        field('why', '判定理由', 'Reason', 'long-text', { binds: 'priority-reason' }),
        field('department', '建议责任部门', 'Suggested department', 'department'),
      ],
    },
    {
      ...named('task-order', '任务分配单', 'Task order'),
      fields: [
        field('department', '责任部门', 'Department', 'department', { binds: 'department' }),
        field('owner', '主责人', 'Owner', 'staff', { binds: 'owner' }),
        field('helpers', '协办人', 'Collaborators', 'staff-list', { binds: 'collaborators' }),
        field('deadline', '完成期限', 'Deadline', 'date-time', { binds: 'deadline' }),
        field('requirement', '处理要求', 'Requirement', 'long-text', { binds: 'requirement' }),
      ],
    },
    {
      ...named('analysis', '问题分析报告', 'Analysis report'),
      fields: [
        field('cause', '根本原因', 'Root cause', 'long-text', { binds: 'root-cause' }),
        field('solution', '解决方案', 'Solution', 'long-text', { binds: 'solution' }),
        field('needs', '协作需求', 'Collaboration needs', 'long-text'),
      ],
    },
    {
      ...named('execution', '解决方案执行记录', 'Execution record'),
      fields: [
        field('steps', '执行步骤', 'Steps', 'list'),
        field('verified', '效果已验证', 'Verified', 'check', { binds: 'verified' }),
        field('effect', '验证说明', 'Verification', 'long-text'),
      ],
    },
    {
      ...named('callback', '客户满意度回访记录', 'Callback record'),
      fields: [
        field('rating', '满意度', 'Satisfaction', 'choice', { binds: 'rating', optionsFrom: 'ratings' }),
        field('dimensions', '分项评价', 'Dimensions', 'rating-dimensions', { binds: 'rating-dimensions' }),
        field('remark', '客户意见', 'Remark', 'long-text', { binds: 'rating-remark' }),
      ],
    },
    { ...named('review', '内部复盘', 'Review'), printed: false, fields: [field('lesson', '教训', 'Lesson', 'text')] },
  ],
  stages: [
    { ...named('register', '登记', 'Register'), who: ['agent'], status: 'todo', form: 'register', next: 'classify' },
    {
      ...named('classify', '分类', 'Classify'),
      who: ['supervisor'],
      status: 'todo',
      form: 'confirmation',
      next: 'assign',
    },
    { ...named('assign', '分配', 'Assign'), who: ['supervisor'], status: 'todo', form: 'task-order', next: 'analyse' },
    {
      ...named('analyse', '分析', 'Analyse'),
      who: ['specialist'],
      status: 'in-progress',
      form: 'analysis',
      next: 'execute',
    },
    {
      ...named('execute', '执行', 'Execute'),
      who: ['specialist'],
      status: 'in-progress',
      form: 'execution',
      next: 'confirm',
    },
    { ...named('confirm', '确认', 'Confirm'), who: ['agent'], status: 'resolved', form: 'callback' },
  ],
  clocks: [
    {
      ...named('solve', '解决', 'Solved'),
      starts: [{ on: 'ticket.received' }],
      stops: [{ on: 'ticket.resolved' }],
      target: { urgent: '24h', important: '48h', normal: '72h' },
      time: 'wall',
    },
  ],
  tables: [
    {
      ...named('records', '客户需求记录表', 'Demand record'),
      rows: 'ticket',
      columns: [
        column('number', '编号', 'Number', 'number'),
        column('received', '接收时间', 'Received', 'receivedAt'),
        column('customer', '客户', 'Customer', 'customer.name'),
        column('contact', '联系方式', 'Contact', 'customer.contact'),
        column('order', '订单号', 'Order', 'answer.register.order'),
        column('description', '描述', 'Description', 'description'),
        column('owner', '处理人', 'Handler', 'owner'),
        column('status', '状态', 'Status', 'status'),
      ],
    },
    {
      ...named('progress', '处理进度跟踪表', 'Progress tracking'),
      rows: 'progress',
      columns: [
        column('number', '编号', 'Number', 'number'),
        column('phase', '阶段', 'Phase', 'stage'),
        column('handler', '处理人', 'Handler', 'actor'),
        column('from', '开始', 'From', 'from'),
        column('done', '内容', 'Done', 'done'),
      ],
    },
    {
      ...named('satisfaction', '客户满意度记录表', 'Satisfaction'),
      rows: 'callback',
      columns: [
        column('number', '编号', 'Number', 'number'),
        column('rating', '满意度', 'Rating', 'rating'),
        column('speed', '响应速度', 'Speed', 'dimension.speed'),
        column('remark', '建议', 'Remark', 'remark'),
      ],
    },
  ],
});
