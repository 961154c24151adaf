import { type Config, loadConfig } from './config.ts';
import { openData } from './data.ts';
import { findPending, migrate } from './database/migrate.ts';
import { createPool, type DatabasePool } from './database/pool.ts';
import { createLogger, type Logger } from './platform/logger.ts';

/** What a command of the command line works with. */
export type CommandParts = { config: Config; logger: Logger; pool: DatabasePool; masterKey: Buffer };

/**
 * Opens the organisation's database for one command, beside a running server or, when none runs, by starting the embedded one for
 * the moment. Nothing is written to standard output. @throws ConfigError, DataInUseError, MigrationError
 */
export async function withDatabase<T>(
  command: string,
  work: (parts: CommandParts) => Promise<T>,
  env: NodeJS.ProcessEnv = process.env,
  poolSize = 4,
): Promise<T> {
  const { config, warnings } = loadConfig(env, process.stderr.isTTY);
  const logger = createLogger({
    level: config.logLevel === 'info' ? 'warn' : config.logLevel,
    format: config.logFormat,
  });
  for (const warning of warnings) logger.warn(warning);
  const data = await openData({ config, command, logger, mayShare: true });
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

/** Tables are not changed under a running server. */
async function refusePending(pool: DatabasePool): Promise<void> {
  const pending = await findPending(pool);
  if (pending.length === 0) return;
  throw new Error(`The running server is of an older version than this command. Remedy: restart it, then try again.`);
}
