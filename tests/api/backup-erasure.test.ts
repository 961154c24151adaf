import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runBackup } from '../../src/cli/backup.ts';
import { runRestore } from '../../src/cli/restore.ts';
import type { TicketDetail } from '../../src/contract/ticket.ts';
import type { Connection } from '../../src/server/database/connection.ts';
import type { DatabasePool } from '../../src/server/database/pool.ts';
import { openRebuild, rebuildTickets, verifyChain } from '../../src/server/features/tickets/index.ts';
import { rotateMasterKey } from '../../src/server/platform/crypto/rotate-master-key.ts';
import { backupCommand, emptyDatabase, masterKey, withPool } from '../support/backups.ts';
import { type Cast, castOf, phoneComplaint, signIn } from '../support/cast.ts';
import { createTestDatabase } from '../support/database.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'huiyin-erasure-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const fileOf = (name: string) => join(folder, name);
const keys = fileOf('customer-keys');

/** Somebody has every file of before and of now, the keys of before excepted. */
describe('who is erased after a backup was made', () => {
  let server: TestServer;
  let cast: Cast;
  let source: Connection;
  let kept: TicketDetail;
  let erased: TicketDetail;
  const contact = '13900004444';
  /** The wrapped key of the person and the hash of the contact, in hex as a backup writes bytes. */
  let traces: string[];

  const register = async (answers: Record<string, unknown>) => {
    const body = { playbook: 'resolution-flow', answers: { ...phoneComplaint, ...answers } };
    const reply = await cast.agent.call('POST', '/tickets', body);
    expect(reply.status, reply.text).toBe(201);
    return reply.body as TicketDetail;
  };
  const textOf = (name: string) => gunzipSync(readFileSync(fileOf(name))).toString('latin1');

  beforeAll(async () => {
    const database = await createTestDatabase();
    source = database.connection;
    server = await startTestServer({ pool: database.pool });
    cast = await castOf(server);
    kept = await register({ phenomenon: '扫地机器人充不进电' });
    erased = await register({ 'customer-name': '诸葛灯泡', 'customer-contact': contact, phenomenon: '洗衣机漏水' });
    const said = { version: erased.version, via: 'phone', message: '地板泡坏了' };
    await cast.agent.call('POST', `/tickets/${erased.id}/record-reply`, said);
    const { rows } = await database.pool.query<{ key: string }>(
      `select encode(data_key, 'hex') as key from customer where id = $1`,
      [erased.customer.id],
    );
    traces = [rows[0]?.key ?? '', server.context.ring.contactHash(contact).toString('hex')];
    expect((await backupCommand(runBackup, fileOf('old.backup'), source)).code).toBe(0);
    copyFileSync(keys, fileOf('old-keys'));
    const path = `/customers/${erased.customer.id}/erase`;
    expect((await cast.supervisor.call('POST', path, { reason: '本人要求' })).status).toBe(204);
    await register({ 'customer-contact': '13900005555', phenomenon: '后来的客户' });
    const made = await backupCommand(runBackup, fileOf('new.backup'), source);
    expect(made.code, made.stderr).toBe(0);
    expect(made.stdout).toContain(`${keys}: customers' keys`);
  }, 60_000);

  it('is in none of the files: no key, no hash to try a contact against, no token to try a word against', () => {
    expect(textOf('old-keys')).toContain(traces[0]);
    for (const name of ['old.backup', 'new.backup', 'customer-keys'])
      for (const trace of traces) expect(textOf(name).includes(trace), name).toBe(false);
    expect(textOf('old.backup')).not.toMatch(/copy "(ticket_search|customer_contact|request_done)"/);
    expect(textOf('old.backup').includes(Buffer.from('诸葛灯泡').toString('latin1'))).toBe(false);
  });

  it('is erased in what is restored from the old backup with the keys of today, and nobody else is', async () => {
    const target = await emptyDatabase();
    const restored = await backupCommand(runRestore, fileOf('old.backup'), target);
    expect(restored.code, restored.stderr).toBe(0);
    await withPool(target, (pool) => checkRestored(pool, masterKey));
  });

  const checkRestored = async (pool: DatabasePool, key: Buffer) => {
    const again = await startTestServer({ pool, clock: server.clock, masterKey: key });
    const agent = await signIn(again, 'agent', cast.agent.id);
    const found = async (q: string) => {
      const { body } = await agent.call('GET', `/tickets/search?q=${encodeURIComponent(q)}`);
      return (body as { items: { id: number }[] }).items.map(({ id }) => id);
    };
    const gone = await agent.call('GET', `/tickets/${erased.id}`);
    expect(gone).toMatchObject({
      status: 200,
      body: { subject: '', customer: { isErased: true, name: '', contact: '' } },
    });
    const timeline = await agent.call('GET', `/tickets/${erased.id}/timeline`);
    expect(timeline.text).not.toMatch(/诸葛灯泡|洗衣机|地板/);
    for (const words of ['诸葛灯泡', '洗衣机', '地板', contact]) expect(await found(words), words).toEqual([]);
    expect((await agent.call('GET', `/customers?contact=${contact}`)).body).toEqual({ items: [] });
    expect(await found('扫地机器人')).toEqual([kept.id]);
    expect((await agent.call('GET', '/customers?contact=13800138000')).body).toMatchObject({
      items: [{ id: kept.customer.id }],
    });
    const { rows } = await pool.query('select data_key, profile from customer where id = $1', [erased.customer.id]);
    expect(rows).toEqual([{ data_key: null, profile: null }]);
    expect(await verifyChain(pool, { broken: () => {}, progress: () => {} })).toMatchObject({ broken: 0 });
    const differences: unknown[] = [];
    const watch = { found: (one: unknown) => differences.push(one), progress: () => {} };
    await rebuildTickets(await openRebuild(pool, key, server.clock), false, watch);
    expect(differences).toEqual([]);
    await again.close();
  };

  it('stays out where restoring is cut off after everything was read in: run again, it goes on', async () => {
    const target = await emptyDatabase();
    expect((await backupCommand(runRestore, fileOf('old.backup'), target)).code).toBe(0);
    const cut = `insert into setting (name, value) values ('restore-unfinished', 'true')`;
    await withPool(target, async (pool) => {
      await pool.query(cut);
      await pool.query('delete from ticket_search');
      await pool.query('delete from customer_contact');
    });
    const again = await backupCommand(runRestore, fileOf('old.backup'), target);
    expect(again, again.stderr).toMatchObject({ code: 0, stdout: '1 tickets made searchable.\n' });
    await withPool(target, (pool) => checkRestored(pool, masterKey));
    expect(await backupCommand(runRestore, fileOf('old.backup'), target)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching('in use'),
    });
  });

  it('is no reason to take keys that do not fit', async () => {
    const target = await emptyDatabase();
    const restore = async (backup: string, keysName: string) =>
      (await backupCommand(runRestore, [fileOf(backup), '--keys', fileOf(keysName)], target)).stderr;
    expect(await restore('new.backup', 'old-keys')).toMatch(/lacks the keys of 1 customers: it was made before/);
    expect(await restore('new.backup', 'none')).toMatch(/none is not there: it holds customers' keys/);
    expect(await restore('new.backup', 'old.backup')).toMatch(/holds data, not keys/);
    expect(await restore('customer-keys', 'customer-keys')).toMatch(/holds keys, not data/);
    const other = await createTestDatabase();
    await (await startTestServer({ pool: other.pool })).close();
    const overwriting = await backupCommand(runBackup, fileOf('other.backup'), other.connection);
    expect(overwriting.stderr).toMatch(/customer-keys is there already and holds the keys of another installation/);
    const made = await backupCommand(
      runBackup,
      [fileOf('other.backup'), '--keys', fileOf('other-keys')],
      other.connection,
    );
    expect(made.code, made.stderr).toBe(0);
    expect(await restore('new.backup', 'other-keys')).toMatch(/keys of another installation/);
    expect(await restore('new.backup', 'customer-keys')).toMatch(/^$/);
  });

  it('is as gone after the master key was changed, and only the new one is needed', async () => {
    await server.close();
    const newKey = Buffer.alloc(32, 9);
    await withPool(source, (pool) => rotateMasterKey(pool, masterKey, newKey));
    expect((await backupCommand(runBackup, fileOf('rotated.backup'), source, newKey)).code).toBe(0);
    const target = await emptyDatabase();
    expect((await backupCommand(runRestore, fileOf('old.backup'), target)).stderr).toMatch(/master key is not the one/);
    const restored = await backupCommand(runRestore, fileOf('old.backup'), target, newKey);
    expect(restored.code, restored.stderr).toBe(0);
    await withPool(target, (pool) => checkRestored(pool, newKey));
  });
});
