import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { TicketDetail } from '../../src/contract/ticket.ts';
import type { NoticeChannel, OutgoingNotice } from '../../src/server/channels/notice/channel.ts';
import { deliverBatch } from '../../src/server/features/notices/index.ts';
import { type Cast, castOf, phoneComplaint } from '../support/cast.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let cast: Cast;
let ticket: TicketDetail;
let channel: NoticeChannel & { taken: OutgoingNotice[] };
let seq = 1_000;

beforeAll(async () => {
  server = await startTestServer();
  cast = await castOf(server);
  const demand = { playbook: 'resolution-flow', answers: phoneComplaint };
  ticket = (await cast.agent.call('POST', '/tickets', demand)).body as TicketDetail;
});

const insertText = `insert into notice (staff_id, ticket_id, event_seq, kind, at) values ($1, $2, $3, 'replied', $4) returning id`;
const valuesOf = () => [cast.agent.id, ticket.id, ++seq, new Date(server.clock.now())];
async function addNotice(): Promise<number> {
  const { rows } = await server.context.pool.query<{ id: number }>(insertText, valuesOf());
  return rows[0]?.id ?? 0;
}
const deliver = (by: NoticeChannel = channel) => {
  const { pool, clock, logger } = server.context;
  return deliverBatch({ pool, clock, logger, channels: [by] }, by);
};
const ids = () => channel.taken.map(({ id }) => id);

beforeEach(async () => {
  const taken: OutgoingNotice[] = [];
  channel = {
    id: `test-${++seq}`,
    taken,
    deliver: async (notices) => {
      taken.push(...notices);
    },
  };
});

it('a channel begins with what comes from now on, and takes each notice once, however many ask at a time', async () => {
  await addNotice();
  expect(await deliver()).toBe(0);
  const added = [await addNotice(), await addNotice(), await addNotice()];
  await Promise.all(Array.from({ length: 4 }, () => deliver()));
  await deliver();
  expect(ids()).toEqual(added);
  expect(channel.taken[0]).toEqual({
    id: added[0],
    staffId: cast.agent.id,
    kind: 'replied',
    ticketNumber: ticket.number,
  });
  expect(await deliver()).toBe(0);
});

it('what could not be handed over comes again, and another channel is not held up by it', async () => {
  const broken: NoticeChannel = {
    id: `broken-${seq}`,
    deliver: () => Promise.reject(new Error('the line is down')),
  };
  await deliver();
  await deliver(broken);
  const id = await addNotice();
  await expect(deliver(broken)).rejects.toThrow('the line is down');
  expect(await deliver()).toBe(1);
  expect(ids()).toEqual([id]);
  await deliver({ ...channel, id: broken.id });
  expect(ids()).toEqual([id, id]);
});

it('a notice that becomes visible after a later one is not passed over', async () => {
  await deliver();
  const slow = await server.context.pool.connect();
  try {
    await slow.query('begin');
    const { rows } = await slow.query<{ id: number }>(insertText, valuesOf());
    const late = rows[0]?.id ?? 0;
    const early = await addNotice();
    expect(late).toBeLessThan(early);
    await deliver();
    await deliver();
    await slow.query('commit');
    await deliver();
    expect(ids()).toEqual([early, late]);
  } finally {
    slow.release();
  }
});

it('single deliveries are forgotten once nothing older can turn up, and nothing is taken twice by it', async () => {
  await deliver();
  const id = await addNotice();
  await deliver();
  const kept = async () => {
    const text = 'select count(*)::int as count from notice_delivery where channel = $1';
    return (await server.context.pool.query<{ count: number }>(text, [channel.id])).rows[0]?.count;
  };
  await deliver();
  expect(await kept()).toBe(1);
  server.clock.advance(3_600_000);
  await deliver();
  expect(await kept()).toBe(0);
  await deliver();
  expect(ids()).toEqual([id]);
});

it('nothing is held in the database while a channel is spoken to, and who dies at it is followed after a minute', async () => {
  await deliver();
  const id = await addNotice();
  const { pool } = server.context;
  const locked: string[] = [];
  const watching: NoticeChannel = {
    ...channel,
    deliver: async (notices) => {
      // Refused if the row were held by a transaction that waits for this very call.
      const { rows } = await pool.query(
        'select claimed_until is not null as claimed from notice_channel where channel = $1 for update nowait',
        [channel.id],
      );
      locked.push(JSON.stringify(rows));
      // Others find it taken meanwhile.
      expect(await deliver()).toBe(0);
      await channel.deliver(notices);
    },
  };
  expect(await deliver(watching)).toBe(1);
  expect(locked).toEqual(['[{"claimed":true}]']);
  expect(ids()).toEqual([id]);

  const next = await addNotice();
  const died = `update notice_channel set claim = claim + 1, claimed_until = $2 where channel = $1`;
  await pool.query(died, [channel.id, new Date(server.clock.now() + 60_000)]);
  expect(await deliver()).toBe(0);
  server.clock.advance(60_000);
  expect(await deliver()).toBe(1);
  expect(ids()).toEqual([id, next]);
});
