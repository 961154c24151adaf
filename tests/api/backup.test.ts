import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runBackup } from '../../src/cli/backup.ts';
import { runRestore } from '../../src/cli/restore.ts';
import type { TicketDetail } from '../../src/contract/ticket.ts';
import type { Connection } from '../../src/server/database/connection.ts';
import type { DatabasePool } from '../../src/server/database/pool.ts';
import { verifyChain } from '../../src/server/features/tickets/index.ts';
import { backupCommand as command, emptyDatabase, masterKey, withPool } from '../support/backups.ts';
import { type Cast, castOf, phoneComplaint, signIn } from '../support/cast.ts';
import { createTestDatabase } from '../support/database.ts';
import { picture, uploaded } from '../support/files.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'huiyin-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const fileOf = (name: string) => join(folder, name);

/** A contact is known again, not who was the first to have it; tokens come back sorted. */
const comparedColumns: Readonly<Record<string, string>> = {
  schema_migration: 'number, name, sha256',
  customer_contact: 'hash, customer_id',
  ticket_search: 'ticket_id, (select array_agg(token order by token) from unnest(tokens) as token)',
};

/** Every row of every table, sequence, index and reference of a database, as text. */
async function contentOf(pool: DatabasePool): Promise<Record<string, unknown>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  );
  const content: Record<string, unknown> = {};
  for (const { name } of tables) {
    const columns = comparedColumns[name] ?? '*';
    const text = `select t::text as row from (select ${columns} from "${name}") t order by 1`;
    content[name] = (await pool.query<{ row: string }>(text)).rows.map(({ row }) => row);
  }
  const catalogue = {
    sequences: `select sequencename, last_value from pg_sequences where schemaname = 'public' and last_value is not null order by 1`,
    indexes: `select indexdef from pg_indexes where schemaname = 'public' order by 1`,
    constraints: `select conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint
      where connamespace = 'public'::regnamespace order by 1, 2`,
    triggers: `select tgname from pg_trigger where not tgisinternal order by 1`,
  };
  for (const [name, text] of Object.entries(catalogue)) content[name] = (await pool.query(text)).rows;
  return content;
}

describe('backup and restore', () => {
  let server: TestServer;
  let cast: Cast;
  let source: Connection;
  let ticket: TicketDetail;
  let erased: TicketDetail;

  const register = async (who: Cast, answers: Record<string, unknown>) => {
    const body = { playbook: 'resolution-flow', answers: { ...phoneComplaint, ...answers } };
    const reply = await who.agent.call('POST', '/tickets', body);
    expect(reply.status, reply.text).toBe(201);
    return reply.body as TicketDetail;
  };

  beforeAll(async () => {
    const database = await createTestDatabase();
    source = database.connection;
    server = await startTestServer({ pool: database.pool });
    cast = await castOf(server);
    ticket = await register(cast, { phenomenon: '反斜杠 \\. 与\n\\N 与\t制表符，😀，很长：'.repeat(50) });
    const attachments = await uploaded(server, cast.agent, ticket.id, [picture()]);
    const attached = await cast.agent.call('POST', `/tickets/${ticket.id}/attach`, {
      version: ticket.version,
      attachments,
    });
    expect(attached.status, attached.text).toBe(200);
    ticket = attached.body as TicketDetail;
    erased = await register(cast, { 'customer-name': '要忘记的人', 'customer-contact': '13911112222' });
    const gone = await cast.admin.call('POST', `/customers/${erased.customer.id}/erase`, { reason: '本人要求' });
    expect(gone.status, gone.text).toBeLessThan(300);
  }, 60_000);

  it('brings back every row, number and rule; what was erased stays erased', async () => {
    const file = fileOf('quiet.backup');
    const made = await command(runBackup, file, source);
    expect(made.code, made.stderr).toBe(0);
    expect(made.stdout).toContain('2 tickets, 2 customers');
    expect(made.stderr).toContain('The master key is not in the backup');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['customer-keys', 'quiet.backup']);
    expect(gunzipSync(readFileSync(file)).includes(masterKey)).toBe(false);

    const target = await emptyDatabase();
    const restored = await command(runRestore, file, target);
    expect(restored.code, restored.stderr).toBe(0);
    expect(restored.stdout).toMatch(/Restored as of .*ticket +2\n.*the chain is whole.*1 tickets made searchable/s);
    const before = await contentOf(server.context.pool);
    expect(await withPool(target, contentOf)).toEqual(before);
  });

  it('gives a system in which a ticket can be opened, found and acted on', async () => {
    const target = await emptyDatabase();
    expect((await command(runRestore, fileOf('quiet.backup'), target)).code).toBe(0);
    await withPool(target, async (pool) => {
      const again = await startTestServer({ pool, clock: server.clock });
      const agent = await signIn(again, 'agent', cast.agent.id);
      const opened = (await agent.call('GET', `/tickets/${ticket.id}`)).body as TicketDetail;
      expect(opened.forms).toEqual(ticket.forms);
      const found = (await agent.call('GET', `/tickets/search?q=${encodeURIComponent('制表符')}`)).body;
      expect((found as { items: { id: number }[] }).items.map(({ id }) => id)).toEqual([ticket.id]);
      const forgotten = (await agent.call('GET', `/tickets/${erased.id}`)).body as TicketDetail;
      expect(forgotten).toMatchObject({ customer: { isErased: true, name: '' }, subject: '' });
      const acted = await agent.call('POST', `/tickets/${ticket.id}/add-note`, {
        version: opened.version,
        note: '恢复后',
      });
      expect(acted.status, acted.text).toBe(200);
      const next = await agent.call('POST', '/tickets', { playbook: 'resolution-flow', answers: phoneComplaint });
      expect((next.body as TicketDetail).number > erased.number).toBe(true);
      expect((next.body as TicketDetail).customer.id).toBe(ticket.customer.id);
      expect(await verifyChain(pool, { broken: () => {}, progress: () => {} })).toMatchObject({ broken: 0 });
      await again.close();
    });
  });

  it('is of one instant, however much is written meanwhile', async () => {
    let isOver = false;
    let written = 0;
    const write = async () => {
      for (; !isOver; written++) await register(cast, { 'customer-contact': `137${String(written).padStart(8, '0')}` });
    };
    const before = Number((await server.context.pool.query('select count(*) as n from ticket')).rows[0].n);
    const writing = Promise.all([write(), write(), write()]);
    await expect.poll(() => written, { timeout: 30_000 }).toBeGreaterThan(20);
    const made = await command(runBackup, fileOf('busy.backup'), source);
    isOver = true;
    await writing;
    expect(made.code, made.stderr).toBe(0);
    const target = await emptyDatabase();
    expect((await command(runRestore, fileOf('busy.backup'), target)).code).toBe(0);
    await withPool(target, async (pool) => {
      const { rows } = await pool.query(`select count(*) as tickets,
        count(*) filter (where exists (select from event e where e.ticket_id = t.id and e.seq = t.version and e.hash = t.head_hash)) as whole,
        count(*) filter (where exists (select from ticket_search s where s.ticket_id = t.id)) as searchable from ticket t`);
      const { tickets, whole, searchable } = rows[0];
      expect(tickets).toBeGreaterThan(before);
      expect(tickets).toBeLessThanOrEqual(before + written);
      expect({ whole, searchable }).toEqual({ whole: tickets, searchable: tickets - 1 });
      const next = await pool.query(
        `select nextval('"number CF20260302"') as n, (select count(*) from ticket) as made`,
      );
      expect(next.rows[0].n).toBeGreaterThan(next.rows[0].made);
    });
  });

  it('refuses what is cut off, altered or no backup, and writes nothing', async () => {
    const whole = readFileSync(fileOf('quiet.backup'));
    const text = gunzipSync(whole).toString('latin1');
    const spoilt: [string, Buffer, RegExp][] = [
      ['cut', whole.subarray(0, whole.length - 100), /cut off/],
      ['cut between lines', gzipSync(Buffer.from(text.slice(0, text.indexOf('-- huiyin-end')), 'latin1')), /cut off/],
      ['cut in the rows', gzipSync(Buffer.from(text.slice(0, text.indexOf('ticket.registered')), 'latin1')), /cut off/],
      [
        'altered',
        gzipSync(Buffer.from(text.replace('回音示范', '回声示范').replace('resolution', 'resolutiom'), 'latin1')),
        /checksum/,
      ],
      ['lengthened', gzipSync(Buffer.from(`${text}drop table ticket;\n`, 'latin1')), /checksum/],
      ['damaged', Buffer.from(whole).fill(0x55, 3_000, 3_020), /damaged|checksum|cut off/],
      ['text', Buffer.from('hello'), /no backup/],
      ['other gzip', gzipSync('hello\n'), /no backup/],
      ['empty', Buffer.alloc(0), /no backup|cut off/],
    ];
    const target = await emptyDatabase();
    for (const [name, bytes, why] of spoilt) {
      writeFileSync(fileOf('spoilt'), bytes);
      const { code, stdout, stderr } = await command(runRestore, fileOf('spoilt'), target);
      expect({ name, code, stdout }).toEqual({ name, code: 1, stdout: '' });
      expect(stderr, name).toMatch(why);
    }
    expect((await command(runRestore, fileOf('none'), target)).stderr).toContain('is not there');
    const tables = await withPool(target, (pool) => pool.query(`select from pg_tables where schemaname = 'public'`));
    expect(tables.rowCount).toBe(0);
  });

  it('refuses a database that is in use, a server that runs, and another master key', async () => {
    const { code, stderr } = await command(runRestore, fileOf('quiet.backup'), source);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/server is connected.*stop all/) });
    const used = await createTestDatabase();
    await used.pool.query(`insert into customer (type, created_at) values ('individual', now())`);
    await used.pool.end();
    expect((await command(runRestore, fileOf('quiet.backup'), used.connection)).stderr).toMatch(
      /in use: there is something in customer\. Nothing was changed/,
    );
    const target = await emptyDatabase();
    const wrong = await command(runRestore, fileOf('quiet.backup'), target, Buffer.alloc(32, 8));
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toMatch(/master key is not the one/);
  });

  it('fills a database that was started but never set up, and never overwrites what is no backup', async () => {
    const { connection, pool } = await createTestDatabase();
    const fresh = await startTestServer({ pool });
    await fresh.close();
    await pool.end();
    expect((await command(runRestore, fileOf('quiet.backup'), connection)).code).toBe(0);
    writeFileSync(fileOf('letter.txt'), 'dear');
    const refused = await command(runBackup, fileOf('letter.txt'), source);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('is no backup') });
    const nowhere = await command(runBackup, '/no/such/folder/x', source);
    expect(nowhere).toMatchObject({
      code: 1,
      stderr: 'The folder /no/such/folder is not there. Remedy: make it, or choose another.\n',
    });
    const onFolder = await command(runBackup, folder, source);
    expect(onFolder).toMatchObject({ code: 1, stderr: `${folder} is a folder. Remedy: name a file in it.\n` });
    expect((await command(runBackup, fileOf('quiet.backup'), source)).code).toBe(0);
  });
});
