import { mkdtempSync, renameSync, rmSync, symlinkSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPool, type DatabasePool, type QueryResultRow } from '../../src/server/database/pool.ts';
import { phoneComplaint } from '../support/cast.ts';
import { type ServerProcess, startServerProcess, until } from '../support/server-process.ts';

/**
 * A server and its real PostgreSQL, whose disk is full, or whose connections are cut, in the middle of a write. The disk: the file of a table that is
 * still empty becomes /dev/full, on which the kernel finds no space for anybody; it needs neither a mount nor to be root.
 */
let home: string;
let server: ServerProcess;
let cookie: string;

const demand = { playbook: 'resolution-flow', answers: phoneComplaint };

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'huiyin-full-'));
  server = await startServerProcess(join(home, 'data'));
  const key = /setup\?key=(\S+)/.exec(server.output())?.[1];
  const body = { organisation: '回音示范', name: '吴管理', login: 'admin', password: 'correct horse battery', key };
  const reply = await post('/setup', { ...body, playbook: 'resolution-flow' });
  expect(reply.status, JSON.stringify(reply.body)).toBe(201);
  cookie = reply.cookie;
});

afterAll(async () => {
  server.child.kill('SIGTERM');
  await server.ended;
  rmSync(home, { recursive: true, force: true });
});

const open = (): DatabasePool => {
  const connection = { host: join(home, 'data/postgres'), user: 'huiyin', database: 'huiyin' };
  return createPool({ connection, size: 1, statementTimeoutMs: 30_000 });
};

/** On a connection of its own, which has opened no file before. */
async function sql<Row extends QueryResultRow>(text: string): Promise<Row[]> {
  const pool = open();
  try {
    return (await pool.query<Row>(text)).rows;
  } finally {
    await pool.end();
  }
}

async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${server.url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url, ...(cookie && { cookie }), ...headers },
    body: JSON.stringify(body),
  });
  return {
    status: response.status,
    retryAfter: Number(response.headers.get('retry-after')),
    cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '',
    body: (await response.json()) as { id?: number; code?: string },
  };
}
const register = (key: string) => post('/tickets', demand, { 'idempotency-key': key });

/** Rows of everything that a registration writes. */
async function written() {
  const tables = ['ticket', 'event', 'clock', 'ticket_search', 'customer', 'customer_contact', 'notice', 'idempotency'];
  const counts = tables.map((table) => `(select count(*) from ${table}) as ${table}`);
  return (await sql<Record<string, number>>(`select ${counts.join(', ')}`))[0] ?? {};
}

/** They open their files anew; the server has to find its way back by itself. */
async function cutConnections(): Promise<void> {
  await sql(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where pid <> pg_backend_pid() and backend_type = 'client backend' and datname = current_database()`,
  );
}

const isReady = async () => (await fetch(`${server.url}/readyz`)).status === 200;

describe('a write', () => {
  const nothing = {
    ticket: 0,
    event: 0,
    clock: 0,
    ticket_search: 0,
    customer: 0,
    customer_contact: 0,
    notice: 0,
    idempotency: 0,
  };

  it('that finds the disk full is put off with nothing half written, and is done once there is room', async () => {
    await sql('checkpoint');
    const [event] = await sql<{ path: string }>(`select pg_relation_filepath('event') as path`);
    const file = join(home, 'data/postgres', event?.path ?? '');
    renameSync(file, `${file}.aside`);
    symlinkSync('/dev/full', file);
    await cutConnections();
    await until('the server has connections again', isReady);

    const refused = await register('first');
    expect(refused).toMatchObject({ status: 503, body: { code: 'disk.full' } });
    expect(refused.retryAfter).toBeGreaterThan(0);
    const both = await Promise.all([register('first'), register('second')]);
    expect(both.map(({ status, body }) => [status, body.code])).toEqual(Array(2).fill([503, 'disk.full']));
    expect(await written()).toEqual(nothing);
    const reading = await fetch(`${server.url}/api/v1/tickets`, { headers: { cookie } });
    expect(reading.status).toBe(200);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect(server.child.exitCode).toBeNull();

    unlinkSync(file);
    renameSync(`${file}.aside`, file);
    await cutConnections();
    await until('the server has connections again', isReady);
    const [made, again] = [await register('first'), await register('first')];
    expect([made.status, again.status]).toEqual([201, 201]);
    expect(again.body.id).toBe(made.body.id);
    expect(await written()).toMatchObject({ ticket: 1, event: 2, customer: 1, ticket_search: 1, idempotency: 1 });
  });

  it('whose connection is cut in the middle is put off with nothing half written, and is done when sent again', async () => {
    const before = await written();
    const pool = open();
    const holder = await pool.connect();
    await holder.query('begin; lock table event in access exclusive mode');
    const waiting = register('third');
    await until('the write waits for the lock', async () => {
      const rows = await sql(
        `select from pg_stat_activity where wait_event_type = 'Lock' and query like '%insert into ticket%'`,
      );
      return rows.length > 0;
    });
    await cutConnections();
    expect(await waiting).toMatchObject({ status: 503, retryAfter: 2, body: { code: 'database.unavailable' } });
    holder.release(true);
    await pool.end();
    await until('the server has connections again', isReady);
    expect(await written()).toEqual(before);

    const [made, again] = [await register('third'), await register('third')];
    expect([made.status, again.status]).toEqual([201, 201]);
    expect(again.body.id).toBe(made.body.id);
    expect(await written()).toMatchObject({ ticket: 2, event: 4, customer: 1, idempotency: 2 });
    expect(server.child.exitCode).toBeNull();
  });
});
