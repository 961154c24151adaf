import { describe, expect, it, vi } from 'vitest';
import type { MeView } from '../../src/contract/organisation.ts';
import { createContext, createServer } from '../../src/server/context.ts';
import { requireActor } from '../../src/server/features/session/index.ts';
import type { App } from '../../src/server/http/app.ts';
import { phoneComplaint } from '../support/cast.ts';
import { atFileEnd } from '../support/file-end.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { addPerson, fromPage, setUp, signIn } from './session-server.ts';

/** Another process on the same database, as far as one test process can have one. */
async function startBeside({ context }: TestServer): Promise<(cookie: string) => Promise<number>> {
  const beside = await createContext(context);
  const app = await createServer(beside);
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  atFileEnd(async () => {
    await app.close();
    await beside.close();
  });
  return async (cookie) => (await fetch(`${url}/api/v1/me`, { headers: { cookie } })).status;
}

const whoRoute = (app: App) => {
  app.get('/api/v1/test-who', { onRequest: requireActor }, async ({ actor }) => ({ actor }));
};

describe('whoever is switched off', () => {
  it('loses every session at once, in every process, and cannot sign in until switched on again', async () => {
    const server = await startTestServer();
    const { cookie: admin } = await setUp(server);
    const agent = await addPerson(server, admin, { login: 'lilei', roles: ['agent'] });
    const beside = await startBeside(server);
    const patch = (body: unknown) => fromPage(server, admin)('PATCH', `/staff/${agent.id}`, body);
    expect((await agent.call('GET', '/me')).status).toBe(200);
    expect(await beside(agent.cookie)).toBe(200);

    expect((await patch({ isActive: false })).body).toMatchObject({ isActive: false });
    expect((await agent.call('GET', '/me')).body).toMatchObject({ code: 'auth.required' });
    await vi.waitFor(async () => expect(await beside(agent.cookie)).toBe(401), { timeout: 2000, interval: 5 });
    expect((await signIn(server, 'lilei')).body).toMatchObject({ status: 401, code: 'auth.wrong' });
    expect(await beside(admin)).toBe(200);

    expect((await patch({ isActive: true })).status).toBe(200);
    expect((await agent.call('GET', '/me')).status).toBe(401);
    expect((await signIn(server, 'lilei')).status).toBe(200);
  });

  it('as does whoever gets another password or other roles, as far as that reaches', async () => {
    const server = await startTestServer();
    const { cookie: admin } = await setUp(server);
    const agent = await addPerson(server, admin, { login: 'lilei', roles: ['agent'] });
    const patch = (body: unknown) => fromPage(server, admin)('PATCH', `/staff/${agent.id}`, body);

    expect((await agent.call('GET', '/tokens')).status).toBe(403);
    expect((await patch({ roles: ['supervisor'] })).status).toBe(200);
    expect((await agent.call('GET', '/tokens')).status).toBe(200);

    expect((await patch({ password: 'another long one' })).status).toBe(200);
    expect((await agent.call('GET', '/me')).status).toBe(401);
    expect((await signIn(server, 'lilei')).status).toBe(401);
    expect((await signIn(server, 'lilei', 'another long one')).status).toBe(200);
  });
});

describe('who asks', () => {
  it('is known from memory: no query for a request of somebody who was here just now', async () => {
    const server = await startTestServer({ registerRoutes: whoRoute });
    const { cookie } = await setUp(server);
    const { body } = await fromPage(server, cookie)('POST', '/tokens', { name: 'shop', roles: ['agent'] });
    const { token } = body as { token: string };
    const ask = (more: { cookie?: string; token?: string }) => server.call('GET', '/api/v1/test-who', more);
    expect((await ask({ cookie })).body).toMatchObject({ actor: { kind: 'staff', id: 1, departments: [] } });
    expect((await ask({ token })).body).toMatchObject({ actor: { kind: 'program', roles: ['agent'] } });
    expect((await ask({ cookie, token })).body).toMatchObject({ actor: { kind: 'program' } });

    // The use of the token is noted off the request's path.
    const { pool } = server.context;
    await vi.waitFor(async () =>
      expect((await pool.query('select 1 from api_token where last_used_at is null')).rowCount).toBe(0),
    );
    let queries = 0;
    pool.on('acquire', () => {
      queries += 1;
    });
    for (let round = 0; round < 20; round++) {
      expect((await ask({ cookie })).status).toBe(200);
      expect((await ask({ token })).status).toBe(200);
    }
    expect(queries).toBe(0);
    server.clock.advance(10_000);
    await ask({ cookie });
    expect(queries).toBeGreaterThan(0);
  });

  it('takes no token that is malformed, unknown or revoked', async () => {
    const server = await startTestServer({ registerRoutes: whoRoute });
    const { pool } = server.context;
    const { cookie } = await setUp(server);
    const page = fromPage(server, cookie);
    const { body } = await page('POST', '/tokens', { name: 'shop', roles: ['agent'] });
    const { token, id } = body as { token: string; id: number };
    const ask = async (authorization: string) =>
      (await server.call('GET', '/api/v1/test-who', { headers: { authorization } })).status;

    expect(await ask(`Bearer ${token}`)).toBe(200);
    expect(await ask(`bearer ${token} `)).toBe(200);
    for (const wrong of [
      'Bearer',
      'Bearer ',
      `Bearer ${token}x`,
      `Bearer hy_${'a'.repeat(43)}`,
      `Basic ${token}`,
      token,
    ])
      expect(await ask(wrong)).toBe(401);
    const readUse = async () =>
      (await pool.query<{ at: number | null }>('select last_used_at as at from api_token where id = $1', [id])).rows[0]
        ?.at;
    await vi.waitFor(async () => expect(await readUse()).toBe(server.clock.now()));
    const firstUse = server.clock.now();
    server.clock.advance(30_000);
    expect(await ask(`Bearer ${token}`)).toBe(200);
    expect(await readUse()).toBe(firstUse);
    server.clock.advance(30_000);
    expect(await ask(`Bearer ${token}`)).toBe(200);
    await vi.waitFor(async () => expect(await readUse()).toBe(server.clock.now()));

    expect((await page('DELETE', `/tokens/${id}`)).status).toBe(204);
    expect(await ask(`Bearer ${token}`)).toBe(401);
    expect((await page('DELETE', `/tokens/${id}`)).status).toBe(204);
    expect((await page('DELETE', '/tokens/999')).body).toMatchObject({ status: 404, code: 'token.unknown' });
  });

  it('is asked again, not guessed, when the database cannot be reached', async () => {
    const server = await startTestServer({ registerRoutes: whoRoute });
    const { cookie } = await setUp(server);
    expect((await server.call('GET', '/api/v1/test-who', { cookie })).status).toBe(200);
    server.clock.advance(10_000);
    await server.context.pool.end();
    expect((await server.call('GET', '/api/v1/test-who', { cookie })).body).toMatchObject({
      status: 503,
      code: 'database.unavailable',
    });
    expect((await signIn(server, 'wangmin')).status).toBe(503);
    expect((await server.call('GET', '/healthz', { cookie })).status).toBe(200);
  });
});

describe('what the pages may offer', () => {
  it.each(['supervisor', 'agent', 'specialist', 'contact', 'quality', 'manager', 'admin'] as const)(
    'tells %s of registering just what registering itself says',
    async (role) => {
      const server = await startTestServer();
      const { cookie } = await setUp(server);
      const one = await addPerson(server, cookie, { login: 'somebody', roles: [role] });
      const { may } = (await one.call('GET', '/me')).body as MeView;
      const registering = await one.call('POST', '/tickets', { playbook: 'resolution-flow', answers: phoneComplaint });
      expect(may.register).toBe(registering.status === 201);
      expect(registering.status).toBe(may.register ? 201 : 403);
    },
  );
});
