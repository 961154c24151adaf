import { makeSetupKey } from '../../src/server/features/organisation/index.ts';
import type { TestReply, TestServer } from '../support/server.ts';

export const password = 'correct horse battery';

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
