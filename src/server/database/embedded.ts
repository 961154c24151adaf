import { existsSync, openSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { readFileIfThere } from '../platform/files.ts';
import type { Logger } from '../platform/logger.ts';
import type { Connection } from './connection.ts';
import { findPostgresBinaries } from './postgres-binaries.ts';
import { databaseUser, ensureCluster } from './postgres-cluster.ts';
import { clearLeftovers } from './postgres-leftovers.ts';
import { type PostgresProcess, startPostgres } from './postgres-process.ts';
import { choosePostgresUser } from './postgres-user.ts';

/**
 * A real PostgreSQL in `<data folder>/postgres`, brought by npm, started and stopped with the server. While it runs it is
 * watched: one that dies is started again, and until then requests are told to come back.
 */
export type EmbeddedDatabase = { connection: Connection; pid(): number; stop(): Promise<void> };

export type EmbeddedOptions = {
  dataDir: string;
  logger: Logger;
  /** Off only where the data may be thrown away (tests). */
  isDurable?: boolean;
  settings?: Readonly<Record<string, string>>;
};

const databaseName = 'huiyin';
const longestRestartDelayMs = 5000;

/** The caller holds the data folder's lock. */
export async function startEmbeddedDatabase({
  dataDir,
  logger,
  isDurable = true,
  settings = {},
}: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const cluster = join(resolve(dataDir), 'postgres');
  const runAs = choosePostgresUser(cluster);
  const binaries = findPostgresBinaries(runAs);
  await ensureCluster(cluster, binaries, runAs, isDurable);
  const start = async () => {
    await clearLeftovers(cluster, logger);
    return startPostgres({
      cluster,
      program: binaries.postgres,
      runAs,
      logger,
      settings: isDurable ? settings : { ...throwaway, ...settings },
    });
  };
  let current: PostgresProcess = await start();
  let isStopping = false;
  let restart: Promise<void> = Promise.resolve();
  const watch = async (watched: PostgresProcess) => {
    await watched.exited;
    if (isStopping) return;
    logger.error('the embedded database ended unexpectedly, starting it again');
    restart = again();
    await restart;
  };
  const again = async () => {
    for (let waitMs = 100; !isStopping; waitMs = Math.min(waitMs * 2, longestRestartDelayMs)) {
      try {
        current = await start();
        logger.info('the embedded database is back');
        void watch(current);
        return;
      } catch (error) {
        logger.error({ error }, 'the embedded database does not start, trying again');
        await delay(waitMs);
      }
    }
  };
  void watch(current);
  const connection = connectionTo(cluster);
  const stop = async () => {
    isStopping = true;
    await restart;
    await current.stop();
  };
  try {
    await ensureDatabase(connection);
  } catch (error) {
    await stop();
    throw error;
  }
  return { connection, pid: () => current.pid, stop };
}

/** The connection to an embedded database that another process of this user runs; null when none is ready. */
export function attachEmbeddedDatabase(dataDir: string): Connection | null {
  const cluster = join(resolve(dataDir), 'postgres');
  const status = readFileIfThere(join(cluster, 'postmaster.pid'))?.split('\n')[7]?.trim();
  return status === 'ready' && existsSync(join(cluster, '.s.PGSQL.5432')) ? connectionTo(cluster) : null;
}

const throwaway = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** A socket's path may have about 100 bytes; a longer one is reached through an open handle on its folder. */
function connectionTo(cluster: string): Connection {
  const longestPath = 100;
  const isShort = Buffer.byteLength(join(cluster, '.s.PGSQL.5432')) <= longestPath;
  if (!isShort && process.platform !== 'linux')
    throw new Error(`The path ${cluster} is too long for a socket. Remedy: choose a shorter HUIYIN_DATA_DIR.`);
  const host = isShort ? cluster : `/proc/self/fd/${openSync(cluster, 'r')}`;
  return { host, port: 5432, user: databaseUser, database: databaseName };
}

async function ensureDatabase(connection: Connection): Promise<void> {
  const unknownDatabase = '3D000';
  try {
    await run(connection, 'select 1');
  } catch (error) {
    if ((error as { code?: string }).code !== unknownDatabase) throw error;
    await run({ ...connection, database: 'postgres' }, `create database ${databaseName}`);
  }
}

async function run(connection: Connection, sql: string): Promise<void> {
  const client = new Client(connection);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
