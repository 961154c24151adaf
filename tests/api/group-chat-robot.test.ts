import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChatTest, GroupChatView } from '../../src/contract/group-chat.ts';
import { type Cast, castOf } from '../support/cast.ts';
import { says, startFakeRobot } from '../support/fake-robot.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let cast: Cast;
let robot: Awaited<ReturnType<typeof startFakeRobot>>;

const set = (body: object, department = 'technology') =>
  cast.admin.call('POST', `/group-chats/${department}`, { product: 'wecom', ...body });
const chats = async () => ((await cast.admin.call('GET', '/group-chats')).body as { items: GroupChatView[] }).items;
const said = () => robot.heard.map(({ body }) => body.text?.content ?? '');

beforeAll(async () => {
  server = await startTestServer({ env: { HUIYIN_PRIVATE_HOSTS: '127.0.0.1' } });
  cast = await castOf(server, 'handoff');
  robot = await startFakeRobot();
});

beforeEach(async () => {
  robot.forget();
  const reply = await set({ url: robot.url, secret: null });
  expect(reply.status, reply.text).toBe(200);
});

describe('the robot of a department’s group chat', () => {
  it('is set by an administrator, and never shown whole again', async () => {
    const reply = await set({ url: robot.url, secret: 'SEC-very-secret' });
    expect(reply.body).toMatchObject({ department: 'technology', product: 'wecom', hasSecret: true, isOn: true });
    const shown = JSON.stringify([reply.body, await chats()]);
    for (const secret of ['very-secret', '0000-robot', 'webhook/send']) expect(shown).not.toContain(secret);
    expect((reply.body as GroupChatView).address).toMatch(/^127\.0\.0\.1:\d+ …-key$/);
    const { rows } = await server.context.pool.query<{ text: string }>(
      `select encode(secret, 'escape') as text from group_chat`,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.text).not.toContain('robot-key');
    for (const who of [cast.agent, cast.supervisor, cast.contact]) {
      expect((await who.call('GET', '/group-chats')).status).toBe(403);
      expect((await who.call('POST', '/group-chats/technology', { product: 'wecom', url: robot.url })).status).toBe(
        403,
      );
      expect((await who.call('POST', '/group-chats/technology/test', {})).status).toBe(403);
      expect((await who.call('DELETE', '/group-chats/technology')).status).toBe(403);
    }
  });

  it('that can no longer be read is shown as such, beside the others, and can be set anew or removed', async () => {
    await set({ url: robot.url }, 'logistics');
    await server.context.pool.query(`update group_chat set secret = secret || 'x' where department = 'technology'`);
    const [logistics, technology] = await chats();
    expect(logistics?.address).toContain('127.0.0.1');
    expect(technology).toMatchObject({ department: 'technology', address: null, hasSecret: false });
    const needed = { code: 'group-chat.needs-address', field: 'url' };
    expect((await cast.admin.call('POST', '/group-chats/technology/test', {})).body).toMatchObject(needed);
    expect((await set({ isOn: false })).body).toMatchObject(needed);
    expect((await set({ url: robot.url })).body).toMatchObject({ address: logistics?.address });
    expect((await cast.admin.call('DELETE', '/group-chats/logistics')).status).toBe(204);
  });

  it('keeps address and secret that a change leaves out', async () => {
    await set({ url: robot.url, secret: 'SEC-kept', language: 'en' });
    expect((await set({ isOn: false })).body).toMatchObject({ hasSecret: true, isOn: false, language: 'zh' });
    expect((await cast.admin.call('POST', '/group-chats/technology/test', {})).body).toMatchObject({ isPosted: true });
    expect((await set({ secret: null })).body).toMatchObject({ hasSecret: false });
    await set({ product: 'dingtalk', secret: 'SEC-of-dingtalk' });
    expect((await set({ product: 'feishu', url: robot.url })).body).toMatchObject({
      product: 'feishu',
      hasSecret: false,
    });
  });

  it.each([
    [{ url: 'http://robot.example.com/' }, 'group-chat.address'],
    [{ url: 'https://169.254.169.254/latest/meta-data' }, 'group-chat.address'],
    [{ url: 'https://10.0.0.8/hook' }, 'group-chat.address'],
    [{ url: 'qyapi.weixin.qq.com' }, 'group-chat.address'],
    [{ url: 'https://oapi.dingtalk.com/robot/send?access_token=1' }, 'group-chat.other-product'],
  ])('is refused with %j', async (body, code) => {
    expect((await set(body)).body).toMatchObject({ code, field: 'url' });
    expect((await set(body)).status).toBe(422);
  });

  it('is of a department that there is, and has an address', async () => {
    expect((await set({ url: robot.url }, 'nowhere')).body).toMatchObject({ code: 'group-chat.unknown-department' });
    expect((await set({}, 'product')).body).toMatchObject({ code: 'group-chat.needs-address' });
    expect((await cast.admin.call('POST', '/group-chats/product/test', {})).body).toMatchObject({
      code: 'group-chat.none',
    });
  });

  it('is tried with a test message, and says what it answered', async () => {
    const test = async () => (await cast.admin.call('POST', '/group-chats/technology/test', {})).body as ChatTest;
    expect(await test()).toEqual({ isPosted: true, problem: null, answer: '' });
    expect(said()).toEqual([
      '【需求传递】测试 技术部\n回音示范：群机器人已经接通，传递到本部门的工单会发到这里。这是一条测试消息，不需要处理。',
    ]);
    robot.answers.push(says({ errcode: 93000, errmsg: 'invalid webhook url' }), says({}, 502));
    expect(await test()).toEqual({ isPosted: false, problem: 'address', answer: '93000 invalid webhook url' });
    expect(await test()).toEqual({ isPosted: false, problem: 'busy', answer: 'HTTP 502' });
  });
});
