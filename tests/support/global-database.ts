import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { Connection } from '../../src/server/database/connection.ts';
import { startEmbeddedDatabase } from '../../src/server/database/embedded.ts';
import { migrate } from '../../src/server/database/migrate.ts';
import { createPool } from '../../src/server/database/pool.ts';
import { silentLogger } from '../../src/server/platform/logger.ts';

declare module 'vitest' {
  interface ProvidedContext {
    cluster: Connection;
  }
}

export const templateDatabase = 'huiyin_template';

/** One PostgreSQL per test run, with a migrated database that every test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'huiyin-test-'));
  const database = await startEmbeddedDatabase({
    dataDir,
    logger: silentLogger,
    isDurable: false,
    settings: { shared_buffers: '64MB', max_connections: '200', max_wal_size: '256MB' },
  });
  const cluster = database.connection;
  await createTemplate(cluster);
  project.provide('cluster', cluster);
  return async () => {
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

async function createTemplate(cluster: Connection): Promise<void> {
  const maintenance = createPool({ connection: cluster, size: 1, statementTimeoutMs: 60_000 });
  await maintenance.query(`create database ${templateDatabase}`);
  await maintenance.end();
  const template = createPool({
    connection: { ...cluster, database: templateDatabase },
    size: 1,
    statementTimeoutMs: 60_000,
  });
  await migrate(template);
  await template.end();
}
