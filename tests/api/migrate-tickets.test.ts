import { expect, it } from 'vitest';
import { readMigrations } from '../../src/server/database/migrate.ts';
import { openRebuild, rebuildTickets, type TicketFinding } from '../../src/server/features/tickets/index.ts';
import { castOf } from '../support/cast.ts';
import { closedTicket } from '../support/closed-ticket.ts';
import { coordinationStory } from '../support/coordination-story.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { act, demand, tracked } from '../support/tracking-story.ts';

it('tickets from before hand-offs and promised times were kept get them from their events', async () => {
  const server = await startTestServer();
  const { pool } = server.context;
  const story = await coordinationStory(server);
  const { contact, agent } = story.cast;
  const inTwo = story.inHours(2);
  await story.act(contact, 'accept', { eta: inTwo });
  await story.act(agent, 'inform-customer', { kind: 'response', via: 'phone', message: '两小时内回复', eta: inTwo });
  server.clock.advance(3_600_000);
  await story.act(contact, 'report-obstacle', { obstacle: '缺件', eta: story.inHours(4) });
  const differences = () => differencesIn(server);
  expect(await differences()).toEqual([]);
  const read = async () => (await pool.query('select facts, expected_at from ticket where id = $1', [story.id])).rows;
  const before = await read();

  await pool.query(`update ticket set facts = facts::jsonb - 'handoffs' - 'promises', expected_at = null`);
  expect(await differences()).not.toEqual([]);
  await migrateAgain(server, 'what-was-handed-off-before');
  expect(await read()).toEqual(before);
  expect(await differences()).toEqual([]);
});

it('nothing is expected any more of tickets that were done before: resolved, closed, dismissed, erased', async () => {
  const server = await startTestServer();
  const { pool } = server.context;
  const cast = await castOf(server, 'handoff');
  const deadline = new Date(server.clock.now() + 3_600_000).toISOString();
  const handedOff = (contact: string) => tracked(cast.agent, contact, { department: 'technology', deadline });
  const [open, resolved, dismissed, erased] = [
    (await handedOff('13800000201')).id,
    (await handedOff('13800000202')).id,
    (await handedOff('13800000203')).id,
    await closedTicket(cast),
  ];
  await act(cast.contact, resolved, 'accept', { plan: '先查审核队列' });
  const answers = { actions: ['放行退款'], cause: '审核规则误拦' };
  await act(cast.contact, resolved, 'submit-form', { form: 'handling', answers });
  const result = { solution: '退款已到账', confirmation: 'not-asked', 'is-verified': true };
  await act(cast.contact, resolved, 'submit-form', { form: 'result-packet', answers: result });
  await act(cast.supervisor, dismissed, 'dismiss', { reason: 'spam', note: '广告' });
  const neverHandedOff = (await demand(cast.agent, '13800000204')).id;
  await act(cast.supervisor, neverHandedOff, 'dismiss', { reason: 'spam', note: '广告' });
  const { customer } = erased;
  const gone = await cast.supervisor.call('POST', `/customers/${customer.id}/erase`, { reason: '本人要求' });
  expect(gone.status, gone.text).toBe(204);
  const read = async () =>
    (await pool.query('select id, status, expected_at from ticket order by id')).rows as Record<string, unknown>[];
  const before = await read();
  expect(before.map(({ id, status, expected_at }) => [id, status, expected_at])).toEqual([
    [open, 'todo', Date.parse(deadline)],
    [resolved, 'resolved', Number.POSITIVE_INFINITY],
    [dismissed, 'closed', Number.POSITIVE_INFINITY],
    [erased.id, 'closed', Number.POSITIVE_INFINITY],
    [neverHandedOff, 'closed', null],
  ]);
  // All of which come page by page, too.
  const pages: number[] = [];
  for (let after: string | undefined = ''; after !== undefined; ) {
    const asked = `/tracking?status=todo,resolved,closed&limit=1${after && `&after=${after}`}`;
    const page = (await cast.supervisor.call('GET', asked)).body as { items: { id: number }[]; next?: string };
    pages.push(...page.items.map(({ id }) => id));
    after = page.next;
  }
  expect(pages).toEqual([open, resolved, dismissed, erased.id]);

  await pool.query(`update ticket set expected_at = $1 where expected_at is not null`, [new Date(deadline)]);
  expect(await differencesIn(server)).toEqual(['expected_at', 'expected_at', 'expected_at']);
  await migrateAgain(server, 'nothing-expected-of-what-is-done');
  expect(await read()).toEqual(before);
  expect(await differencesIn(server)).toEqual([]);
});

async function migrateAgain({ context }: TestServer, name: string): Promise<void> {
  const migration = readMigrations().find((one) => one.name.includes(name));
  await context.pool.query(migration?.sql ?? expect.fail('no such migration'));
}

async function differencesIn({ context: { pool, masterKey, clock } }: TestServer): Promise<string[]> {
  const findings: TicketFinding[] = [];
  const deps = await openRebuild(pool, masterKey, clock);
  await rebuildTickets(deps, false, { found: (finding) => findings.push(finding), progress: () => {} });
  return findings.flatMap((finding) => finding.differences.map(({ field }) => field));
}
