import type { Context } from '../../src/server/context.ts';
import { startListener } from '../../src/server/database/listener.ts';
import { registerNoticeRoutes } from '../../src/server/features/notices/index.ts';
import {
  makeSetupKey,
  openDirectory,
  registerOrganisationRoutes,
} from '../../src/server/features/organisation/index.ts';
import {
  createAuth,
  createIdentities,
  registerActor,
  registerSessionRoutes,
} from '../../src/server/features/session/index.ts';
import type { App } from '../../src/server/http/app.ts';
import { startTestServer, type TestReply, type TestServer, type TestServerOptions } from '../support/server.ts';

export const password = 'correct horse battery';

/** A server with sign-in, organisation and notices; features that the context already has are not added twice. */
export function startOrganisationServer(options: TestServerOptions = {}): Promise<TestServer> {
  return startTestServer({
    ...options,
    registerRoutes: async (app, context) => {
      await registerFeatures(app, context);
      await options.registerRoutes?.(app, context);
    },
  });
}

export async function registerFeatures(app: App, { pool, clock, logger, masterKey, config }: Context): Promise<void> {
  if (app.hasRoute({ method: 'GET', url: '/api/v1/me' })) return;
  const listener = await startListener(pool, logger);
  app.addHook('onClose', () => listener.stop());
  const auth = createAuth({ pool, logger, masterKey, publicUrl: config.publicUrl });
  const identities = await createIdentities({ auth, pool, clock, logger, listener });
  const directory = await openDirectory({ pool, listener, logger });
  const departments = [
    { id: 'product', name: { zh: '产品', en: 'Product' } },
    { id: 'logistics', name: { zh: '物流', en: 'Logistics' } },
  ];
  const playbooks = {
    names: () => ['resolution-flow', 'response-toolkit'],
    departmentsOf: (id: string) => (id === 'resolution-flow' ? departments : null),
  };
  registerActor(app, identities, config.publicUrl);
  registerSessionRoutes(app, { config, pool, clock, auth, identities });
  registerOrganisationRoutes(app, { config, pool, clock, auth, identities, directory, playbooks });
  const clockName = (_playbook: string, version: number, clock: string) =>
    clock === 'handling' ? { zh: `处理时限 ${version}`, en: `Handling ${version}` } : null;
  registerNoticeRoutes(app, { pool, clock, clockName });
}

export const setupBody = {
  organisation: '回音科技',
  name: '王敏',
  login: 'wangmin',
  password,
  playbook: 'resolution-flow',
};

/** Sets the organisation up; the cookie is the first administrator's. */
export async function setUp(server: TestServer): Promise<{ cookie: string; key: string; reply: TestReply }> {
  const key = (await makeSetupKey(server.context.pool)) ?? '';
  const reply = await server.call('POST', '/api/v1/setup', { body: { ...setupBody, key } });
  return { cookie: cookieOf(reply), key, reply };
}

/** `name=value` of the session cookie that a reply sets; empty when it sets none. */
export function cookieOf({ headers }: TestReply): string {
  return headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** Calls as a page of this server does, which browsers mark by their origin. */
export function fromPage(server: TestServer, cookie: string) {
  return (method: string, path: string, body?: unknown) =>
    server.call(method, `/api/v1${path}`, { body, cookie, headers: { origin: server.url } });
}

export type Person = { id: number; cookie: string; call: ReturnType<typeof fromPage> };

/** Adds a member of staff, through the API as the administrator does, and signs in. */
export async function addPerson(
  server: TestServer,
  admin: string,
  person: { login: string; roles: string[]; departments?: string[]; supervisor?: number },
): Promise<Person> {
  const body = { name: person.login, password, ...person };
  const created = await fromPage(server, admin)('POST', '/staff', body);
  if (created.status !== 201) throw new Error(`${person.login} was not added: ${created.text}`);
  const cookie = cookieOf(await signIn(server, person.login));
  return { id: (created.body as { id: number }).id, cookie, call: fromPage(server, cookie) };
}

export function signIn(server: TestServer, login: string, given = password): Promise<TestReply> {
  return server.call('POST', '/api/v1/session', { body: { login, password: given } });
}
