import { parseArgs } from 'node:util';
import { ConfigError, loadConfig } from './config.ts';
import { createLogger, type Logger } from './platform/logger.ts';
import { type RunningServer, startServer } from './run.ts';
import { explainStartFailure } from './start-failure.ts';
import { version } from './version.ts';

/**
 * The server as a process: arguments, signals, exit code. The address goes to standard output, everything else to standard
 * error. A first signal stops in order; a second one ends at once.
 */
export async function runServer(args: string[]): Promise<number> {
  const isDemo = readArguments(args);
  if (isDemo === null) return 1;
  const settings = readConfig();
  if (settings === null) return 1;
  const { config, warnings } = settings;
  const logger = createLogger({ level: config.logLevel, format: config.logFormat });
  for (const warning of warnings) logger.warn(warning);
  const stopping = waitForSignal(logger);
  try {
    const server = await startServer(config, logger, { isDemo });
    printAddress(server, config.dataDir);
    const reason = await stopping;
    logger.info({ reason }, 'stopping');
    await server.stop();
    logger.info('stopped');
    return reason === 'crash' ? 1 : 0;
  } catch (error) {
    reportFailure(error, logger);
    return 1;
  } finally {
    if (process.connected) process.disconnect();
  }
}

function readArguments(args: string[]): boolean | null {
  try {
    return parseArgs({ args, options: { demo: { type: 'boolean', default: false } } }).values.demo;
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\nUsage: npm start -- [--demo]\n`);
    return null;
  }
}

function readConfig() {
  try {
    return loadConfig(process.env, process.stderr.isTTY);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return null;
  }
}

/** Ctrl-C reaches this process twice, from the terminal and from npm; only a signal later than this is a second one. */
const impatienceMs = 1000;

/** Heard from the beginning, so that a signal during the start is not lost: it then stops right after it. */
function waitForSignal(logger: Logger): Promise<string> {
  return new Promise((resolve) => {
    let since: number | null = null;
    const stop = (reason: string) => {
      since ??= Date.now();
      resolve(reason);
    };
    for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
      process.on(name, () => {
        if (since !== null && Date.now() - since > impatienceMs) process.exit(1);
        stop(name);
      });
    }
    // The launcher (scripts/start.mjs) is gone without passing a signal on.
    process.once('disconnect', () => stop('launcher gone'));
    process.on('uncaughtException', (error) => {
      logger.fatal({ error }, 'a bug: the server cannot go on');
      stop('crash');
    });
  });
}

function printAddress({ url, database, greetings }: RunningServer, dataDir: string): void {
  const rows = [
    ['Console', url],
    ['Portal', `${url}/portal`],
    ['API', `${url}/api/v1/docs`],
    ['Data', database === 'external' ? 'DATABASE_URL' : dataDir],
  ];
  const lines = rows.map(([name, value]) => `  ${name?.padEnd(8)} ${value}`);
  process.stdout.write(
    `\nHuiyin 回音 ${version}\n${[...lines, ...greetings.map((line) => `  ${line}`)].join('\n')}\n\n`,
  );
}

/** What an operator can mend is said in one line; only a bug shows where it happened. */
function reportFailure(error: unknown, logger: Logger): void {
  const explained = explainStartFailure(error);
  if (explained !== null) process.stderr.write(`${explained}\n`);
  else logger.fatal({ error, stack: (error as Error).stack }, 'the server does not start');
}
