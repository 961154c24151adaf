import type { StaffRole } from '../../src/domain/playbook/schema-parts.ts';
import { createStaff, ensureDepartments, setUpWithoutKey } from '../../src/server/features/organisation/index.ts';
import { playbookChoice } from '../../src/server/features/playbooks/index.ts';
import type { TestReply, TestServer } from './server.ts';

/** The people that every story is told with: one for each part that a playbook gives. */
export const password = 'correct horse battery';

const people = {
  supervisor: { name: '周主管', roles: ['supervisor'], departments: ['customer-service'] },
  agent: { name: '陈客服', roles: ['agent'], departments: ['customer-service'] },
  specialist: { name: '李工', roles: ['specialist'], departments: ['technology', 'technical-support'] },
  contact: { name: '赵联系', roles: ['contact'], departments: ['technology', 'technical-support'] },
  logistics: { name: '孙运', roles: ['specialist'], departments: ['logistics'] },
  manager: { name: '钱经理', roles: ['manager'], departments: [] },
} as const satisfies Record<string, { name: string; roles: readonly StaffRole[]; departments: readonly string[] }>;

export type Part = keyof typeof people | 'admin';
export type Member = {
  id: number;
  cookie: string;
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<TestReply>;
};
export type Cast = Record<Part, Member>;

/** Sets the organisation up under one playbook, with the departments of all, and signs everybody in. */
export async function castOf(server: TestServer, playbook = 'resolution-flow'): Promise<Cast> {
  const { context } = server;
  const deps = { ...context, auth: { hashPassword: hashOnce(context) }, playbooks: playbookChoice(context) };
  const organisation = { organisation: '回音示范', playbook, name: '吴管理', login: 'admin', email: null, password };
  const admin = await setUpWithoutKey(deps, organisation);
  for (const { source } of context.playbooks.list()) await ensureDepartments(context.pool, source.departments);
  await context.directory.reload();
  const ids: Partial<Record<Part, number>> = { admin };
  for (const [part, person] of Object.entries(people)) {
    const departments = person.departments.filter((code) => context.directory.department(code) !== null);
    const supervisor = part === 'supervisor' ? null : (ids.supervisor ?? null);
    const body = {
      name: person.name,
      login: part,
      email: null,
      chatId: null,
      password,
      roles: [...person.roles],
      departments,
      supervisor,
    };
    ids[part as Part] = await createStaff(deps, body);
  }
  const entries = await Promise.all(
    Object.entries(ids).map(async ([part, id]) => [part, await signIn(server, part, id)] as const),
  );
  return Object.fromEntries(entries) as Cast;
}

let hashed: Promise<string> | undefined;

/** The cast share a password, and hashing it takes a tenth of a second of the processor each time. */
function hashOnce({ auth }: TestServer['context']) {
  return (given: string): Promise<string> => {
    if (given !== password) throw new Error('the cast share one password');
    hashed ??= auth.hashPassword(password);
    return hashed;
  };
}

export async function signIn(server: TestServer, login: string, id: number): Promise<Member> {
  const origin = { origin: server.url };
  const reply = await server.call('POST', '/api/v1/session', { body: { login, password }, headers: origin });
  if (reply.status !== 200) throw new Error(`${login} could not sign in: ${reply.text}`);
  const cookie = reply.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return {
    id,
    cookie,
    call: (method, path, body, headers) =>
      server.call(method, `/api/v1${path}`, { body, cookie, headers: { ...origin, ...headers } }),
  };
}

/** A phone complaint as an agent writes it down under the resolution flow. */
export const phoneComplaint = {
  'customer-name': '王小明',
  'customer-contact': '138 0013 8000',
  'customer-type': 'individual',
  channel: 'phone',
  'occurred-when': '昨天下午三点左右',
  'occurred-where': '应用的支付页面',
  phenomenon: '付款时一直提示系统繁忙，钱扣了两次，订单没有生成，打了三次电话都没人管。',
  'expected-result': '今天之内退回多扣的钱，并说明原因',
  'order-number': 'A20260302-7788',
};
