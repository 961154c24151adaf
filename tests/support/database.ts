import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import type { Connection } from '../../src/server/database/connection.ts';
import { createPool, type DatabasePool } from '../../src/server/database/pool.ts';
import { atFileEnd } from './file-end.ts';
import { templateDatabase } from './global-database.ts';

export type TestDatabase = { connection: Connection; pool: DatabasePool };

/** A migrated database of one's own; dropped after the file's last test. `empty` leaves out the migrations. */
export async function createTestDatabase({ poolSize = 5, empty = false } = {}): Promise<TestDatabase> {
  const cluster = inject('cluster');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await runOnCluster(cluster, `create database ${name} template ${empty ? 'template0' : templateDatabase}`);
  const connection = { ...cluster, database: name };
  const pool = createPool({ connection, size: poolSize, statementTimeoutMs: 30_000 });
  atFileEnd(async () => {
    if (!pool.ended) await pool.end();
    await runOnCluster(cluster, `drop database if exists ${name} with (force)`);
  });
  return { connection, pool };
}

async function runOnCluster(cluster: Connection, sql: string): Promise<void> {
  const pool = createPool({ connection: cluster, size: 1, statementTimeoutMs: 60_000 });
  try {
    await pool.query(sql);
  } finally {
    await pool.end();
  }
}
