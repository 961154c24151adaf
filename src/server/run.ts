import type { AddressInfo } from 'node:net';
import type { Config } from './config.ts';
import { createContext, createServer, fillDemo, greetings, type Worker, workers } from './context.ts';
import { openData } from './data.ts';
import { migrate } from './database/migrate.ts';
import { createPool } from './database/pool.ts';
import { explainListenError } from './listen-error.ts';
import { systemClock } from './platform/clock.ts';
import type { Logger } from './platform/logger.ts';

export type RunningServer = {
  /** Address of this machine people can open. */
  url: string;
  database: 'own' | 'shared' | 'external';
  /** Lines for the person at the terminal, as the one-time set-up link. */
  greetings: string[];
  stop(): Promise<void>;
};

type Undo = () => Promise<unknown>;

/** Brings everything up in order; whatever fails, what was up before is taken down again in reverse. */
export async function startServer(
  config: Config,
  logger: Logger,
  options: { isDemo: boolean },
): Promise<RunningServer> {
  const undo: Undo[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const data = await openData({ config, command: 'start', logger, mayShare: false });
    undo.push(data.close);
    let isStopping = false;
    const onError = (error: Error) => {
      if (!isStopping) logger.warn({ error: error.message }, 'a database connection was lost');
    };
    const { poolSize: size, statementTimeoutMs } = config;
    const pool = createPool({ connection: data.connection, size, statementTimeoutMs, onError });
    undo.push(() => pool.end());
    const migrated = await migrate(pool);
    if (migrated.length > 0)
      logger.info({ from: migrated[0], to: migrated.at(-1) }, 'the schema was brought up to date');
    const context = await createContext({ config, logger, clock: systemClock, pool, masterKey: data.masterKey });
    undo.push(context.close);
    if (options.isDemo) await fillDemo(context);
    const app = await createServer(context);
    undo.push(() => app.close());
    await listen(() => app.listen({ port: config.port, host: config.host }), config);
    if (config.clocks) undo.push(...(await startWorkers(workers.map((start) => start(context)))));
    const url = addressOf(app.server.address() as AddressInfo, config);
    const lines = await Promise.all(greetings.map((greet) => greet(context, url)));
    // Requests that are still being answered get their time, then the connections are cut.
    const stopInTime = async () => {
      isStopping = true;
      data.announceClose();
      const cut = setTimeout(() => app.server.closeAllConnections(), config.shutdownTimeoutMs);
      await stop().finally(() => clearTimeout(cut));
    };
    return { url, database: data.kind, greetings: lines.filter((line) => line !== null), stop: stopInTime };
  } catch (error) {
    await stop().catch((failure) => logger.error({ error: failure }, 'could not clean up after a failed start'));
    throw error;
  }
}

async function listen(begin: () => Promise<unknown>, config: Config): Promise<void> {
  try {
    await begin();
  } catch (error) {
    throw explainListenError(error, config);
  }
}

async function startWorkers(starting: Promise<Awaited<ReturnType<Worker>>>[]): Promise<Undo[]> {
  const started = await Promise.allSettled(starting);
  const failed = started.find(({ status }) => status === 'rejected');
  const running = started
    .filter((result) => result.status === 'fulfilled')
    .map(
      ({ value }) =>
        () =>
          value.stop(),
    );
  if (failed?.status !== 'rejected') return running;
  for (const stopWorker of running) await stopWorker();
  throw failed.reason;
}

function addressOf({ address, family, port }: AddressInfo, config: Config): string {
  if (config.publicUrl) return config.publicUrl;
  const isAny = address === '0.0.0.0' || address === '::';
  const host = isAny ? 'localhost' : family === 'IPv6' ? `[${address}]` : address;
  return `http://${host}:${port}`;
}
