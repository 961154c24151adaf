import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, loadConfig } from './config.ts';
import { openData } from './data.ts';
import { findPending, migrate } from './database/migrate.ts';
import { createPool, type DatabasePool } from './database/pool.ts';
import { refuseForeignFolder } from './platform/files.ts';
import { createLogger, type Logger } from './platform/logger.ts';

/** What a command of the command line works with. */
export type CommandParts = { config: Config; logger: Logger; pool: DatabasePool; masterKey: Buffer };

/**
 * Opens the organisation's database for one command, beside a running server or, when none runs, by starting the embedded one for
 * the moment. Nothing is written to standard output. What only reads refuses a folder without data: a slip in its name would otherwise
 * give an empty database, of which everything is well. @throws ConfigError, DataInUseError, MigrationError
 */
export async function withDatabase<T>(
  command: string,
  work: (parts: CommandParts) => Promise<T>,
  env: NodeJS.ProcessEnv = process.env,
  { poolSize = 4, needsData = false }: { poolSize?: number; needsData?: boolean } = {},
): Promise<T> {
  const { config, warnings } = loadConfig(env, process.stderr.isTTY);
  const logger = createLogger({
    level: config.logLevel === 'info' ? 'warn' : config.logLevel,
    format: config.logFormat,
  });
  for (const warning of warnings) logger.warn(warning);
  if (needsData) refuseMissingData(config);
  const isNew = !hasData(config);
  const data = await openData({ config, command, logger, mayShare: true });
  if (isNew) logger.warn(`There was no data in ${config.dataDir}: an empty database was made there.`);
  try {
    const pool = createPool({
      connection: data.connection,
      size: poolSize,
      statementTimeoutMs: config.statementTimeoutMs,
    });
    try {
      if (data.kind === 'shared') await refusePending(pool);
      else await migrate(pool);
      return await work({ config, logger, pool, masterKey: data.masterKey });
    } finally {
      await pool.end();
    }
  } finally {
    data.announceClose();
    await data.close();
  }
}

/** @throws Error where no server and no command has ever made a database */
export function refuseMissingData(config: Pick<Config, 'dataDir' | 'databaseUrl'>): void {
  if (config.databaseUrl === null) refuseForeignFolder(config.dataDir);
  if (hasData(config)) return;
  throw new Error(
    `There is no data in ${config.dataDir}. Remedy: set HUIYIN_DATA_DIR (or DATABASE_URL) as the server has it.`,
  );
}

/** An external database is somebody else's to look after. */
function hasData({ dataDir, databaseUrl }: Pick<Config, 'dataDir' | 'databaseUrl'>): boolean {
  return databaseUrl !== null || existsSync(join(dataDir, 'postgres'));
}

/** Tables are not changed under a running server. */
async function refusePending(pool: DatabasePool): Promise<void> {
  const pending = await findPending(pool);
  if (pending.length === 0) return;
  throw new Error(`The running server is of an older version than this command. Remedy: restart it, then try again.`);
}
