import type { OutputContext, OutputTicket } from '../../src/domain/output/context.ts';
import type { Happening, TicketEvent } from '../../src/domain/ticket/events.ts';
import { emptyText, type TicketFacts } from '../../src/domain/ticket/state.ts';
import { outputPlaybook } from './output-playbook.ts';

/** One complaint about a late parcel: handled, found wanting, handled again and closed. */
export const at = (local: string) => Date.parse(`${local}+08:00`);

const staff = new Map([
  [1, '王敏'],
  [2, '陈主管'],
  [3, '李强'],
  [4, '赵倩'],
]);

type Said = [time: string, by: number | 'customer', happening: Happening];
const form = (name: string, stage: string, clear: object, text: object): Happening => ({
  type: 'form.submitted',
  data: { form: name, stage, answers: clear as never },
  text: { answers: text as never },
});

const said: Said[] = [
  [
    '2026-03-01T09:20',
    1,
    {
      type: 'ticket.registered',
      data: {
        number: 'CF202603010001',
        playbook: { id: 'resolution-flow', version: 3 },
        calendar: { id: 'cn', version: 1 },
        customerId: 9,
        channel: 'phone',
        receivedAt: at('2026-03-01T09:05'),
        form: 'register',
        answers: { channel: 'phone', received: '2026-03-01T09:05:00+08:00' },
      },
      text: {
        answers: {
          customer: '周小燕',
          contact: '13812345678',
          order: '=SUM(1,2)',
          description:
            '2 月 24 日下单的加湿器，物流显示 2 月 26 日到达杭州转运中心后一直没有更新。\n打过两次电话，都说"已反馈"。',
          demands: ['查明包裹位置并给出送达时间', '补偿延误造成的损失'],
        },
      },
    },
  ],
  [
    '2026-03-01T09:50',
    2,
    form(
      'confirmation',
      'classify',
      { category: 'logistics-delivery', priority: 'important', department: 'logistics' },
      { why: '物流延误超过 3 天，影响部分使用' },
    ),
  ],
  [
    '2026-03-01T09:50',
    2,
    {
      type: 'ticket.classified',
      data: { category: 'logistics-delivery', priority: 'important' },
      text: { reason: '物流延误超过 3 天' },
    },
  ],
  [
    '2026-03-01T10:00',
    2,
    form(
      'task-order',
      'assign',
      { department: 'logistics', owner: 3, helpers: [4], deadline: '2026-03-02T18:00:00+08:00' },
      { requirement: '今日内联系转运中心核查，明确送达时间' },
    ),
  ],
  [
    '2026-03-01T10:00',
    2,
    {
      type: 'handoff.made',
      data: { department: 'logistics', owner: 3, collaborators: [4], deadline: at('2026-03-02T18:00') },
      text: { requirement: '今日内联系转运中心核查，明确送达时间' },
    },
  ],
  [
    '2026-03-01T10:15',
    3,
    {
      type: 'handoff.accepted',
      data: { owner: 3, eta: at('2026-03-02T12:00') },
      text: { plan: '先查分拣记录，再安排专车' },
    },
  ],
  [
    '2026-03-01T11:30',
    3,
    form(
      'analysis',
      'analyse',
      {},
      {
        cause: '转运中心分拣标签破损，包裹滞留异常区。',
        solution: '更换面单，安排次日专车配送，并补偿 20 元。',
        needs: '财务配合发放补偿',
      },
    ),
  ],
  [
    '2026-03-01T14:00',
    3,
    {
      type: 'progress.recorded',
      data: { stage: 'execute', from: at('2026-03-01T13:00'), to: at('2026-03-01T14:00') },
      text: { done: '在异常区找到包裹并换单', customerWords: '希望明天上午送到', nextStep: '安排专车' },
    },
  ],
  [
    '2026-03-01T14:10',
    1,
    {
      type: 'customer.informed',
      data: { kind: 'progress', via: 'phone', eta: at('2026-03-02T12:00') },
      text: { message: '包裹已找到，预计明天中午前送达' },
    },
  ],
  [
    '2026-03-02T11:40',
    3,
    form(
      'execution',
      'execute',
      { verified: true },
      { steps: ['异常区找件', '更换面单', '专车配送'], effect: '签收照片已核对' },
    ),
  ],
  [
    '2026-03-02T15:00',
    1,
    form(
      'callback',
      'confirm',
      { rating: 'dissatisfied', dimensions: { speed: 'basic', attitude: 'satisfied' } },
      { remark: '包裹送到了，但是外壳压坏' },
    ),
  ],
  [
    '2026-03-02T15:00',
    1,
    {
      type: 'callback.made',
      data: { rating: 'dissatisfied', isSatisfied: false, dimensions: { speed: 'basic', attitude: 'satisfied' } },
      text: { remark: '包裹送到了，但是外壳压坏' },
    },
  ],
  [
    '2026-03-02T15:00',
    1,
    { type: 'ticket.reopened', data: { cycle: 2, stage: 'analyse', cause: 'dissatisfied' }, text: { reason: '' } },
  ],
  [
    '2026-03-02T16:00',
    3,
    form(
      'analysis',
      'analyse',
      {},
      { cause: '专车装载时受压。', solution: '免费换新，旧件上门取回。', needs: '仓储优先出库' },
    ),
  ],
  [
    '2026-03-03T10:00',
    3,
    form('execution', 'execute', { verified: true }, { steps: ['新件出库', '上门换货'], effect: '客户当面开箱确认' }),
  ],
  [
    '2026-03-03T17:00',
    'customer',
    {
      type: 'callback.made',
      data: { rating: 'satisfied', isSatisfied: true, dimensions: { speed: 'satisfied' } },
      text: { remark: '这次很快，谢谢' },
    },
  ],
  ['2026-03-03T17:00', 1, { type: 'ticket.closed', data: {}, text: null }],
];

export const outputEvents: TicketEvent[] = said.map(
  ([time, by, happening], index) =>
    ({
      seq: index + 1,
      at: at(time),
      actor: by === 'customer' ? { kind: 'customer', id: 9 } : { kind: 'staff', id: by },
      ...happening,
    }) as TicketEvent,
);

const facts = {
  id: 77,
  number: 'CF202603010001',
  playbook: { id: 'resolution-flow', version: 3 },
  channel: 'phone',
  customerId: 9,
  receivedAt: at('2026-03-01T09:05'),
  registeredAt: at('2026-03-01T09:20'),
  registeredBy: 1,
  stage: 'confirm',
  status: 'closed',
  cycle: 2,
  category: 'logistics-delivery',
  priority: 'important',
  isClassified: true,
  department: 'logistics',
  owner: 3,
  collaborators: [4],
  deadline: at('2026-03-02T18:00'),
  eta: at('2026-03-02T12:00'),
  resolvedAt: at('2026-03-03T10:00'),
  closedAt: at('2026-03-03T17:00'),
  dismissed: null,
  rating: 'satisfied',
  ratingDimensions: { speed: 'satisfied' },
  clocks: [
    {
      clock: 'solve',
      cycle: 1,
      start: at('2026-03-01T09:05'),
      target: '48h',
      priority: 'important',
      due: at('2026-03-03T09:05'),
      status: 'met',
      stop: at('2026-03-02T11:40'),
      breachedAt: null,
    },
    {
      clock: 'solve',
      cycle: 2,
      start: at('2026-03-02T15:00'),
      target: '48h',
      priority: 'important',
      due: at('2026-03-04T15:00'),
      status: 'met',
      stop: at('2026-03-03T10:00'),
      breachedAt: null,
    },
  ],
} as unknown as TicketFacts;

const [registered] = said;
const registration = registered?.[2].type === 'ticket.registered' ? registered[2] : null;

export const outputTicket: OutputTicket = {
  facts: {
    ...facts,
    forms: { register: { at: 0, by: 1, seq: 1, cycle: 1, answers: registration?.data.answers ?? {} } },
  },
  text: {
    ...emptyText,
    answers: { register: registration?.text.answers ?? {} },
    solution: '免费换新，旧件上门取回。',
  },
  customer: { name: '周小燕', contact: '13812345678', number: 'V-20931', type: 'existing', isErased: false },
  events: outputEvents,
};

export const outputContext: OutputContext = {
  playbook: outputPlaybook,
  directory: {
    organisation: '回音家电客户服务中心',
    timeZone: 'Asia/Shanghai',
    staff: (id) => staff.get(id) ?? null,
    email: () => null,
    contact: () => null,
    department: (code) => (code === 'logistics' ? { zh: '物流部', en: 'Logistics' } : null),
    customerType: (id) => (id === 'individual' ? { zh: '个人客户', en: 'Individual' } : null),
  },
  language: 'zh',
  isRevealed: false,
  now: at('2026-03-04T08:30'),
};
