import { describe, expect, it } from 'vitest';
import { startTestServer } from '../support/server.ts';
import { addPerson, fromPage, password, setUp } from './session-server.ts';

const person = { name: '李雷', login: 'lilei', password, roles: ['agent'] };

describe('staff', () => {
  it('are added by administrators only, with names and places that exist', async () => {
    const server = await startTestServer();
    const { pool } = server.context;
    const { cookie } = await setUp(server);
    const admin = fromPage(server, cookie);
    const created = await admin('POST', '/staff', { ...person, departments: ['product'], supervisor: 1 });
    expect(created.status).toBe(201);
    expect(created.body).toEqual({
      id: 2,
      name: '李雷',
      login: 'lilei',
      roles: ['agent'],
      departments: ['product'],
      supervisor: 1,
      email: null,
      chatId: null,
      isActive: true,
    });
    const stored = await pool.query(
      'select password, email from auth_account a join auth_user u on u.id = a.user_id order by email',
    );
    expect(stored.rows[0].email).toBe('lilei@huiyin.invalid');
    expect(JSON.stringify(stored.rows)).not.toContain(password);

    const refusals: [object, object][] = [
      [
        { ...person, login: 'LiLei ' },
        { status: 409, code: 'staff.login-taken', field: 'login' },
      ],
      [
        { ...person, login: 'han', departments: ['product', 'logistic'] },
        { status: 422, code: 'staff.unknown-department', field: 'departments.1', details: { valid: 'logistics' } },
      ],
      [
        { ...person, login: 'han', supervisor: 99 },
        { status: 422, code: 'staff.unknown-supervisor' },
      ],
      [
        { ...person, login: 'han', roles: ['boss'] },
        { status: 400, field: 'roles.0' },
      ],
      [
        { ...person, login: '韩梅', roles: ['agent'] },
        { status: 400, field: 'login' },
      ],
      [
        { ...person, login: 'han', password: 'short' },
        { status: 400, field: 'password' },
      ],
    ];
    for (const [body, problem] of refusals) expect((await admin('POST', '/staff', body)).body).toMatchObject(problem);
    expect((await pool.query('select 1 from auth_user')).rowCount).toBe(2);

    expect((await server.call('POST', '/api/v1/staff', { body: person })).body).toMatchObject({ status: 401 });
    for (const roles of [['supervisor', 'manager'], ['agent']]) {
      const other = await addPerson(server, cookie, { login: roles[0] ?? '', roles });
      expect((await other.call('POST', '/staff', { ...person, login: 'han' })).body).toMatchObject({
        status: 403,
        code: 'auth.forbidden',
        details: { roles: ['admin'] },
      });
      expect((await other.call('PATCH', '/staff/2', { roles: ['admin'] })).status).toBe(403);
    }
  });

  it('see each other by name; logins are for those who look after accounts', async () => {
    const server = await startTestServer();
    const { cookie } = await setUp(server);
    const agent = await addPerson(server, cookie, { login: 'lilei', roles: ['agent'] });
    const supervisor = await addPerson(server, cookie, { login: 'han', roles: ['supervisor'] });
    const logins = async (call: typeof agent.call) =>
      ((await call('GET', '/staff')).body as { items: { login: string }[] }).items.map(({ login }) => login);
    expect(await logins(supervisor.call)).toEqual(['wangmin', 'lilei', 'han']);
    expect(await logins(agent.call)).toEqual(['', 'lilei', '']);
    expect((await server.call('GET', '/api/v1/staff')).status).toBe(401);
  });

  it('report along a line, never in a circle', async () => {
    const server = await startTestServer();
    const { cookie } = await setUp(server);
    const admin = fromPage(server, cookie);
    const a = await addPerson(server, cookie, { login: 'anna', roles: ['agent'], supervisor: 1 });
    const b = await addPerson(server, cookie, { login: 'bert', roles: ['agent'], supervisor: a.id });
    expect((await admin('PATCH', `/staff/${a.id}`, { supervisor: b.id })).body).toMatchObject({
      status: 422,
      code: 'staff.supervisor-cycle',
      details: { chain: 'anna → bert → anna' },
    });
    expect((await admin('PATCH', `/staff/${a.id}`, { supervisor: a.id })).status).toBe(422);
    expect((await admin('PATCH', '/staff/1', { supervisor: b.id })).status).toBe(422);
    expect((await admin('PATCH', `/staff/${b.id}`, { supervisor: null })).body).toMatchObject({ supervisor: null });
    expect((await admin('PATCH', '/staff/1', { supervisor: b.id })).body).toMatchObject({ supervisor: b.id });
    expect((await admin('PATCH', '/staff/99', { name: '无' })).body).toMatchObject({
      status: 404,
      code: 'staff.unknown',
    });
  });

  it('always include an administrator, also when two of them switch each other off at once', async () => {
    const server = await startTestServer();
    const { cookie } = await setUp(server);
    const admin = fromPage(server, cookie);
    const refused = { status: 409, code: 'staff.last-admin' };
    expect((await admin('PATCH', '/staff/1', { isActive: false })).body).toMatchObject(refused);
    expect((await admin('PATCH', '/staff/1', { roles: ['agent'] })).body).toMatchObject({ ...refused, field: 'roles' });
    const second = await addPerson(server, cookie, { login: 'second', roles: ['admin'] });

    const replies = await Promise.all([
      admin('PATCH', `/staff/${second.id}`, { isActive: false }),
      second.call('PATCH', '/staff/1', { roles: ['agent'] }),
    ]);
    const [won, lost] = replies.map(({ status }) => status).sort();
    expect(won).toBe(200);
    // Refused by the rule, or because the other change had already taken the right to ask.
    expect([401, 403, 409]).toContain(lost);
    const { rows } = await server.context.pool.query(`select 1 from staff where is_active and 'admin' = any(roles)`);
    expect(rows.length).toBe(1);
  });
});

describe('departments', () => {
  it('have a contact who is there: active and one of them', async () => {
    const server = await startTestServer();
    const { cookie } = await setUp(server);
    const admin = fromPage(server, cookie);
    const agent = await addPerson(server, cookie, { login: 'lilei', roles: ['contact'], departments: ['product'] });
    const save = (call: typeof admin, code: string, contact: number | null) =>
      call('POST', '/departments', { code, name: { zh: '部门', en: 'Department' }, contact });
    const read = async (code: string) =>
      ((await agent.call('GET', '/departments')).body as { items: { code: string }[] }).items.find(
        (one) => one.code === code,
      );

    const refused = { status: 422, code: 'department.contact-not-member', field: 'contact' };
    expect((await save(admin, 'logistics', agent.id)).body).toMatchObject(refused);
    expect((await save(admin, 'logistics', 99)).body).toMatchObject(refused);
    expect((await save(agent.call, 'product', agent.id)).status).toBe(403);
    expect((await save(admin, 'Not a code', null)).status).toBe(400);
    expect((await save(admin, 'product', agent.id)).body).toEqual({
      code: 'product',
      name: { zh: '部门', en: 'Department' },
      contact: agent.id,
      isActive: true,
    });
    expect(await read('product')).toMatchObject({ contact: agent.id });

    expect((await admin('PATCH', `/staff/${agent.id}`, { departments: ['logistics'] })).status).toBe(200);
    expect(await read('product')).toMatchObject({ contact: null });
    expect((await save(admin, 'logistics', agent.id)).status).toBe(200);
    const other = await addPerson(server, cookie, { login: 'han', roles: ['agent'] });
    expect((await admin('PATCH', `/staff/${agent.id}`, { isActive: false })).status).toBe(200);
    const { text } = await other.call('GET', '/departments');
    expect(text).not.toContain(`"contact":${agent.id}`);
  });
});

describe('tokens', () => {
  it('are shown once, kept as a hash, and made by administrators', async () => {
    const server = await startTestServer();
    const { cookie } = await setUp(server);
    const admin = fromPage(server, cookie);
    const supervisor = await addPerson(server, cookie, { login: 'han', roles: ['supervisor'] });
    const agent = await addPerson(server, cookie, { login: 'lilei', roles: ['agent'] });
    const body = { name: '商城', roles: ['agent'], departments: ['product'] };

    const created = await admin('POST', '/tokens', body);
    expect(created.status).toBe(201);
    const { token, ...shown } = created.body as { token: string };
    expect(token).toMatch(/^hy_[\w-]{43}$/);
    expect(shown).toMatchObject({ name: '商城', roles: ['agent'], lastUsedAt: null, isRevoked: false });
    const listed = await supervisor.call('GET', '/tokens');
    expect(listed.body).toEqual({ items: [shown] });
    const { rows } = await server.context.pool.query('select *, token_hash::text from api_token');
    expect(JSON.stringify(rows)).not.toContain(token);
    expect((await server.call('GET', '/api/v1/me', { token })).body).toMatchObject({ name: '商城', login: '' });
    expect((await server.call('POST', '/api/v1/tokens', { token, body })).status).toBe(403);

    for (const call of [supervisor.call, agent.call]) expect((await call('POST', '/tokens', body)).status).toBe(403);
    expect((await agent.call('GET', '/tokens')).status).toBe(403);
    expect((await supervisor.call('DELETE', '/tokens/1')).status).toBe(403);
    expect((await admin('POST', '/tokens', { ...body, departments: ['produkt'] })).body).toMatchObject({
      code: 'staff.unknown-department',
      details: { given: 'produkt', valid: 'product' },
    });
    expect((await admin('DELETE', '/tokens/1')).status).toBe(204);
    expect((await supervisor.call('GET', '/tokens')).body).toMatchObject({ items: [{ isRevoked: true }] });
  });
});
