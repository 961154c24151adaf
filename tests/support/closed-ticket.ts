import type { TicketDetail } from '../../src/contract/ticket.ts';
import { type Cast, type Member, phoneComplaint } from './cast.ts';

/** A phone complaint under the resolution flow, carried to its end in one go. */
export async function closedTicket(cast: Cast, answers: Record<string, string> = {}): Promise<TicketDetail> {
  let ticket = await registered(cast, answers);
  const act = async (who: Member, action: string, body: object) => {
    const reply = await who.call('POST', `/tickets/${ticket.id}/${action}`, { version: ticket.version, ...body });
    if (reply.status !== 200) throw new Error(`${action} was refused: ${reply.text}`);
    ticket = reply.body as TicketDetail;
  };
  const form = (who: Member, id: string, given: object) => act(who, 'submit-form', { form: id, answers: given });
  await form(cast.supervisor, 'classification', {
    category: 'system-failure',
    priority: 'urgent',
    'priority-reason': '扣款异常，损失较大',
    'suggested-department': 'technology',
  });
  await form(cast.supervisor, 'task-order', {
    department: 'technology',
    owner: cast.specialist.id,
    requirement: '查清重复扣款原因并退款',
    deadline: new Date(Date.now() + 365 * 86_400_000).toISOString(),
  });
  await act(cast.specialist, 'accept', { plan: '先查支付流水' });
  await form(cast.specialist, 'analysis-report', {
    methods: ['data'],
    'root-cause': '支付回调超时后重复扣款，王小明的订单 A20260302-7788 状态没有回写',
    'cause-kind': 'system',
    solution: '原路退回多扣款项，给支付回调加上去重',
    eta: new Date(Date.now() + 365 * 86_400_000).toISOString(),
    collaboration: 'none',
  });
  await form(cast.specialist, 'execution-record', {
    steps: ['退款', '给王先生回电 138-0013-8000'],
    'finished-at': ticket.registeredAt,
    verification: ['data'],
    'verification-result': '流水一致',
    verified: true,
  });
  await act(cast.agent, 'inform-customer', { kind: 'result', via: 'phone', message: '款项已退回' });
  await form(cast.agent, 'callback-record', {
    'called-at': ticket.registeredAt,
    'called-via': 'phone',
    solved: 'fully',
    rating: 'satisfied',
  });
  await form(cast.supervisor, 'archive-checklist', {
    'is-complete': true,
    review: 'written',
    lessons: '回调接口没有幂等，上线前没有压测',
    improvement: '支付接口一律加幂等键',
    'is-case': true,
  });
  return ticket;
}

async function registered(cast: Cast, answers: Record<string, string>): Promise<TicketDetail> {
  const body = { playbook: 'resolution-flow', answers: { ...phoneComplaint, ...answers } };
  const reply = await cast.agent.call('POST', '/tickets', body);
  if (reply.status !== 201) throw new Error(`not registered: ${reply.text}`);
  return reply.body as TicketDetail;
}
