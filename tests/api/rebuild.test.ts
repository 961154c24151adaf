import { beforeAll, describe, expect, it } from 'vitest';
import type { TicketDetail } from '../../src/contract/ticket.ts';
import {
  openRebuild,
  rebuildTickets,
  type TicketFinding,
  verifyChain,
  workDueClocks,
} from '../../src/server/features/tickets/index.ts';
import { type Cast, castOf, type Member, phoneComplaint } from '../support/cast.ts';
import { databaseUrl, runCommand } from '../support/run-command.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const hour = 3_600_000;

describe('rebuilding what is derived from the events', () => {
  let server: TestServer;
  let cast: Cast;
  let ticket: TicketDetail;

  const sql = (text: string, values: unknown[] = []) => server.context.pool.query(text, values);
  const act = async (who: Member, action: string, body: object) => {
    const reply = await who.call('POST', `/tickets/${ticket.id}/${action}`, { version: ticket.version, ...body });
    expect(reply.status, reply.text).toBe(200);
    ticket = reply.body as TicketDetail;
  };
  const register = async (contact = phoneComplaint['customer-contact']) => {
    const answers = { ...phoneComplaint, 'customer-contact': contact };
    const reply = await cast.agent.call('POST', '/tickets', { playbook: 'resolution-flow', answers });
    expect(reply.status, reply.text).toBe(201);
    return reply.body as TicketDetail;
  };
  const rebuild = async (repairs = false) => {
    const { pool, masterKey, clock } = server.context;
    const findings: TicketFinding[] = [];
    const deps = await openRebuild(pool, masterKey, clock);
    const watch = { found: (finding: TicketFinding) => findings.push(finding), progress: () => {} };
    const summary = await rebuildTickets(deps, repairs, watch);
    return { summary, findings };
  };
  const fieldsFound = async () =>
    (await rebuild()).findings.flatMap(({ number, differences }) =>
      differences.map(({ field }) => (number === ticket.number ? field : `${number} ${field}`)),
    );
  const isWhole = async () => {
    const { summary, findings } = await rebuild();
    expect(findings).toEqual([]);
    expect(summary).toMatchObject({ different: 0, places: 0, repaired: 0 });
  };

  beforeAll(async () => {
    server = await startTestServer();
    cast = await castOf(server);
    await register();
    ticket = await register('13911112222');
    await act(cast.supervisor, 'submit-form', {
      form: 'classification',
      answers: {
        category: 'system-failure',
        priority: 'urgent',
        'priority-reason': '扣款异常',
        'suggested-department': 'technology',
      },
    });
    await act(cast.supervisor, 'submit-form', {
      form: 'task-order',
      answers: {
        department: 'technology',
        owner: cast.specialist.id,
        collaborators: [cast.agent.id],
        requirement: '查清原因',
        deadline: '2026-03-02T18:00:00+08:00',
      },
    });
    await act(cast.specialist, 'start-wait', {
      for: 'customer',
      reason: '等订单号',
      until: '2026-03-02T12:00:00+08:00',
    });
    await act(cast.agent, 'add-note', { note: '内部备注' });
    server.clock.advance(4 * hour);
    await workDueClocks(server.context.engine);
    ticket = (await cast.agent.call('GET', `/tickets/${ticket.id}`)).body as TicketDetail;
  });

  it('finds no difference in what the server wrote, and writes nothing', async () => {
    const before = await sql('select xmin::text, * from ticket order by id');
    await isWhole();
    expect((await rebuild(true)).summary).toEqual({ tickets: 2, different: 0, places: 0, repaired: 0 });
    expect((await sql('select xmin::text, * from ticket order by id')).rows).toEqual(before.rows);
  });

  it.each<[string, string, string[]]>([
    ['a column', `update ticket set stage = 'archive', owner_id = null where id = $1`, ['stage', 'owner_id']],
    [
      'an instant',
      `update ticket set next_due_at = 'infinity', is_breached = false where id = $1`,
      ['next_due_at', 'is_breached'],
    ],
    ['a list', `update ticket set collaborators = '{}' where id = $1`, ['collaborators']],
    [
      'a fact',
      `update ticket set facts = jsonb_set(facts::jsonb, '{escalation}', '7') where id = $1`,
      ['facts.escalation'],
    ],
    [
      'a fact that is gone',
      `update ticket set facts = facts::jsonb - 'receivedAt' where id = $1`,
      ['facts.receivedAt'],
    ],
    [
      'a run',
      `update ticket set facts = jsonb_set(facts::jsonb, '{clocks,0,breachedAt}', 'null') where id = $1`,
      ['facts.clocks.0.breachedAt'],
    ],
    [
      'a clock',
      `update clock set wake_at = null, due_at = due_at + interval '1 h' where ticket_id = $1 and clock = 'resolution'`,
      ['clock.resolution.1.due_at', 'clock.resolution.1.wake_at'],
    ],
    ['a clock that is gone', `delete from clock where ticket_id = $1 and clock = 'resolution'`, ['clock.resolution.1']],
    ['a clock too many', `insert into clock values ($1, 'nothing', 1, 'running', now(), now())`, ['clock.nothing.1']],
    ['search tokens', `update ticket_search set tokens = tokens[2:] where ticket_id = $1`, ['search']],
    ['search tokens that are gone', `delete from ticket_search where ticket_id = $1`, ['search']],
    ['a text that is gone', `update ticket set secret = null where id = $1`, ['text']],
    ['a text that cannot be read', `update ticket set secret = '\\x0102' where id = $1`, ['text']],
    [
      'a text of an older ticket',
      'update ticket set secret = (select min(secret) from ticket where id <> $1) where id = $1',
      ['text'],
    ],
    [
      'a line for lists that is of an older ticket',
      'update ticket set description = (select min(description) from ticket where id <> $1) where id = $1',
      ['description'],
    ],
    ['the version', 'update ticket set version = version + 3 where id = $1', ['version']],
  ])('finds %s that was changed, names it, and repairs it', async (_, change, fields) => {
    await sql(change, [ticket.id]);
    expect((await fieldsFound()).sort()).toEqual([...fields].sort());
    const { summary, findings } = await rebuild(true);
    expect(summary).toEqual({ tickets: 2, different: 1, places: fields.length, repaired: 1 });
    expect(findings).toMatchObject([{ number: ticket.number, isRepaired: true, blocked: null }]);
    await isWhole();
    const after = (await cast.agent.call('GET', `/tickets/${ticket.id}`)).body;
    expect(after).toEqual(ticket);
  });

  it('tells where texts differ, never what they say', async () => {
    const { ring } = server.context;
    const { rows } = await sql(
      'select customer_id, data_key, t.secret from ticket t join customer c on c.id = customer_id where t.id = $1',
      [ticket.id],
    );
    const [{ customer_id: customer, data_key }] = rows as [{ customer_id: number; data_key: Buffer }];
    const { openJson, sealJson } = await import('../../src/server/features/tickets/secret.ts');
    const text = openJson<{ requirement: string }>(ring, data_key, customer, rows[0].secret);
    const changed = sealJson(ring.unwrap(data_key), customer, { ...text, requirement: '别的要求' });
    await sql('update ticket set secret = $2 where id = $1', [ticket.id, changed]);
    const { findings } = await rebuild(true);
    expect(findings[0]?.differences).toEqual([
      { field: 'text.requirement', stored: 'sealed', rebuilt: 'sealed otherwise' },
    ]);
    expect(JSON.stringify(findings)).not.toContain('要求');
    await isWhole();
  });

  it('brings back a ticket of which only the events are left', async () => {
    const { id } = ticket;
    await sql('delete from notice where ticket_id = $1', [id]);
    for (const table of ['clock', 'ticket_search', 'ticket'])
      await sql(`delete from ${table} where ${table === 'ticket' ? 'id' : 'ticket_id'} = $1`, [id]);
    expect(await fieldsFound()).toEqual(['ticket']);
    expect((await rebuild(true)).summary).toMatchObject({ different: 1, repaired: 1 });
    await isWhole();
    expect((await cast.agent.call('GET', `/tickets/${id}`)).body).toEqual(ticket);
    await act(cast.agent, 'add-note', { note: '恢复后继续' });
  });

  it('follows a corrected customer', async () => {
    const patch = { name: '王大明', contact: '13700001111' };
    const reply = await cast.agent.call('PATCH', `/customers/${ticket.customer.id}`, patch);
    expect(reply.status, reply.text).toBe(200);
    await isWhole();
  });

  it('is a command: 1 while differences are left, 0 once they are repaired, 2 for wrong flags', async () => {
    const env = { DATABASE_URL: databaseUrl(server.context.pool.options), HUIYIN_MASTER_KEY: '07'.repeat(32) };
    const whole = await runCommand(['rebuild'], env);
    expect(whole).toEqual({ code: 0, stdout: '2 tickets rebuilt: no differences.\n', stderr: '' });
    await sql(
      `update ticket set stage = 'archive', facts = jsonb_set(facts::jsonb, '{escalation}', '7') where id = $1`,
      [ticket.id],
    );
    const found = await runCommand(['rebuild'], env);
    expect(found.code).toBe(1);
    expect(found.stdout).toBe(
      `${ticket.number}  stage: "archive" → "${ticket.stage}"\n${ticket.number}  facts.escalation: 7 → ${ticket.escalation}\n` +
        '2 tickets rebuilt: 1 differ, in 2 places. Remedy: huiyin rebuild --repair writes what the events tell.\n',
    );
    const repaired = await runCommand(['rebuild', '--repair'], env);
    expect(repaired.code, repaired.stderr).toBe(0);
    expect(repaired.stdout).toContain(
      `${ticket.number}  repaired\n2 tickets rebuilt: 1 differ, in 2 places. 1 repaired.`,
    );
    expect(await runCommand(['rebuild', '--repiar'], env)).toMatchObject({ code: 2, stdout: '' });
    const other = await runCommand(['rebuild'], { ...env, HUIYIN_MASTER_KEY: '08'.repeat(32) });
    expect(other).toMatchObject({ code: 1, stdout: '' });
    expect(other.stderr).toContain('master.key');
  }, 60_000);

  it('does not write over what is left when an event was taken away', async () => {
    await sql('alter table event disable trigger event_append_only');
    await sql('delete from event where ticket_id = $1 and seq = $2', [ticket.id, ticket.version]);
    const { summary, findings } = await rebuild(true);
    expect(summary).toMatchObject({ different: 1, repaired: 0 });
    expect(findings[0]?.blocked).toContain('huiyin verify');
    await sql('delete from event where ticket_id = $1 and seq = 2', [ticket.id]);
    expect((await rebuild(true)).findings).toMatchObject([{ isRepaired: false, blocked: 'event 2 is missing' }]);
    const watch = { broken: () => {}, progress: () => {} };
    expect((await verifyChain(server.context.pool, watch)).broken).toBe(1);
    // Nothing is left of it for what follows.
    await sql('delete from event where ticket_id = $1', [ticket.id]);
    for (const table of ['notice', 'clock', 'ticket_search'])
      await sql(`delete from ${table} where ticket_id = $1`, [ticket.id]);
    await sql('delete from ticket where id = $1', [ticket.id]);
    await sql('alter table event enable trigger event_append_only');
    await isWhole();
  });

  it('leaves an erased customer erased, and finds what should be gone', async () => {
    ticket = await register('13622223333');
    const { rows } = await sql('select secret, description from ticket where id = $1', [ticket.id]);
    const erase = await cast.admin.call('POST', `/customers/${ticket.customer.id}/erase`, { reason: '客户要求' });
    expect(erase.status, erase.text).toBe(204);
    await isWhole();
    const left = [ticket.id, rows[0].secret, rows[0].description];
    await sql('update ticket set secret = $2, description = $3 where id = $1', left);
    await sql(`insert into ticket_search values ($1, '{1,2}')`, [ticket.id]);
    expect(await fieldsFound()).toEqual(['secret', 'description', 'search']);
    await rebuild(true);
    await isWhole();
    expect((await sql('select secret from ticket where id = $1', [ticket.id])).rows).toEqual([{ secret: null }]);
    ticket = (await cast.agent.call('GET', `/tickets/${ticket.id}`)).body as TicketDetail;
    await act(cast.supervisor, 'dismiss', { reason: 'withdrawn' });
    await isWhole();
  });
});
