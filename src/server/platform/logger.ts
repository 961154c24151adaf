/**
 * One line per event on standard error, JSON for machines or one readable line for people. The interface is the one
 * Fastify expects of its logger; standard output is kept free for what a command was asked to print.
 */
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];
export type LogFormat = 'pretty' | 'json';

type LogMethod = {
  (fields: unknown, message?: string, ...rest: unknown[]): void;
  (message: string): void;
};

export type Logger = {
  level: LogLevel;
  child(bindings: Record<string, unknown>): Logger;
} & Record<Exclude<LogLevel, 'silent'> | 'silent', LogMethod>;

export type LoggerOptions = {
  level: LogLevel;
  format: LogFormat;
  bindings?: Record<string, unknown>;
  write?: (line: string) => void;
};

const stackFrom = logLevels.indexOf('error');

const writeToStandardError = (line: string) => {
  process.stderr.write(line);
};

export function createLogger({ level, format, bindings = {}, write = writeToStandardError }: LoggerOptions): Logger {
  const threshold = logLevels.indexOf(level);
  const render = format === 'json' ? renderJson : renderPretty;
  const at = (name: LogLevel): LogMethod => {
    if (name === 'silent' || logLevels.indexOf(name) < threshold) return () => {};
    return (first: unknown, message?: string) => {
      const { stack, ...known } = typeof first === 'string' ? {} : describe(first);
      // Where it happened helps with a bug; what is expected to happen now and then only needs to be said.
      const fields = stack !== undefined && logLevels.indexOf(name) >= stackFrom ? { ...known, stack } : known;
      const text = typeof first === 'string' ? first : (message ?? String(fields.message ?? ''));
      write(render(name, text, { ...bindings, ...fields }));
    };
  };
  return {
    level,
    trace: at('trace'),
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    fatal: at('fatal'),
    silent: at('silent'),
    child: (more) => createLogger({ level, format, bindings: { ...bindings, ...more }, write }),
  };
}

export const silentLogger: Logger = createLogger({ level: 'silent', format: 'json' });

function renderJson(level: LogLevel, message: string, fields: Record<string, unknown>): string {
  return `${JSON.stringify({ time: new Date().toISOString(), level, message, ...fields })}\n`;
}

function renderPretty(level: LogLevel, message: string, fields: Record<string, unknown>): string {
  const time = new Date().toISOString().slice(11, 23);
  const { stack, ...short } = fields as { stack?: string };
  const rest = Object.entries(short)
    .filter(([key]) => key !== 'message')
    .map(([key, value]) => ` ${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('');
  return `${time} ${level.padEnd(5)} ${message}${rest}\n${stack ? `${stack}\n` : ''}`;
}

type Fields = Record<string, unknown> & { stack?: string };

function describe(value: unknown): Fields {
  if (value instanceof Error) return describeError(value);
  if (typeof value !== 'object' || value === null) return { value };
  const { err, error, ...rest } = value as { err?: unknown; error?: unknown };
  const cause = err ?? error;
  if (cause === undefined) return rest;
  return { ...rest, ...(cause instanceof Error ? describeError(cause) : { error: cause }) };
}

function describeError(error: Error): Fields {
  const code = (error as { code?: unknown }).code;
  return {
    error: error.message,
    ...(code === undefined ? {} : { code }),
    ...(error.message.includes('Remedy: ') ? {} : { stack: error.stack }),
  };
}
