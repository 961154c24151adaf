import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import type { TicketDetail, TicketRow } from '../../src/contract/ticket.ts';
import { systemActor } from '../../src/domain/ticket/actor.ts';
import { openRebuild, rebuildTickets, registerTicket } from '../../src/server/features/tickets/index.ts';
import { type Cast, castOf, type Member, phoneComplaint } from '../support/cast.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { act } from '../support/tracking-story.ts';

/** Whose customers one speaks to is a column of its own: whatever writes the ticket keeps it. */
let server: TestServer;
let cast: Cast;
let registered: number;
let takenUp: number;

const idsOf = async (who: Member) => {
  const reply = await who.call('GET', '/tickets?interface=me');
  expect(reply.status, reply.text).toBe(200);
  return (reply.body as { items: TicketRow[] }).items.map(({ id }) => id).sort();
};
const rebuild = async (repairs: boolean) => {
  const { pool, masterKey, clock } = server.context;
  const fields: string[] = [];
  const watch = {
    found: ({ differences }: { differences: { field: string }[] }) =>
      void fields.push(...differences.map(({ field }) => field)),
    progress: () => {},
  };
  await rebuildTickets(await openRebuild(pool, masterKey, clock), repairs, watch);
  return fields;
};

beforeAll(async () => {
  server = await startTestServer();
  cast = await castOf(server);
  const made = await cast.agent.call('POST', '/tickets', { playbook: 'resolution-flow', answers: phoneComplaint });
  registered = (made.body as TicketDetail).id;
  const given = { playbook: 'resolution-flow', answers: { ...phoneComplaint, 'customer-contact': '13800138111' } };
  takenUp = (await registerTicket(server.context.engine, systemActor, given)).ticketId;
});

it('finds what one registered, and what came by itself once one takes it up', async () => {
  expect(await idsOf(cast.agent)).toEqual([registered]);
  expect(await idsOf(cast.supervisor)).toEqual([]);
  const classified = { category: 'system-failure', priority: 'normal', reason: '支付报错' };
  await act(cast.supervisor, takenUp, 'classify', classified);
  expect(await idsOf(cast.supervisor)).toEqual([takenUp]);
  expect(await idsOf(cast.agent)).toEqual([registered]);
  expect((await cast.agent.call('GET', '/tickets?interface=7')).status).toBe(400);
  const made = await cast.admin.call('POST', '/tokens', { name: '接口', roles: ['agent'], departments: [] });
  const { token } = made.body as { token: string };
  expect((await server.call('GET', '/api/v1/tickets?interface=me', { token })).body).toMatchObject({ items: [] });
});

it('is rebuilt from the events, and filled in for tickets of before', async () => {
  const { pool } = server.context;
  const forget = () => pool.query('update ticket set interface_id = null');
  await forget();
  expect(await rebuild(true)).toEqual(['interface_id', 'interface_id']);
  expect(await rebuild(false)).toEqual([]);
  await forget();
  const file = new URL('../../src/server/database/migrations/0026-tickets-by-interface.sql', import.meta.url);
  const fill = (await readFile(file, 'utf8')).split(';').find((one) => one.trim().startsWith('update ticket'));
  await pool.query(fill ?? expect.fail('no update'));
  expect(await idsOf(cast.supervisor)).toEqual([takenUp]);
  expect(await rebuild(false)).toEqual([]);
});
