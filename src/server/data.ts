import { resolve } from 'node:path';
import type { Config } from './config.ts';
import type { Connection } from './database/connection.ts';
import { DataInUseError, lockDataFolder } from './database/data-lock.ts';
import { attachEmbeddedDatabase, startEmbeddedDatabase } from './database/embedded.ts';
import { reachDatabase } from './database/reach-database.ts';
import { loadMasterKey } from './master-key.ts';
import type { Logger } from './platform/logger.ts';

/** The database and the key to it, wherever they are: the way in for the server and for every command. */
export type OpenData = {
  connection: Connection;
  masterKey: Buffer;
  /** `own`: embedded, started here; `shared`: embedded, run by another process; `external`: DATABASE_URL. */
  kind: 'own' | 'shared' | 'external';
  /** Tells the next start that this one is on its way out, before the long part of stopping. */
  announceClose(): void;
  close(): Promise<void>;
};

type Options = {
  config: Pick<Config, 'dataDir' | 'databaseUrl' | 'masterKey' | 'masterKeyFile'>;
  /** Who asks, for the message to the next one: start, import… */
  command: string;
  logger: Logger;
  /** Whether to work beside a running server (a command) or to refuse (a second server). */
  mayShare: boolean;
};

const nothingToClose = { announceClose: () => {}, close: async () => {} };

/** @throws DataInUseError when another process has the embedded database and it may not or cannot be shared. */
export async function openData({ config, command, logger, mayShare }: Options): Promise<OpenData> {
  if (config.databaseUrl) {
    const connection = { connectionString: config.databaseUrl };
    const masterKey = loadMasterKey(config);
    await reachDatabase(connection);
    return { connection, masterKey, kind: 'external', ...nothingToClose };
  }
  const dataDir = resolve(config.dataDir);
  try {
    const lock = await lockDataFolder(dataDir, command);
    try {
      // The key first: if it is missing beside existing data, nothing is touched.
      const masterKey = loadMasterKey(config);
      const database = await startEmbeddedDatabase({ dataDir, logger });
      const close = async () => {
        await database.stop();
        lock.release();
      };
      return { connection: database.connection, masterKey, kind: 'own', announceClose: lock.announceRelease, close };
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    const connection = error instanceof DataInUseError && mayShare ? attachEmbeddedDatabase(dataDir) : null;
    if (!connection) throw error;
    return { connection, masterKey: loadMasterKey(config), kind: 'shared', ...nothingToClose };
  }
}
