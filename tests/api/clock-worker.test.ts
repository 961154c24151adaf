import { beforeAll, describe, expect, it } from 'vitest';
import type { TicketDetail } from '../../src/contract/ticket.ts';
import { startClockWorker, workDueClocks } from '../../src/server/features/tickets/index.ts';
import { type Cast, castOf, phoneComplaint } from '../support/cast.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const hourMs = 3_600_000;

describe('due clocks', () => {
  let server: TestServer;
  let cast: Cast;
  const sql = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
    (await server.context.pool.query<Row>(text, values)).rows;
  const breaches = () =>
    sql<{ ticket_id: number; clock: string }>(
      `select ticket_id, data->>'clock' as clock from event where type = 'clock.breached' order by ticket_id, clock`,
    );
  const faults = () =>
    sql<{ ticket_id: number; fault: string }>('select ticket_id, fault from clock where fault is not null');

  const register = async (count: number): Promise<number[]> => {
    const body = { playbook: 'resolution-flow', answers: phoneComplaint };
    const made = Array.from({ length: count }, () => cast.agent.call('POST', '/tickets', body));
    return (await Promise.all(made)).map((reply) => (reply.body as TicketDetail).id).sort((a, b) => a - b);
  };
  const workAll = async () => {
    for (;;) {
      const { handled, setAside } = await workDueClocks(server.context.engine);
      if (handled + setAside === 0) return;
    }
  };

  beforeAll(async () => {
    server = await startTestServer();
    cast = await castOf(server);
  });

  it('are each said once, however many work on them', async () => {
    const ids = await register(60);
    server.clock.advance(25 * hourMs);
    const { engine } = server.context;
    const rounds = await Promise.all(Array.from({ length: 12 }, () => workDueClocks(engine, 10)));
    // How many of them find something left to claim depends on who is quicker; that nothing is said twice does not.
    expect(rounds.reduce((sum, { handled }) => sum + handled, 0)).toBeGreaterThan(0);
    await workAll();
    expect(await breaches()).toEqual(ids.map((ticket_id) => ({ ticket_id, clock: 'handling-start' })));
    expect(await faults()).toEqual([]);
    const read = await cast.agent.call('GET', `/tickets/${ids[0]}`);
    expect(JSON.stringify(read.body)).toContain(phoneComplaint.phenomenon);
  });

  it('that cannot be handled are set aside alone, and do not come back', async () => {
    const before = await breaches();
    const ids = await register(8);
    const [unreadable = 0, unwritable = 0, silent = 0] = ids;
    await sql(`update ticket set facts = jsonb_set(facts::jsonb, '{clocks,0,clock}', '"nothing"') where id = $1`, [
      unreadable,
    ]);
    await sql(
      `insert into event select ticket_id, version + 1, 'note.added', now(), 'system', null, '{}', null, ''
      from event join ticket on ticket.id = ticket_id where ticket_id = $1 and seq = 1`,
      [unwritable],
    );
    await sql('update clock set wake_at = $2 where ticket_id = $1', [silent, new Date(server.clock.now())]);
    expect(await workDueClocks(server.context.engine)).toMatchObject({ setAside: 1 });
    expect((await faults()).map(({ ticket_id }) => ticket_id)).toContain(silent);
    server.clock.advance(25 * hourMs);
    await workAll();
    const healthy = ids.slice(3);
    const said = (await breaches()).slice(before.length).filter(({ clock }) => clock === 'handling-start');
    expect(said.map(({ ticket_id }) => ticket_id)).toEqual(healthy);
    const aside = new Map((await faults()).map(({ ticket_id, fault }) => [ticket_id, fault]));
    expect([...aside.keys()].sort((a, b) => a - b)).toEqual([unreadable, unwritable, silent]);
    expect(aside.get(unreadable)).toContain('nothing');
    expect(aside.get(unwritable)).toContain('event_pkey');
    expect(aside.get(silent)).toContain('nothing to say');
    expect(await workDueClocks(server.context.engine)).toEqual({ handled: 0, setAside: 0 });
  });

  it('are said within a second by a worker that runs', async () => {
    const [id = 0] = await register(1);
    const dueAt = server.clock.now() + 24 * hourMs;
    const began = Date.now();
    const clock = { now: () => dueAt - 700 + Date.now() - began };
    const engine = { ...server.context.engine, clock };
    const worker = startClockWorker(engine);
    await expect
      .poll(async () => (await breaches()).some(({ ticket_id }) => ticket_id === id), { timeout: 5_000, interval: 50 })
      .toBe(true);
    await worker.stop();
    const [said] = await sql<{ at: number }>(`select at from event where ticket_id = $1 and type = 'clock.breached'`, [
      id,
    ]);
    expect((said?.at ?? 0) - dueAt).toBeGreaterThan(0);
    expect((said?.at ?? 0) - dueAt).toBeLessThan(1_500);
  });
});
