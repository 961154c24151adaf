import { beforeAll, describe, expect, it } from 'vitest';
import type { TicketDetail } from '../../src/contract/ticket.ts';
import { type BrokenChain, verifyChain } from '../../src/server/features/tickets/index.ts';
import { type Cast, castOf, phoneComplaint } from '../support/cast.ts';
import { databaseUrl, runCommand } from '../support/run-command.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

describe('the hash chain', () => {
  let server: TestServer;
  let cast: Cast;

  beforeAll(async () => {
    server = await startTestServer();
    cast = await castOf(server);
  });

  const sql = (text: string, values: unknown[] = []) => server.context.pool.query(text, values);
  const verify = async () => {
    const broken: BrokenChain[] = [];
    const summary = await verifyChain(server.context.pool, { broken: (one) => broken.push(one), progress: () => {} });
    return { summary, broken };
  };
  const register = async (notes = 2) => {
    const reply = await cast.agent.call('POST', '/tickets', { playbook: 'resolution-flow', answers: phoneComplaint });
    let ticket = reply.body as TicketDetail;
    for (let count = 0; count < notes; count++) {
      const body = { version: ticket.version, note: `第 ${count} 条` };
      ticket = (await cast.agent.call('POST', `/tickets/${ticket.id}/add-note`, body)).body as TicketDetail;
    }
    return ticket;
  };
  /** As somebody with all rights over the database could: the table itself refuses changes. */
  const tamper = async (text: string, values: unknown[]) => {
    await expect(sql(text, values)).rejects.toThrow('append-only');
    await sql('alter table event disable trigger event_append_only');
    try {
      expect((await sql(text, values)).rowCount).toBeGreaterThan(0);
    } finally {
      await sql('alter table event enable trigger event_append_only');
    }
  };
  /** What is found, and that nothing is found once it is put right again. */
  const foundAfter = async (change: () => Promise<unknown>, number: string) => {
    await sql('create table kept_event as table event');
    await sql('create table kept_ticket as table ticket');
    await change();
    const { broken } = await verify();
    await sql('alter table event disable trigger event_append_only');
    await sql('delete from event');
    await sql('insert into event table kept_event');
    await sql('alter table event enable trigger event_append_only');
    await sql(
      `update ticket t set version = k.version, head_hash = k.head_hash, facts = k.facts from kept_ticket k where k.id = t.id`,
    );
    await sql('drop table kept_event, kept_ticket');
    expect((await verify()).broken).toEqual([]);
    expect(broken.every((one) => one.number === number)).toBe(true);
    return broken.map(({ seq, problem }) => `event ${seq} ${problem}`);
  };

  it('of an honest history is whole', async () => {
    const first = await register();
    await register(0);
    expect(await verify()).toEqual({ summary: { tickets: 2, events: first.version + 2, broken: 0 }, broken: [] });
  });

  it('cannot be emptied at once either', async () => {
    await register();
    for (const table of ['event', 'incident_event'])
      await expect(sql(`truncate ${table}`), table).rejects.toThrow('append-only');
    expect((await verify()).summary.events).toBeGreaterThan(0);
  });

  it.each<[string, string, string]>([
    ['what was done', `data = '{"stage": "archive"}'`, 'event 2 is not what was recorded'],
    ['who did it', 'actor_id = actor_id + 1', 'event 2 is not what was recorded'],
    ['who it is said to be', `actor_kind = 'program'`, 'event 2 is not what was recorded'],
    ['when', "at = at + interval '1 ms'", 'event 2 is not what was recorded'],
    ['what it is called', `type = 'note.added'`, 'event 2 is not what was recorded'],
    ['what was said', `secret = '\\x00'`, 'event 2 is not what was recorded'],
    ['the hash', `hash = decode(repeat('00', 32), 'hex')`, 'event 2 is not what was recorded'],
  ])('shows a change of %s', async (_, change, expected) => {
    const ticket = await register();
    const text = `update event set ${change} where ticket_id = $1 and seq = 2`;
    expect(await foundAfter(() => tamper(text, [ticket.id]), ticket.number)).toEqual([expected]);
  });

  it('shows an event taken out of the middle, off the end, and all of them', async () => {
    const ticket = await register();
    const last = ticket.version;
    const remove = (where: string) => () => tamper(`delete from event where ticket_id = $1 and ${where}`, [ticket.id]);
    expect(await foundAfter(remove('seq = 2'), ticket.number)).toEqual(['event 2 is missing']);
    expect(await foundAfter(remove(`seq = ${last}`), ticket.number)).toEqual([
      `event ${last} is missing: the ticket knows of it`,
    ]);
    expect(await foundAfter(remove('seq > 0'), ticket.number)).toEqual([
      'event 1 is missing, and all that followed it',
    ]);
  });

  it('shows an event that was added, and a ticket that remembers another end', async () => {
    const ticket = await register();
    const last = ticket.version;
    const add = () =>
      sql(
        `insert into event select ticket_id, seq + 1, type, at, actor_kind, actor_id, data, secret, hash
         from event where ticket_id = $1 and seq = $2`,
        [ticket.id, last],
      );
    expect(await foundAfter(add, ticket.number)).toEqual([`event ${last + 1} is not what was recorded`]);
    const forget = () => sql('update ticket set version = version - 1 where id = $1', [ticket.id]);
    expect(await foundAfter(forget, ticket.number)).toEqual([
      `event ${last} was added: the ticket does not know of it`,
    ]);
    const other = () => sql(`update ticket set head_hash = '\\x00' where id = $1`, [ticket.id]);
    expect(await foundAfter(other, ticket.number)).toEqual([`event ${last} is not the last one that the ticket knows`]);
  });

  it('shows an end that was cut off with the ticket set back, as long as its state or a notice tells of it', async () => {
    const ticket = await register();
    const last = ticket.version;
    const cut = async () => {
      await tamper('delete from event where ticket_id = $1 and seq = $2', [ticket.id, last]);
      const head = '(select hash from event where ticket_id = t.id and seq = t.version - 1)';
      await sql(`update ticket t set version = version - 1, head_hash = ${head} where id = $1`, [ticket.id]);
    };
    expect(await foundAfter(cut, ticket.number)).toEqual([
      `event ${last - 1} is the last, but the ticket's state comes from ${last} events`,
    ]);
    await sql(
      `insert into notice (staff_id, ticket_id, event_seq, kind, at) values ($1, $2, $3, 'ticket.assigned', now())`,
      [cast.agent.id, ticket.id, last],
    );
    const cutState = async () => {
      await cut();
      await sql(`update ticket set facts = jsonb_set(facts::jsonb, '{version}', to_jsonb(version)) where id = $1`, [
        ticket.id,
      ]);
    };
    expect(await foundAfter(cutState, ticket.number)).toEqual([`event ${last} is missing: a notice tells of it`]);
  });

  it('tells each broken ticket once, by its first break, among those that are whole', async () => {
    const broken = await register(4);
    const whole = await register();
    await sql('alter table event disable trigger event_append_only');
    await sql(`update event set data = '{}' where ticket_id = $1 and seq in (2, 4)`, [broken.id]);
    await sql('alter table event enable trigger event_append_only');
    const found = await verify();
    expect(found.broken).toEqual([{ number: broken.number, seq: 2, problem: 'is not what was recorded' }]);
    expect(found.summary.broken).toBe(1);
    expect(whole.version).toBeGreaterThan(0);
  });

  it('is checked by a command that needs no key: 0 when it is whole, 1 when it is not', async () => {
    const env = { DATABASE_URL: databaseUrl(server.context.pool.options), HUIYIN_DATA_DIR: '/nowhere/at/all' };
    const found = await runCommand(['verify'], env);
    expect(found.code, found.stderr).toBe(1);
    expect(found.stdout).toMatch(
      /^CF\d+ {2}event 2 is not what was recorded\n[\d,]+ events of \d+ tickets verified: 1 tickets are broken\.\n$/,
    );
    expect(await runCommand(['verify', '--fix'], env)).toMatchObject({ code: 2, stdout: '' });
  }, 60_000);

  it('stays whole when a customer is erased', async () => {
    const before = await verify();
    const ticket = await register();
    const erased = await cast.admin.call('POST', `/customers/${ticket.customer.id}/erase`, { reason: '客户要求' });
    expect(erased.status, erased.text).toBe(204);
    expect((await verify()).broken).toEqual(before.broken);
  });
});
