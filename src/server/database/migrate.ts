import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabasePool, PoolClient, Queryable } from './pool.ts';

/**
 * Numbered, forward-only SQL files, each run once in a transaction of its own and remembered with its hash. Any number of
 * processes may start at the same time: one migrates, the others wait and find nothing left to do.
 */
export type Migration = { number: number; name: string; sql: string; sha256: string };
type Applied = { number: number; name: string; sha256: string };

export const migrationsFolder = join(import.meta.dirname, 'migrations');

const advisoryLock = 0x4855_4959; // "HUIY"

export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/** @returns the names of the migrations applied now. @throws MigrationError when landed and present files disagree. */
export async function migrate(pool: DatabasePool, migrations = readMigrations()): Promise<string[]> {
  if ((await findPending(pool, migrations)).length === 0) return [];
  const client = await pool.connect();
  try {
    await client.query('set statement_timeout = 0');
    await client.query('select pg_advisory_lock($1)', [advisoryLock]);
    await client.query(
      `create table if not exists schema_migration (
         number integer primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now())`,
    );
    const pending = await findPending(client, migrations);
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    // Closing the connection gives back the lock and the session's settings even when it is in a failed state.
    client.release(true);
  }
}

export async function findPending(database: Queryable, migrations = readMigrations()): Promise<Migration[]> {
  const applied = await readApplied(database);
  const known = new Map(migrations.map((migration) => [migration.number, migration]));
  for (const landed of applied) {
    const file = known.get(landed.number);
    if (!file) {
      throw new MigrationError(
        `The database has migration ${landed.name}, which this version of Huiyin does not know. Start the version that made it, or a newer one.`,
      );
    }
    if (file.sha256 !== landed.sha256) {
      throw new MigrationError(
        `Migration ${file.name} was edited after it landed in this database. Put the file back as it was and make the change in a new one.`,
      );
    }
  }
  const landed = new Set(applied.map(({ number }) => number));
  return migrations.filter(({ number }) => !landed.has(number));
}

export function readMigrations(folder = migrationsFolder): Migration[] {
  const migrations = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => readMigration(folder, name));
  migrations.forEach(({ number, name }, index) => {
    if (number !== index + 1)
      throw new MigrationError(`Migration ${name} breaks the sequence: expected number ${index + 1}.`);
  });
  return migrations;
}

function readMigration(folder: string, name: string): Migration {
  const number = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1];
  if (number === undefined) throw new MigrationError(`Migration ${name} is not named NNNN-what-it-does.sql.`);
  const sql = readFileSync(join(folder, name), 'utf8');
  return { number: Number(number), name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
}

async function readApplied(database: Queryable): Promise<Applied[]> {
  const { rows } = await database.query<{ there: boolean }>(
    `select to_regclass('schema_migration') is not null as there`,
  );
  if (!rows[0]?.there) return [];
  return (await database.query<Applied>('select number, name, sha256 from schema_migration order by number')).rows;
}

async function apply(client: PoolClient, { number, name, sql, sha256 }: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(sql);
    await client.query('insert into schema_migration (number, name, sha256) values ($1, $2, $3)', [
      number,
      name,
      sha256,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    const { message, detail, position } = error as { message: string; detail?: string; position?: string };
    const line = position === undefined ? '' : ` (line ${sql.slice(0, Number(position)).split('\n').length})`;
    throw new MigrationError(
      `Migration ${name} failed and changed nothing${line}: ${message}${detail ? `; ${detail}` : ''}`,
    );
  }
}
