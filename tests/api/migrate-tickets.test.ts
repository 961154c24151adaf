import { expect, it } from 'vitest';
import { readMigrations } from '../../src/server/database/migrate.ts';
import { openRebuild, rebuildTickets, type TicketFinding } from '../../src/server/features/tickets/index.ts';
import { coordinationStory } from '../support/coordination-story.ts';
import { startTestServer } from '../support/server.ts';

it('tickets from before hand-offs and promised times were kept get them from their events', async () => {
  const server = await startTestServer();
  const { pool, masterKey, clock } = server.context;
  const story = await coordinationStory(server);
  const { contact, agent } = story.cast;
  const inTwo = story.inHours(2);
  await story.act(contact, 'accept', { eta: inTwo });
  await story.act(agent, 'inform-customer', { kind: 'response', via: 'phone', message: '两小时内回复', eta: inTwo });
  server.clock.advance(3_600_000);
  await story.act(contact, 'report-obstacle', { obstacle: '缺件', eta: story.inHours(4) });
  const differences = async () => {
    const findings: TicketFinding[] = [];
    const deps = await openRebuild(pool, masterKey, clock);
    await rebuildTickets(deps, false, { found: (finding) => findings.push(finding), progress: () => {} });
    return findings.flatMap((finding) => finding.differences.map(({ field }) => field));
  };
  expect(await differences()).toEqual([]);
  const read = async () => (await pool.query('select facts, expected_at from ticket where id = $1', [story.id])).rows;
  const before = await read();

  await pool.query(`update ticket set facts = facts::jsonb - 'handoffs' - 'promises', expected_at = null`);
  expect(await differences()).not.toEqual([]);
  const migration = readMigrations().find(({ name }) => name.includes('what-was-handed-off-before'));
  await pool.query(migration?.sql ?? expect.fail('no such migration'));
  expect(await read()).toEqual(before);
  expect(await differences()).toEqual([]);
});
