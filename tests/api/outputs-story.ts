import { expect } from 'vitest';
import type { TicketDetail } from '../../src/contract/ticket.ts';
import { createOutputSource, registerOutputRoutes } from '../../src/server/features/outputs/index.ts';
import { loadTickets } from '../../src/server/features/tickets/store-load.ts';
import { type Cast, type Member, phoneComplaint } from '../support/cast.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

/** A server that puts things out, and a demand under each playbook that has come far enough to be put out. */
export function startOutputServer(): Promise<TestServer> {
  return startTestServer({
    registerRoutes: (app, { engine, pool, ring, clock }) => {
      if (app.hasRoute({ method: 'GET', url: '/api/v1/tickets/:id/outputs' })) return;
      const source = createOutputSource(engine, (ids) => loadTickets(pool, ring, ids));
      registerOutputRoutes(app, { source, pool, clock });
    },
  });
}

export async function act(who: Member, ticket: TicketDetail, action: string, body: object): Promise<TicketDetail> {
  const reply = await who.call('POST', `/tickets/${ticket.id}/${action}`, { version: ticket.version, ...body });
  expect(reply.status, reply.text).toBe(200);
  return reply.body as TicketDetail;
}

export async function register(who: Member, playbook: string, answers: object): Promise<TicketDetail> {
  const reply = await who.call('POST', '/tickets', { playbook, answers });
  expect(reply.status, reply.text).toBe(201);
  return reply.body as TicketDetail;
}

/** A phone complaint under the resolution flow, classified, assigned and analysed. */
export async function analysedComplaint(cast: Cast): Promise<TicketDetail> {
  let ticket = await register(cast.agent, 'resolution-flow', phoneComplaint);
  const submit = async (who: Member, form: string, answers: object) => {
    ticket = await act(who, ticket, 'submit-form', { form, answers });
  };
  await submit(cast.supervisor, 'classification', {
    category: 'system-failure',
    priority: 'urgent',
    'priority-reason': '扣款异常，损失较大',
    'suggested-department': 'technology',
  });
  await submit(cast.supervisor, 'task-order', {
    department: 'technology',
    owner: cast.specialist.id,
    requirement: '查清重复扣款原因并退款',
    deadline: '2026-03-02T18:00:00+08:00',
  });
  ticket = await act(cast.specialist, ticket, 'accept', { plan: '先查支付流水' });
  await submit(cast.specialist, 'analysis-report', {
    methods: ['data', 'reproduction'],
    'root-cause': '支付回调重复',
    'cause-kind': 'system',
    solution: '退回多扣款项并修复回调',
    eta: '2026-03-02T17:00:00+08:00',
    collaboration: 'none',
  });
  return ticket;
}

/** A demand under the response toolkit whose words look like formulas. */
export const trickyDemand = {
  'customer-name': '=HYPERLINK("http://evil.example","点我")',
  'customer-contact': '13900001234',
  channel: 'phone',
  category: 'complaint',
  priority: 'normal',
  description: '+86 开头的电话打不通\n=1+1\t@sum',
  'order-number': '00012345678901234567',
};
