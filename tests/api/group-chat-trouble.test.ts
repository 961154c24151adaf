import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GroupChatPost } from '../../src/contract/group-chat.ts';
import { systemActor } from '../../src/domain/ticket/actor.ts';
import { groupChatDeps } from '../../src/server/context.ts';
import { workPost } from '../../src/server/features/group-chats/index.ts';
import { registerTicket } from '../../src/server/features/tickets/index.ts';
import { type Cast, castOf, phoneComplaint } from '../support/cast.ts';
import { says, startFakeRobot } from '../support/fake-robot.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { act, handOffByForm, tracked } from '../support/tracking-story.ts';

let server: TestServer;
let cast: Cast;
let robot: Awaited<ReturnType<typeof startFakeRobot>>;
let contacts = 0;

const minuteMs = 60_000;
const work = async () => {
  let rounds = 0;
  while (await workPost(groupChatDeps(server.context))) rounds++;
  return rounds;
};
const handOff = () =>
  tracked(cast.agent, `1390001${String(++contacts).padStart(4, '0')}`, {
    department: 'technology',
    owner: cast.specialist.id,
    deadline: new Date(server.clock.now() + 36_000_000).toISOString(),
  });
const posts = async (id: number) =>
  ((await cast.agent.call('GET', `/tickets/${id}/group-chat-posts`)).body as { items: GroupChatPost[] }).items;
const said = () => robot.heard.map(({ body }) => body.text?.content ?? '');

beforeAll(async () => {
  server = await startTestServer({ env: { HUIYIN_PRIVATE_HOSTS: '127.0.0.1' } });
  cast = await castOf(server, 'handoff');
  robot = await startFakeRobot();
  const reply = await cast.admin.call('POST', '/group-chats/technology', { product: 'wecom', url: robot.url });
  expect(reply.status, reply.text).toBe(200);
});

beforeEach(() => robot.forget());

describe('a post that did not get there', () => {
  it('is set aside, and not posted hours late, when nobody could try it in time, as when the server stood still', async () => {
    const handedOffAt = new Date(server.clock.now()).toISOString();
    const { id } = await handOff();
    server.clock.advance(241 * minuteMs);
    expect(await work()).toBe(1);
    expect(said()).toEqual([]);
    expect(await posts(id)).toMatchObject([{ status: 'failed', problem: 'late' }]);
    const [{ seq } = expect.fail('no post')] = await posts(id);
    expect((await cast.agent.call('POST', `/tickets/${id}/group-chat-posts/${seq}/again`, {})).status).toBe(200);
    await work();
    expect(await posts(id)).toMatchObject([{ status: 'posted', handedOffAt }]);
  });

  it('says what was last said of it when its time runs out while it waits', async () => {
    robot.answers.push(says({}, 502));
    const { id } = await handOff();
    await work();
    server.clock.advance(241 * minuteMs);
    await work();
    expect(said()).toHaveLength(1);
    expect(await posts(id)).toMatchObject([{ status: 'failed', problem: 'busy', answer: 'HTTP 502' }]);
  });

  it('shows nothing of the robot’s address, whatever that answers', async () => {
    robot.answers.push(says({ errcode: 404, errmsg: 'no route for /cgi-bin/webhook/send?key=0000-robot-key' }));
    const { id } = await handOff();
    await work();
    expect(await posts(id)).toMatchObject([{ status: 'failed', problem: 'refused', answer: '404' }]);
  });

  it('that failed is told at once to whoever handed it off', async () => {
    robot.answers.push(says({ errcode: 93000, errmsg: 'invalid webhook url' }));
    const told: number[][] = [];
    const { live } = server.context;
    const tell = live.tell.bind(live);
    await handOff();
    live.tell = (facts, notified) => {
      told.push([...notified]);
      tell(facts, notified);
    };
    await work();
    live.tell = tell;
    expect(told).toEqual([[cast.agent.id]]);
  });
});

it('a robot that cannot now is asked ever more seldom, however many posts wait for it', async () => {
  robot.answers.push(...Array.from({ length: 3 }, () => says({}, 503)));
  for (let made = 0; made < 4; made++) await handOff();
  const asked: number[] = [];
  for (let seconds = 0; seconds <= 70; seconds += 10) {
    const before = robot.heard.length;
    await work();
    if (robot.heard.length > before) asked.push(seconds);
    server.clock.advance(10_000);
  }
  expect(asked).toEqual([0, 10, 30, 70]);
  expect(robot.heard).toHaveLength(7);
});

it('a post of an earlier hand-off says nothing of the present one', async () => {
  const { id } = await handOff();
  await work();
  expect(await posts(id)).toMatchObject([{ department: 'technology', status: 'posted', isCurrent: true }]);
  await act(cast.contact, id, 'bounce', { reason: 'other', fields: [], note: '请写清' });
  const deadline = new Date(server.clock.now() + 36_000_000).toISOString();
  await handOffByForm(cast.agent, id, { department: 'logistics', deadline });
  expect(await posts(id)).toMatchObject([{ department: 'technology', status: 'posted', isCurrent: false }]);
});

it('a ticket that was taken over as history is posted when it is handed off again here', async () => {
  const { ticketId } = await registerTicket(server.context.engine, systemActor, {
    playbook: 'resolution-flow',
    answers: { ...phoneComplaint, 'received-at': '2019-04-25T09:32:09+08:00' },
    takenOver: { isHistory: true, reference: 'OLD-2550', notes: [] },
  });
  server.clock.advance(minuteMs);
  const order = { department: 'technology', owner: null, collaborators: [], requirement: '查清原因' };
  const deadline = new Date(server.clock.now() + 36_000_000).toISOString();
  await act(cast.supervisor, ticketId, 'hand-off', { ...order, deadline });
  await work();
  expect(await posts(ticketId)).toMatchObject([{ status: 'posted' }]);
});

it('what a robot repeats of the customer’s words is not kept, and what waits when the customer is erased names nobody', async () => {
  robot.answers.push(says({ errcode: 430101, errmsg: '不能发送：一直显示审核中' }));
  const failed = await handOff();
  await work();
  expect(await posts(failed.id)).toMatchObject([{ status: 'failed', problem: 'refused', answer: '430101' }]);
  const { id, number, customer } = await handOff();
  await cast.admin.call('POST', `/customers/${customer.id}/erase`, { reason: '本人要求' });
  await work();
  expect(await posts(id)).toMatchObject([{ status: 'posted' }]);
  expect(said().at(-1)).toContain(number);
  expect(said().at(-1)).not.toMatch(/李女士|审核中|退款/);
});
