import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runBackup } from '../../src/cli/backup.ts';
import { runRestore } from '../../src/cli/restore.ts';
import type { IncidentDetail } from '../../src/contract/incident.ts';
import type { TicketDetail } from '../../src/contract/ticket.ts';
import type { Connection } from '../../src/server/database/connection.ts';
import { type IncidentFinding, rebuildIncidents } from '../../src/server/features/incidents/index.ts';
import { backupCommand, emptyDatabase, withPool } from '../support/backups.ts';
import { castOf, signIn } from '../support/cast.ts';
import { createTestDatabase } from '../support/database.ts';
import { databaseUrl, runCommand } from '../support/run-command.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { IncidentStory } from './incident-story.ts';

const folder = mkdtempSync(join(tmpdir(), 'huiyin-incidents-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let server: TestServer;
let source: Connection;
let story: IncidentStory;
/** One that goes on, of which one word is still to be told, and one that is over. */
let open: IncidentDetail;
let over: IncidentDetail;
let tickets: TicketDetail[];

beforeAll(async () => {
  const database = await createTestDatabase();
  source = database.connection;
  server = await startTestServer({ pool: database.pool });
  story = new IncidentStory(server, await castOf(server));
  over = await story.open();
  await story.link(over, [(await story.register(1))[0]?.id ?? 0]);
  await story.say(over, 'close', {
    outcome: 'returned',
    message: { zh: '逐单处理' },
    solution: '',
    rootCause: '',
  });
  await story.tellAll();
  open = await story.open();
  tickets = await story.register(3);
  await story.link(
    open,
    tickets.map(({ id }) => id),
  );
  await story.act(tickets[0]?.id ?? 0, story.cast.agent, 'unlink-incident', { note: '' });
  await story.tellAll();
  await story.update(open, '已定位', { estimate: new Date(server.clock.now() + 3_600_000).toISOString() });
}, 60_000);

const rebuild = async (repairs = false) => {
  const findings: IncidentFinding[] = [];
  const watch = { found: (one: IncidentFinding) => findings.push(one) };
  return { summary: await rebuildIncidents(server.context.pool, repairs, watch), findings };
};
const isWhole = async () =>
  expect(await rebuild()).toEqual({ summary: { incidents: 2, different: 0, repaired: 0 }, findings: [] });
const rows = () => story.sql('select xmin::text, * from incident order by id');

describe('rebuilding incidents', () => {
  it('finds no difference in what the server wrote, and writes nothing', async () => {
    const before = await rows();
    await isWhole();
    expect((await rebuild(true)).summary.repaired).toBe(0);
    expect(await rows()).toEqual(before);
  });

  it.each<[string, string, string[]]>([
    ['that it is over', `update incident set status = 'closed', closed_at = now()`, ['closed_at', 'status']],
    ['its number', `update incident set number = 'INC-1'`, ['number']],
    ['when it began', `update incident set opened_at = opened_at - interval '1 h'`, ['opened_at']],
    ['a column of the version', 'update incident set version = version + 3', ['version']],
    ['how many tickets it has', `update incident set facts = jsonb_set(facts, '{linked}', '3')`, ['facts.linked']],
    [
      'what was said last',
      `update incident set facts = jsonb_set(facts, '{latest,message,zh}', '"一切正常"')`,
      ['facts.latest.message.zh'],
    ],
    ['an estimate that is gone', `update incident set facts = facts - 'estimate'`, ['facts.estimate']],
  ])('finds %s that was changed, names it, and repairs it', async (_, change, fields) => {
    await story.sql(`${change} where id = $1`, [open.id]);
    const { findings } = await rebuild();
    expect(findings).toMatchObject([{ number: change.includes('INC-1') ? 'INC-1' : open.number, isRepaired: false }]);
    expect(findings[0]?.differences.map(({ field }) => field).sort()).toEqual(fields);
    expect(await rebuild(true)).toMatchObject({
      summary: { incidents: 2, different: 1, repaired: 1 },
      findings: [{ isRepaired: true, blocked: null }],
    });
    await isWhole();
    expect(await story.read(open)).toMatchObject({ status: 'open', linked: 2, phase: 'identified', hears: 2 });
  });

  it('is part of the command, which says what is repaired and leaves with 1 while something is not', async () => {
    const env = { DATABASE_URL: databaseUrl(server.context.pool.options), HUIYIN_MASTER_KEY: '07'.repeat(32) };
    const whole = await runCommand(['rebuild'], env);
    expect(whole).toMatchObject({ code: 0, stdout: expect.stringContaining('2 incidents rebuilt: no differences.\n') });
    await story.sql(`update incident set status = 'closed' where id = $1`, [open.id]);
    const found = await runCommand(['rebuild'], env);
    expect(found).toMatchObject({
      code: 1,
      stdout: expect.stringContaining(`${open.number}  status: "closed" → "open"\n`),
    });
    const repaired = await runCommand(['rebuild', '--repair'], env);
    expect(repaired).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('2 incidents rebuilt: 1 differ. 1 repaired.\n'),
    });
    await isWhole();
  }, 60_000);

  it('misses a customer who would never hear a word, and finds a word that was never said; neither is made up', async () => {
    const [word] = await story.sql<{ seq: number; ticket_id: number }>(
      `delete from incident_telling where ctid = (select ctid from incident_telling
         where incident_id = $1 and done_at is null order by seq desc limit 1) returning *`,
      [open.id],
    );
    const found = await rebuild(true);
    expect(found.summary).toMatchObject({ different: 1, repaired: 0 });
    expect(found.findings[0]).toMatchObject({
      differences: [{ field: 'tellings', stored: [], rebuilt: [`${word?.seq}:${word?.ticket_id}`] }],
      isRepaired: false,
      blocked: expect.stringContaining('tell them with the next update'),
    });
    const put = 'insert into incident_telling (incident_id, seq, ticket_id) values ($1, $2, $3)';
    await story.sql(put, [open.id, word?.seq, word?.ticket_id]);
    await isWhole();
    await story.sql(put, [open.id, 99, word?.ticket_id]);
    expect((await rebuild()).findings[0]?.differences).toEqual([
      { field: 'tellings', stored: [`99:${word?.ticket_id}`], rebuilt: [] },
    ]);
    await story.sql('delete from incident_telling where incident_id = $1 and seq = 99', [open.id]);
    await isWhole();
  });

  it('does not write over what two histories tell differently, or what is left of an event that is gone', async () => {
    await story.sql('alter table incident_event disable trigger incident_event_append_only');
    const taken = await story.sql<{ seq: number }>(
      `delete from incident_event where incident_id = $1 and seq = (select max(seq) from incident_event where incident_id = $1) returning *`,
      [open.id],
    );
    const why = `event ${taken[0]?.seq} is missing`;
    expect((await rebuild(true)).findings).toMatchObject([{ isRepaired: false, blocked: why }]);
    await putBack(taken[0]);
    await isWhole();
    const [first] = await story.sql(`delete from incident_event where incident_id = $1 and seq = 3 returning *`, [
      open.id,
    ]);
    expect((await rebuild(true)).findings).toMatchObject([{ isRepaired: false, blocked: 'event 3 is missing' }]);
    await putBack(first);
    await story.sql('alter table incident_event enable trigger incident_event_append_only');
    const stray = tickets[1]?.id ?? 0;
    await story.sql('update ticket set incident_id = null where id = $1', [stray]);
    const { findings, summary } = await rebuild(true);
    expect(findings[0]?.differences).toEqual([
      { field: 'tickets', stored: [tickets[2]?.id], rebuilt: [stray, tickets[2]?.id] },
    ]);
    expect(summary).toMatchObject({ different: 1, repaired: 0 });
    await story.sql('update ticket set incident_id = $2 where id = $1', [stray, open.id]);
    await isWhole();
  });

  const putBack = (row: object | undefined) =>
    story.sql('insert into incident_event select * from json_populate_record(null::incident_event, $1::json)', [
      JSON.stringify(row, (key, value) => (key === 'at' ? new Date(value).toISOString() : value)),
    ]);
});

describe('backup and restore', () => {
  it('bring incidents back with their events and what is still to be told, and the next number is a new one', async () => {
    const file = join(folder, 'one.backup');
    const made = await backupCommand(runBackup, file, source);
    expect(made.code, made.stderr).toBe(0);
    const target = await emptyDatabase();
    const restored = await backupCommand(runRestore, file, target);
    expect(restored.code, restored.stderr).toBe(0);
    await withPool(target, async (pool) => {
      const of = async (text: string) => [(await server.context.pool.query(text)).rows, (await pool.query(text)).rows];
      for (const table of ['incident', 'incident_event', 'incident_telling']) {
        const [before, after] = await of(`select * from ${table} order by 1, 2, 3`);
        expect(after?.length, table).toBeGreaterThan(1);
        expect(after, table).toEqual(before);
      }
      const again = await startTestServer({ pool, clock: server.clock });
      const cast = { ...story.cast };
      for (const part of ['supervisor', 'agent'] as const) cast[part] = await signIn(again, part, cast[part].id);
      const after = new IncidentStory(again, cast);
      const heard = tickets.slice(1).map(({ id }) => id);
      const before = await after.told(heard);
      await after.tellAll();
      expect(await after.told(heard)).toEqual(before.map((times) => times + 1));
      expect((await after.read(open)).entries[0]?.telling).toEqual({ total: 2, told: 2, skipped: 0, setAside: 0 });
      expect((await after.open()).number > open.number).toBe(true);
      expect((await rebuildIncidents(pool, false, { found: () => {} })).different).toBe(0);
      await again.close();
    });
  }, 60_000);
});
