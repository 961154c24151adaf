import { expect } from 'vitest';
import type { CoordinationView } from '../../src/contract/coordination.ts';
import type { AwaitedView } from '../../src/contract/task.ts';
import type { TicketDetail } from '../../src/contract/ticket.ts';
import { type Cast, castOf, type Member } from './cast.ts';
import type { TestReply, TestServer } from './server.ts';

const hour = 3_600_000;

/** A ticket of the coordination playbook, handed to technical support, on which departments work together. */
export type CoordinationStory = {
  server: TestServer;
  cast: Cast;
  id: number;
  number: string;
  detail(who?: Member): Promise<TicketDetail>;
  coordination(who?: Member): Promise<CoordinationView>;
  /** Acts on the ticket as it is now, and gives the reply, whatever it is. */
  ask(who: Member, action: string, body: object): Promise<TestReply>;
  /** The same where it must be allowed. */
  act(who: Member, action: string, body: object): Promise<TicketDetail>;
  awaited(who: Member): Promise<AwaitedView[]>;
  inHours(hours: number): string;
};

export const secretWords = '排水管坡度不足渗水';

export async function coordinationStory(server: TestServer, given?: Cast): Promise<CoordinationStory> {
  const cast = given ?? (await castOf(server, 'coordination'));
  const answers = {
    'customer-name': '张三丰',
    'customer-contact': '13800000321',
    channel: 'phone',
    description: `新装空调第三天漏水，${secretWords}，上门两次没有修好`,
    demand: '48 小时内修复并书面致歉',
    'tried-already': '已上门两次',
    'others-involved': ['李四，订单 A20260302'],
  };
  const made = await cast.agent.call('POST', '/tickets', { playbook: 'coordination', answers });
  expect(made.status, made.text).toBe(201);
  const { id, number } = made.body as TicketDetail;
  const detail = async (who = cast.supervisor) => {
    const reply = await who.call('GET', `/tickets/${id}`);
    expect(reply.status, reply.text).toBe(200);
    return reply.body as TicketDetail;
  };
  const story: CoordinationStory = {
    server,
    cast,
    id,
    number,
    detail,
    coordination: async (who) => (await detail(who)).coordination ?? expect.fail('no coordination'),
    ask: async (who, action, body) => {
      const { version } = await detail();
      return who.call('POST', `/tickets/${id}/${action}`, { version, ...body });
    },
    act: async (who, action, body) => {
      const reply = await story.ask(who, action, body);
      expect(reply.status, `${action}: ${reply.text}`).toBe(200);
      return reply.body as TicketDetail;
    },
    awaited: async (who) => {
      const reply = await who.call('GET', '/tasks');
      expect(reply.status, reply.text).toBe(200);
      return (reply.body as { items: AwaitedView[] }).items;
    },
    inHours: (hours) => new Date(server.clock.now() + hours * hour).toISOString(),
  };
  await story.act(cast.agent, 'submit-form', {
    form: 'judgement',
    answers: {
      situation: 'complaint-escalation',
      nature: 'other',
      urgency: 'urgent',
      'urgency-reason': '漏水影响居住',
      'core-demand': '48 小时内修复',
      'is-coordinated': 'needed',
    },
  });
  const handOff = { department: 'technical-support', owner: null, collaborators: [], deadline: story.inHours(40) };
  await story.act(cast.agent, 'hand-off', { ...handOff, requirement: '查明原因' });
  return story;
}
