import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findPending, migrate, readMigrations } from '../../src/server/database/migrate.ts';
import type { DatabasePool } from '../../src/server/database/pool.ts';
import { createTestDatabase } from '../support/database.ts';

let folder: string;
let pool: DatabasePool;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huiyin-migrations-'));
  write('0001-first.sql', 'create table first (id integer primary key);');
  ({ pool } = await createTestDatabase({ empty: true }));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, sql: string) => writeFileSync(join(folder, name), sql);
const run = () => migrate(pool, readMigrations(folder));
const tables = async () =>
  (
    await pool.query<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public' order by 1`)
  ).rows.map(({ name }) => name);

describe('migrations', () => {
  it('run once, in order', async () => {
    write('0002-second.sql', 'insert into first values (1);');
    expect(await run()).toEqual(['0001-first.sql', '0002-second.sql']);
    expect(await run()).toEqual([]);
    expect(await findPending(pool, readMigrations(folder))).toEqual([]);
    expect((await pool.query('select id from first')).rows).toEqual([{ id: 1 }]);
  });

  it('run once when several processes start together', async () => {
    write('0002-second.sql', 'insert into first values (1); select pg_sleep(0.2);');
    const applied = await Promise.all([run(), run(), run()]);
    expect(applied.flat().sort()).toEqual(['0001-first.sql', '0002-second.sql']);
  });

  it('that fail change nothing and say where', async () => {
    await run();
    write('0002-broken.sql', 'create table second (id integer);\ninsert into nowhere values (1);');
    await expect(run()).rejects.toThrow(
      /0002-broken.sql failed and changed nothing \(line 2\): relation "nowhere" does not exist/,
    );
    expect(await tables()).toEqual(['first', 'schema_migration']);
  });

  it('edited after they landed are refused', async () => {
    await run();
    write('0001-first.sql', 'create table first (id bigint primary key);');
    await expect(run()).rejects.toThrow(/0001-first.sql was edited after it landed/);
  });

  it('of a newer version are refused', async () => {
    write('0002-second.sql', 'create table second (id integer);');
    await run();
    rmSync(join(folder, '0002-second.sql'));
    await expect(run()).rejects.toThrow(/0002-second.sql, which this version of Huiyin does not know/);
  });

  it('with a gap or a bad name are refused', () => {
    write('0003-third.sql', 'select 1;');
    expect(() => readMigrations(folder)).toThrow(/0003-third.sql breaks the sequence: expected number 2/);
    rmSync(join(folder, '0003-third.sql'));
    write('2-second.sql', 'select 1;');
    expect(() => readMigrations(folder)).toThrow(/2-second.sql is not named NNNN-what-it-does.sql/);
  });
});
