import { beforeAll, describe, expect, it } from 'vitest';
import type { TicketDetail } from '../../src/contract/ticket.ts';
import { startTellingWorker, workTellings } from '../../src/server/features/incidents/index.ts';
import { castOf } from '../support/cast.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { IncidentStory } from './incident-story.ts';

let server: TestServer;
let story: IncidentStory;

beforeAll(async () => {
  server = await startTestServer();
  story = new IncidentStory(server, await castOf(server));
});

const ids = (tickets: readonly TicketDetail[]) => tickets.map(({ id }) => id);

describe('telling the customers of an incident', () => {
  it('tells each once, however many work at it, in the order in which it was said', async () => {
    const incident = await story.open();
    const tickets = ids(await story.register(40));
    await story.link(incident, tickets, { tell: false });
    for (const message of ['第一', '第二', '第三']) await story.update(incident, message);
    const { engine } = server.context;
    const work = async () => {
      for (let rounds = 0; rounds < 12; rounds++) await workTellings(engine, 7);
    };
    await Promise.all([work(), work(), work(), work()]);
    await story.tellAll();
    expect(await story.told(tickets)).toEqual(tickets.map(() => 3));
    const order = await story.sql<{ ticket_id: number; seqs: number[] }>(
      `select t.ticket_id, array_agg(t.seq order by e.seq)::int[] as seqs from incident_telling t
       join event e on e.ticket_id = t.ticket_id and e.type = 'customer.informed'
         and e.seq = (select x.seq from event x where x.ticket_id = t.ticket_id and x.type = 'customer.informed'
           order by x.seq offset (t.seq - 4) limit 1)
       where t.incident_id = $1 group by t.ticket_id`,
      [incident.id],
    );
    for (const { seqs } of order) expect(seqs).toEqual([4, 5, 6]);
  });

  it('tells nobody twice when a batch is lost on its way, and nobody is left out', async () => {
    const incident = await story.open();
    const tickets = ids(await story.register(12));
    await story.link(incident, tickets, { tell: false });
    await story.update(incident, '正在修复');
    // The last statement of the batch fails: all that it wrote before is gone with it.
    await story.sql(
      `create function lose() returns trigger language plpgsql as $$ begin raise exception 'lost'; end $$`,
    );
    await story.sql('create trigger lose before update on incident_telling for each statement execute function lose()');
    await expect(workTellings(server.context.engine, 5)).rejects.toThrow('lost');
    expect(await story.told(tickets)).toEqual(tickets.map(() => 0));
    await story.sql('drop trigger lose on incident_telling');
    await story.tellAll();
    await story.tellAll();
    expect(await story.told(tickets)).toEqual(tickets.map(() => 1));
  });

  it('sets aside what cannot be told, says so, and tells it when it is mended', async () => {
    const incident = await story.open();
    const tickets = ids(await story.register(5));
    await story.link(incident, tickets, { tell: false });
    const [unreadable = 0, unwritable = 0, left = 0] = tickets;
    const broken = await story.sql<{ secret: Buffer }>('select secret from ticket where id = $1', [unreadable]);
    await story.sql(`update ticket set secret = '\\x00' where id = $1`, [unreadable]);
    const version = (await story.ticket(unwritable)).version;
    await story.sql(
      `insert into event select ticket_id, $2, 'note.added', now(), 'system', null, '{}', null, '' from event where ticket_id = $1 and seq = 1`,
      [unwritable, version + 1],
    );
    await story.update(incident, '正在修复');
    await story.act(left, story.cast.agent, 'unlink-incident', {});
    await story.tellAll();
    expect(await story.told(tickets)).toEqual([0, 0, 0, 1, 1]);
    const detail = await story.read(incident);
    expect(detail.entries.find(({ type }) => type === 'incident.updated')?.telling).toEqual({
      total: 5,
      told: 2,
      skipped: 1,
      setAside: 2,
    });
    expect(detail.setAside.map(({ ticket }) => ticket)).toEqual([unreadable, unwritable]);
    await story.sql('update ticket set secret = $2 where id = $1', [unreadable, broken[0]?.secret]);
    const list = await story.cast.agent.call('GET', `/incidents/${incident.id}/tickets`);
    const shown = (list.body as { items: { id: number; told: string }[] }).items.map(({ id, told }) => [id, told]);
    expect(shown).toContainEqual([unreadable, 'set-aside']);
    const refused = await story.cast.specialist.call('POST', `/incidents/${incident.id}/retry`, {});
    expect(refused.status).toBe(404);
    await story.cast.agent.call('POST', `/incidents/${incident.id}/retry`, {});
    await story.tellAll();
    expect(await story.told(tickets)).toEqual([1, 0, 0, 1, 1]);
  });

  it('is done by a worker that runs, and a customer who joins later hears the last word', async () => {
    const incident = await story.open();
    const tickets = ids(await story.register(3));
    const worker = startTellingWorker(server.context.engine);
    await story.link(incident, tickets);
    await expect.poll(() => story.told(tickets), { timeout: 10_000, interval: 50 }).toEqual([1, 1, 1]);
    await worker.stop();
  });

  it('has nothing to say to a customer who was erased, and still ends', async () => {
    const incident = await story.open();
    const [ticket] = await story.register(1, { 'customer-contact': '138 0000 0001', 'customer-name': '钱女士' });
    if (!ticket) throw new Error('not registered');
    await story.link(incident, [ticket.id], { tell: false });
    await story.cast.supervisor.call('POST', `/customers/${ticket.customer.id}/erase`, { reason: '客户要求' });
    await story.update(incident, '正在修复');
    await story.tellAll();
    await story.say(incident, 'close', { outcome: 'resolved', message: { zh: '已恢复' }, solution: '更换证书' });
    await story.tellAll();
    const detail = await story.read(incident);
    expect(detail.setAside).toEqual([]);
    expect((await story.ticket(ticket.id)).incident).toBeNull();
  });
});
