import { join } from 'node:path';
import type { Config } from './config.ts';
import { findPending, readMigrations } from './database/migrate.ts';
import type { DatabasePool } from './database/pool.ts';
import type { App, Feature } from './http/app.ts';
import { createHttpServer } from './http/server.ts';
import type { Clock } from './platform/clock.ts';
import type { Logger } from './platform/logger.ts';
import { version } from './version.ts';

/**
 * The one place where the parts of a running process are put together. What a feature needs it names in its own
 * parameter type; this context has to satisfy them all.
 */
export type Context = {
  config: Config;
  logger: Logger;
  clock: Clock;
  pool: DatabasePool;
  masterKey: Buffer;
};

/** Every feature of the server, in the order its routes are registered. */
export const features: readonly Feature<Context>[] = [];

/** Work in the background, in processes with HUIYIN_CLOCKS=on; stopped before the database connection is. */
export type Worker = (context: Context) => Promise<{ stop(): Promise<void> }>;
export const workers: readonly Worker[] = [];

/** Lines printed under the address, as the one-time set-up link; null for nothing to say. */
export const greetings: readonly ((context: Context, url: string) => Promise<string | null>)[] = [];

/** Fills the demo organisation (`npm start -- --demo`). */
export async function seedDemo(_context: Context): Promise<void> {}

export function createContext(parts: Context): Context {
  return parts;
}

/** @param extra more routes, which tests of the base add. */
export async function createServer(context: Context, extra?: Feature<Context>): Promise<App> {
  const { config, logger, pool } = context;
  return createHttpServer({
    config,
    version,
    logger,
    pool,
    webFolder: join(import.meta.dirname, '../../dist/web'),
    checkReadiness: readinessOf(pool),
    registerRoutes: async (app) => {
      for (const register of extra ? [...features, extra] : features) await register(app, context);
    },
  });
}

function readinessOf(pool: DatabasePool) {
  const migrations = readMigrations();
  return async () => {
    try {
      return { database: true, migrations: (await findPending(pool, migrations)).length === 0 };
    } catch {
      return { database: false, migrations: false };
    }
  };
}
