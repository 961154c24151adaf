import { beforeAll, describe, expect, it } from 'vitest';
import type { SessionView } from '../../src/contract/account.ts';
import { type Cast, castOf, type Member, password, signIn } from '../support/cast.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let cast: Cast;

beforeAll(async () => {
  server = await startTestServer();
  cast = await castOf(server);
});

const enter = (login: string, word: string) =>
  server.call('POST', '/api/v1/session', { body: { login, password: word }, headers: { origin: server.url } });
const sessionsOf = async (who: Member) =>
  ((await who.call('GET', '/account/sessions')).body as { items: SessionView[] }).items;
const change = (who: Member, current: string, next: string) =>
  who.call('POST', '/account/password', { current, password: next });

describe('my account', () => {
  it('changes my password when I know the current one, and ends my other sessions', async () => {
    const me = cast.agent;
    const elsewhere = await signIn(server, 'agent', me.id);
    expect((await change(me, 'wrong horse battery', 'a new long password')).body).toMatchObject({
      status: 422,
      code: 'account.wrong-password',
      field: 'current',
    });
    expect((await change(me, password, password)).body).toMatchObject({ code: 'account.same-password' });
    expect((await change(me, password, 'short')).body).toMatchObject({ code: 'request.invalid' });
    const changed = await change(me, password, 'a new long password');
    expect(changed.status, changed.text).toBe(200);
    expect((await elsewhere.call('GET', '/me')).status).toBe(401);
    expect((await me.call('GET', '/me')).body).toMatchObject({ id: me.id, mustChangePassword: false });
    expect((await enter('agent', password)).status).toBe(401);
    expect((await enter('agent', 'a new long password')).status).toBe(200);
    expect((await sessionsOf(cast.supervisor)).length).toBe(1);
  });

  it('shows where I am signed in, and ends one or all others, never those of somebody else', async () => {
    const me = cast.supervisor;
    const [second, third] = [await signIn(server, 'supervisor', me.id), await signIn(server, 'supervisor', me.id)];
    const all = await sessionsOf(me);
    expect(all).toHaveLength(3);
    expect(all.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
    const other = (await sessionsOf(second)).find(({ isCurrent }) => isCurrent);
    expect((await cast.manager.call('DELETE', `/account/sessions/${other?.id}`)).body).toMatchObject({
      code: 'account.session-unknown',
    });
    expect((await me.call('DELETE', `/account/sessions/${other?.id}`)).status).toBe(204);
    expect((await second.call('GET', '/me')).status).toBe(401);
    expect((await me.call('DELETE', '/account/sessions')).status).toBe(204);
    expect((await third.call('GET', '/me')).status).toBe(401);
    expect((await me.call('GET', '/me')).status).toBe(200);
    expect(await sessionsOf(me)).toHaveLength(1);
  });

  it('keeps my e-mail address, if I want to give one; I still sign in with my login', async () => {
    const me = cast.manager;
    const keep = (email: unknown) => me.call('PATCH', '/account', { email });
    expect((await me.call('GET', '/me')).body).toMatchObject({ email: null });
    expect((await keep(' qian.manager@example.com ')).body).toMatchObject({
      id: me.id,
      email: 'qian.manager@example.com',
    });
    for (const wrong of ['qian', 'a@b', 'a@example.com\r\nATTENDEE:x', 'a b@example.com', '"a"@example.com', 7])
      expect((await keep(wrong)).body, String(wrong)).toMatchObject({ status: 400, code: 'request.invalid' });
    expect((await keep('qian')).text).toContain('请填写完整的邮箱地址');
    expect((await enter('manager', password)).status).toBe(200);
    expect((await enter('qian.manager@example.com', password)).status).toBe(401);
    const ofStaff = await cast.agent.call('GET', '/staff');
    expect((ofStaff.body as { items: object[] }).items).toContainEqual(
      expect.objectContaining({ id: me.id, email: 'qian.manager@example.com' }),
    );
    expect((await cast.agent.call('PATCH', `/staff/${me.id}`, { email: 'else@example.com' })).status).toBe(403);
    expect((await cast.admin.call('PATCH', `/staff/${me.id}`, { name: '钱经理' })).body).toMatchObject({
      email: 'qian.manager@example.com',
    });
    expect((await cast.admin.call('PATCH', `/staff/${me.id}`, { email: 'qian@example.com' })).body).toMatchObject({
      email: 'qian@example.com',
    });
    expect((await keep('')).body).toMatchObject({ email: null });
    const { token } = (await cast.admin.call('POST', '/tokens', { name: '邮箱', roles: ['agent'] })).body as {
      token: string;
    };
    expect((await server.call('PATCH', '/api/v1/account', { token, body: { email: null } })).status).toBe(403);
  });

  it('what group chats know me by is mine to say, and seen by me and by those who see logins', async () => {
    const me = cast.specialist;
    const keep = (chatId: unknown) => me.call('PATCH', '/account', { chatId });
    expect((await me.call('PATCH', '/account', { email: 'li@example.com' })).body).toMatchObject({ chatId: null });
    expect((await keep(' 13800001111 ')).body).toMatchObject({ chatId: '13800001111', email: 'li@example.com' });
    expect((await keep('zhang san')).body).toMatchObject({ status: 400, code: 'request.invalid' });
    expect((await keep('zhang san')).text).toContain('请填写手机号');
    // By these robots would alert the whole chat, and anybody could have them do so.
    for (const everybody of ['@all', 'all', 'ALL', '@ALL'])
      expect((await keep(everybody)).body).toMatchObject({ status: 400, code: 'request.invalid' });
    const seenBy = async (who: Member) => {
      const { items } = (await who.call('GET', '/staff')).body as { items: { id: number; chatId: string | null }[] };
      return items.find(({ id }) => id === me.id)?.chatId;
    };
    expect(await Promise.all([me, cast.admin, cast.supervisor].map(seenBy))).toEqual(Array(3).fill('13800001111'));
    expect(await Promise.all([cast.agent, cast.manager].map(seenBy))).toEqual([null, null]);
    expect((await keep('')).body).toMatchObject({ chatId: null, email: 'li@example.com' });
  });

  it('is for people: a program has no password', async () => {
    const made = await cast.admin.call('POST', '/tokens', { name: '接口', roles: ['agent'], departments: [] });
    const { token } = made.body as { token: string };
    const body = { current: password, password: 'a new long password' };
    expect((await server.call('POST', '/api/v1/account/password', { token, body })).status).toBe(403);
    expect((await server.call('GET', '/api/v1/account/sessions', { token })).status).toBe(403);
    expect((await server.call('GET', '/api/v1/account/sessions')).status).toBe(401);
  });
});

describe('a password that an administrator reset', () => {
  it('opens nothing until it is changed', async () => {
    const path = `/staff/${cast.specialist.id}/reset-password`;
    expect((await cast.supervisor.call('POST', path)).status).toBe(403);
    expect((await cast.admin.call('POST', `/staff/${cast.admin.id}/reset-password`)).body).toMatchObject({
      code: 'staff.reset-own',
    });
    const reset = await cast.admin.call('POST', path);
    expect(reset.status, reset.text).toBe(200);
    const { password: once } = reset.body as { password: string };
    expect((await cast.specialist.call('GET', '/me')).status).toBe(401);
    expect((await enter('specialist', password)).status).toBe(401);

    const reply = await enter('specialist', once);
    expect(reply.body).toMatchObject({ id: cast.specialist.id, mustChangePassword: true });
    const cookie = reply.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const call = (method: string, at: string, body?: unknown) =>
      server.call(method, `/api/v1${at}`, { cookie, body, headers: { origin: server.url } });
    for (const at of ['/tickets', '/staff', '/account/sessions', '/live', '/me/../tickets'])
      expect((await call('GET', at)).body, at).toMatchObject({ status: 403, code: 'account.must-change-password' });
    expect((await call('GET', '/me')).body).toMatchObject({ mustChangePassword: true });
    const changed = await call('POST', '/account/password', { current: once, password: 'only I know this one' });
    expect(changed.body).toMatchObject({ mustChangePassword: false });
    expect((await call('GET', '/tickets')).status).toBe(200);
    expect((await enter('specialist', once)).status).toBe(401);
  });
});
