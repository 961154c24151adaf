import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GroupChatPost, GroupChatView } from '../../src/contract/group-chat.ts';
import type { NoticeView } from '../../src/contract/organisation.ts';
import { groupChatDeps } from '../../src/server/context.ts';
import { workPost } from '../../src/server/features/group-chats/index.ts';
import { createOutbound } from '../../src/server/platform/outbound/outbound.ts';
import { type Cast, castOf, phoneComplaint } from '../support/cast.ts';
import { says, startFakeRobot } from '../support/fake-robot.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { act, handOffByForm, tracked } from '../support/tracking-story.ts';

let server: TestServer;
let cast: Cast;
let robot: Awaited<ReturnType<typeof startFakeRobot>>;
let contacts = 0;

const minuteMs = 60_000;
const inTen = () => new Date(server.clock.now() + 36_000_000).toISOString();
const contact = () => `1390000${String(++contacts).padStart(4, '0')}`;
const deps = () => groupChatDeps(server.context);
const work = async () => {
  let rounds = 0;
  while (await workPost(deps())) rounds++;
  return rounds;
};
const set = (body: object, department = 'technology') =>
  cast.admin.call('POST', `/group-chats/${department}`, { product: 'wecom', ...body });
const chats = async () => ((await cast.admin.call('GET', '/group-chats')).body as { items: GroupChatView[] }).items;
const handOff = (more: object = {}) =>
  tracked(cast.agent, contact(), { department: 'technology', owner: cast.specialist.id, deadline: inTen(), ...more });
const posts = async (id: number) => {
  const reply = await cast.agent.call('GET', `/tickets/${id}/group-chat-posts`);
  expect(reply.status, reply.text).toBe(200);
  return (reply.body as { items: GroupChatPost[] }).items;
};
const said = () => robot.heard.map(({ body }) => body.text?.content ?? '');

beforeAll(async () => {
  server = await startTestServer({
    env: { HUIYIN_PRIVATE_HOSTS: '127.0.0.1', HUIYIN_PUBLIC_URL: 'https://huiyin.example.com' },
  });
  cast = await castOf(server, 'handoff');
  robot = await startFakeRobot();
});

beforeEach(async () => {
  await work();
  robot.forget();
  const reply = await set({ url: robot.url, secret: null });
  expect(reply.status, reply.text).toBe(200);
});

describe('a hand-off to a department with a robot', () => {
  it('is posted once in the form of the template, to the owner, the customer masked, with a link', async () => {
    await cast.admin.call('PATCH', `/staff/${cast.specialist.id}`, { chatId: '13800001111' });
    const { id, number } = await handOff();
    expect(await posts(id)).toMatchObject([{ department: 'technology', status: 'waiting', tries: 0 }]);
    expect(robot.heard).toEqual([]);
    await Promise.all(Array.from({ length: 4 }, () => workPost(deps())));
    await work();
    const [text = ''] = said();
    expect(said()).toHaveLength(1);
    expect(text.split('\n').slice(0, 3)).toEqual([
      `【需求传递】${number}（中）`,
      '@李工 技术部',
      expect.stringMatching(/^客户：李女士 · VIP 客户 · 139\*{4}\d{4}$/),
    ]);
    expect(text).toContain('核心诉求：\n1. 今天内到账');
    expect(text).toMatch(new RegExp(`https://huiyin\\.example\\.com/tickets/${id}$`));
    expect(robot.heard[0]?.body.text).toMatchObject({ mentioned_mobile_list: ['13800001111'] });
    expect(await posts(id)).toMatchObject([
      { status: 'posted', tries: 1, settledAt: new Date(server.clock.now()).toISOString(), problem: null },
    ]);
    expect((await chats())[0]).toMatchObject({ failed: 0, lastPostedAt: expect.any(String) });
  });

  it.each([
    ['dingtalk', 'SECdemo', { msgtype: 'text', at: { atMobiles: ['13800001111'], isAtAll: false } }],
    ['feishu', 'demo', { msg_type: 'post', timestamp: '1772413200', sign: expect.stringMatching(/^[\w+/]{43}=$/) }],
  ])('is posted as %s wants it, signed, in the language of the chat', async (product, secret, body) => {
    await set({ product, url: robot.url, secret, language: 'en' });
    if (product === 'feishu') robot.answers.push(says({ code: 0, msg: 'success', data: {} }));
    const clock = server.clock.now();
    server.clock.set('2026-03-02T09:00:00+08:00');
    const { id, number } = await handOff();
    await work();
    server.clock.set(clock);
    expect(await posts(id)).toMatchObject([{ status: 'posted' }]);
    expect(robot.heard[0]?.body).toMatchObject(body);
    expect(JSON.stringify(robot.heard[0]?.body)).toContain(`[Hand-off] ${number} (Medium)`);
    const { searchParams } = robot.heard[0]?.url ?? expect.fail('nothing was posted');
    expect(searchParams.get('timestamp')).toBe(product === 'dingtalk' ? '1772413200000' : null);
    expect(searchParams.get('key')).toBe('0000-robot-key');
  });

  it('without a template says whom it is from, what is asked and until when', async () => {
    const demand = { playbook: 'resolution-flow', answers: phoneComplaint };
    const made = await cast.agent.call('POST', '/tickets', demand);
    expect(made.status, made.text).toBe(201);
    const { id } = made.body as { id: number };
    const order = {
      department: 'technology',
      owner: null,
      collaborators: [],
      deadline: inTen(),
      requirement: '查清原因',
    };
    await act(cast.supervisor, id, 'hand-off', order);
    await work();
    expect(said()[0]).toMatch(/技术部\n客户：.*\*{4}.*\n协作需求：查清原因\n希望完成时间：/);
  });

  it('is posted again when it was given back and is handed off once more', async () => {
    const { id } = await handOff();
    await work();
    await act(cast.contact, id, 'bounce', { reason: 'other', fields: [], note: '请写清' });
    await handOffByForm(cast.agent, id, { department: 'technology', deadline: inTen() });
    await work();
    expect(said()).toHaveLength(2);
    expect((await posts(id)).map(({ status }) => status)).toEqual(['posted', 'posted']);
  });

  it('is not posted any more once it was given back before that', async () => {
    const { id } = await handOff();
    await act(cast.contact, id, 'bounce', { reason: 'other', fields: [], note: '请写清' });
    expect(await work()).toBe(1);
    expect(said()).toEqual([]);
    expect(await posts(id)).toMatchObject([{ status: 'dropped' }]);
  });

  it('is not posted where there is no robot, or it is off', async () => {
    await set({ isOn: false });
    const { id } = await handOff();
    expect(await posts(id)).toEqual([]);
    await set({ isOn: true });
    const other = await handOff();
    expect((await cast.admin.call('DELETE', '/group-chats/technology')).status).toBe(204);
    await work();
    expect(await posts(other.id)).toMatchObject([{ status: 'dropped' }]);
    expect(await work()).toBe(0);
    expect(said()).toEqual([]);
  });

  it('is tried again after ever longer pauses when the robot is busy, and posted in the end', async () => {
    robot.answers.push(says({}, 500), says({ errcode: -1, errmsg: 'system busy' }));
    const { id } = await handOff();
    await work();
    const [first] = await posts(id);
    expect(first).toMatchObject({ status: 'waiting', tries: 1, problem: 'busy', answer: 'HTTP 500' });
    expect(Date.parse(first?.nextAt ?? '') - server.clock.now()).toBe(10_000);
    server.clock.advance(9_999);
    expect(await work()).toBe(0);
    server.clock.advance(1);
    expect(await work()).toBe(1);
    expect(await posts(id)).toMatchObject([{ status: 'waiting', tries: 2, answer: '-1 system busy' }]);
    server.clock.advance(20_000);
    await work();
    expect(await posts(id)).toMatchObject([{ status: 'posted', tries: 3, problem: null, answer: '' }]);
    expect(said()).toHaveLength(3);
  });

  it.each([
    ['rate-limit', { errcode: 45009, errmsg: 'api freq out of limit' }],
    ['busy', { errcode: -1, errmsg: 'system busy' }],
  ])('waits with all others of its robot when that cannot now: %s', async (problem, answer) => {
    robot.answers.push(says(answer));
    const one = await handOff();
    const two = await handOff();
    await work();
    expect(said()).toHaveLength(1);
    expect(await posts(one.id)).toMatchObject([{ status: 'waiting', problem }]);
    expect(await posts(two.id)).toMatchObject([{ status: 'waiting', tries: 0 }]);
    server.clock.advance(10_000);
    expect(await work()).toBe(2);
    for (const { id } of [one, two]) expect(await posts(id)).toMatchObject([{ status: 'posted' }]);
  });

  it('is tried at once when its robot is changed', async () => {
    robot.answers.push(says({}, 503));
    const { id } = await handOff();
    await work();
    expect(await work()).toBe(0);
    await set({ url: robot.url });
    expect(await work()).toBe(1);
    expect(await posts(id)).toMatchObject([{ status: 'posted', tries: 2 }]);
  });

  it('is set aside when the robot refuses it, holds up no other, and is posted again when somebody says so', async () => {
    robot.answers.push(says({ errcode: 93000, errmsg: 'invalid webhook url' }));
    const one = await handOff();
    const two = await handOff();
    await work();
    const [failed] = await posts(one.id);
    expect(failed).toMatchObject({ status: 'failed', problem: 'address', answer: '93000 invalid webhook url' });
    expect(await posts(two.id)).toMatchObject([{ status: 'posted' }]);
    expect((await chats())[0]).toMatchObject({ failed: 1 });
    const told = async (who: Cast[keyof Cast]) =>
      ((await who.call('GET', '/notices?topic=work')).body as { items: NoticeView[] }).items
        .filter(({ kind }) => kind === 'post-failed')
        .map(({ ticket }) => ticket.id);
    expect(await told(cast.agent)).toEqual([one.id]);
    expect(await told(cast.supervisor)).toEqual([]);
    const again = (who: Cast[keyof Cast], id = one.id) =>
      who.call('POST', `/tickets/${id}/group-chat-posts/${failed?.seq}/again`, {});
    expect((await again(cast.manager)).body).toMatchObject({ code: 'auth.forbidden' });
    expect((await again(cast.logistics)).status).toBe(404);
    expect((await again(cast.agent)).body).toMatchObject({ items: [{ status: 'waiting', tries: 0, problem: null }] });
    expect((await again(cast.agent)).body).toMatchObject({ code: 'group-chat.not-failed' });
    await work();
    expect(await posts(one.id)).toMatchObject([{ status: 'posted', tries: 1 }]);
    expect((await cast.agent.call('POST', `/tickets/${one.id}/group-chat-posts/1/again`, {})).status).toBe(404);
  });

  it('is given up when the robot stays silent for hours', async () => {
    const silent = { ...deps(), outbound: createOutbound({ privateHosts: ['127.0.0.1'], timeoutMs: 50 }) };
    const { id } = await handOff();
    robot.answers.push(() => {});
    await workPost(silent);
    expect(await posts(id)).toMatchObject([{ status: 'waiting', problem: 'timeout', tries: 1 }]);
    server.clock.advance(239 * minuteMs);
    robot.answers.push(() => {});
    await workPost(silent);
    expect(await posts(id)).toMatchObject([{ status: 'waiting', problem: 'timeout', tries: 2 }]);
    server.clock.advance(minuteMs);
    robot.answers.push(() => {});
    await workPost(silent);
    expect(await posts(id)).toMatchObject([{ status: 'failed', problem: 'timeout', tries: 3 }]);
    expect(said()).toHaveLength(3);
  });

  it('comes once more when the process died between posting and writing that down, and only after its claim', async () => {
    const { id } = await handOff();
    const died = new Error('died');
    const dying = deps();
    const { pool } = dying.engine;
    const query = pool.query.bind(pool);
    const isSettling = (text: unknown) => String(text).includes('update group_chat_post set status');
    const dyingPool = new Proxy(pool, {
      get: (target, key) =>
        key === 'query'
          ? (...given: Parameters<typeof query>) => {
              if (isSettling(given[0])) throw died;
              return query(...given);
            }
          : Reflect.get(target, key),
    });
    await expect(workPost({ ...dying, engine: { ...dying.engine, pool: dyingPool } })).rejects.toBe(died);
    expect(said()).toHaveLength(1);
    expect(await work()).toBe(0);
    server.clock.advance(minuteMs);
    expect(await work()).toBe(1);
    expect(said()).toHaveLength(2);
    expect(await posts(id)).toMatchObject([{ status: 'posted', tries: 2 }]);
    expect(await work()).toBe(0);
  });

  it('is set aside, and not tried without end, when whoever tries it dies of it again and again', async () => {
    const { id } = await handOff();
    await server.context.pool.query('update group_chat_post set tries = 9 where ticket_id = $1', [id]);
    server.clock.advance(241 * minuteMs);
    expect(await work()).toBe(1);
    expect(said()).toEqual([]);
    expect(await posts(id)).toMatchObject([{ status: 'failed', problem: 'timeout' }]);
  });

  it('is set aside when it cannot be made out what to say, and holds up no other', async () => {
    const one = await handOff();
    const two = await handOff();
    await server.context.pool.query(`update ticket set secret = '\\x00' where id = $1`, [one.id]);
    await work();
    const { rows } = await server.context.pool.query(
      'select status, problem from group_chat_post where ticket_id = $1',
      [one.id],
    );
    expect(rows).toEqual([{ status: 'failed', problem: 'internal' }]);
    expect(await posts(two.id)).toMatchObject([{ status: 'posted' }]);
  });

  it('is seen by those who may read the ticket', async () => {
    const { id } = await handOff();
    expect((await cast.contact.call('GET', `/tickets/${id}/group-chat-posts`)).status).toBe(200);
    expect((await cast.logistics.call('GET', `/tickets/${id}/group-chat-posts`)).status).toBe(404);
  });
});
