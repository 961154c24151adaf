import { join, resolve } from 'node:path';
import { logLevels } from './platform/logger.ts';
import { nearestName } from './platform/nearest-name.ts';
import { flag, hostNames, integer, type Parse, path, secret, text, timeZone, url, word } from './platform/settings.ts';

/** What a process is told from outside: one entry per variable, explained, checked, with the remedy in the error. */
type Variable<T> = {
  readonly name: string;
  readonly fallback: string | null;
  readonly about: string;
  readonly parse: Parse<T>;
};

const optional = <T>(name: string, about: string, parse: Parse<T>): Variable<T | null> => ({
  name,
  fallback: null,
  about,
  parse,
});
const required = <T>(name: string, fallback: string, about: string, parse: Parse<T>): Variable<T> => ({
  name,
  fallback,
  about,
  parse,
});

export const variables = {
  port: required('PORT', '7300', 'TCP port of the web server; 0 takes any free one.', integer(0, 65535)),
  host: required(
    'HOST',
    '127.0.0.1',
    'Address to listen on. `0.0.0.0` opens it to the network: put TLS in front.',
    text,
  ),
  dataDir: required('HUIYIN_DATA_DIR', './data', 'Folder of everything kept: embedded database, key file, lock.', path),
  databaseUrl: optional(
    'DATABASE_URL',
    'PostgreSQL 15 or newer, as `postgres://user:password@host/database`. Without it an embedded PostgreSQL runs in the data folder.',
    url(['postgres:', 'postgresql:']),
  ),
  masterKey: optional(
    'HUIYIN_MASTER_KEY',
    'The key that wraps all customer keys: 32 bytes in base64 or hex. Beats the key file.',
    secret(32),
  ),
  masterKeyFile: optional(
    'HUIYIN_MASTER_KEY_FILE',
    'File with that key; by default `master.key` in the data folder, made at the first start (mode 0600). Keep a copy elsewhere.',
    path,
  ),
  logLevel: required('HUIYIN_LOG_LEVEL', 'info', 'Least severe log line to write.', word(logLevels)),
  logFormat: required(
    'HUIYIN_LOG_FORMAT',
    'auto',
    'Log lines for people or for machines; `auto` is pretty on a terminal.',
    word(['auto', 'pretty', 'json']),
  ),
  timeZone: required(
    'HUIYIN_TIME_ZONE',
    'Asia/Shanghai',
    'Time zone of the organisation: day numbers, reports, default calendar.',
    timeZone,
  ),
  publicUrl: optional(
    'HUIYIN_PUBLIC_URL',
    'Address under which people reach this server, for links and cookies, as `https://huiyin.example.com`.',
    url(['http:', 'https:']),
  ),
  privateHosts: optional(
    'HUIYIN_PRIVATE_HOSTS',
    'Hosts of your own network to which group-chat posts may go, with commas between them, as `chat.internal`; they may be plain http. All others have to be https at a public address.',
    hostNames,
  ),
  poolSize: required('HUIYIN_POOL_SIZE', '10', 'Database connections of this process.', integer(1, 200)),
  statementTimeoutMs: required(
    'HUIYIN_STATEMENT_TIMEOUT_MS',
    '30000',
    'A database statement is given up after this time.',
    integer(100, 3_600_000),
  ),
  clocks: required(
    'HUIYIN_CLOCKS',
    'on',
    'Whether this process works clocks and jobs; at least one process must.',
    flag,
  ),
  trustProxy: required(
    'HUIYIN_TRUST_PROXY',
    'off',
    'Whether `X-Forwarded-*` headers of a reverse proxy are believed.',
    flag,
  ),
  rateLimit: required(
    'HUIYIN_RATE_LIMIT',
    '6000',
    'Requests per minute and client address; sign-in and portal have stricter ones of their own. 0 switches all off.',
    integer(0, 10_000_000),
  ),
  bodyLimitBytes: required(
    'HUIYIN_BODY_LIMIT_BYTES',
    '1048576',
    'Largest JSON request body.',
    integer(1024, 104_857_600),
  ),
  attachmentLimitBytes: required(
    'HUIYIN_ATTACHMENT_LIMIT_BYTES',
    '10485760',
    'Largest file on a ticket.',
    integer(1024, 1_073_741_824),
  ),
  attachmentLimitCount: required(
    'HUIYIN_ATTACHMENT_LIMIT_COUNT',
    '20',
    'Files that one request may upload, and one action put on a ticket.',
    integer(1, 100),
  ),
  metricsToken: optional(
    'HUIYIN_METRICS_TOKEN',
    'Bearer token for `/metrics`. Without it only direct requests from this machine are answered.',
    text,
  ),
  shutdownTimeoutMs: required(
    'HUIYIN_SHUTDOWN_TIMEOUT_MS',
    '10000',
    'How long open requests may take to finish after a stop signal.',
    integer(0, 600_000),
  ),
};

/** Beside the program, wherever a command is called from. */
const defaultDataDir = join(import.meta.dirname, '../../data');

type Raw = { [K in keyof typeof variables]: (typeof variables)[K] extends Variable<infer T> ? T : never };
export type Config = Readonly<Omit<Raw, 'logFormat'> & { logFormat: 'pretty' | 'json' }>;

export class ConfigError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The configuration is not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** @throws ConfigError naming every variable that is wrong, what it says and what it should say. */
export function loadConfig(env: NodeJS.ProcessEnv, isTerminal = false): { config: Config; warnings: string[] } {
  const problems: string[] = [];
  const read = <T>(variable: Variable<T>): T => {
    const given = env[variable.name]?.trim() || variable.fallback;
    if (given === null) return null as T;
    const result = variable.parse(given);
    if (result.ok) return result.value;
    const shown =
      variable.name === 'HUIYIN_MASTER_KEY' || variable.name === 'DATABASE_URL' ? 'its value' : `"${given}"`;
    problems.push(
      `${variable.name}: ${shown} is not ${result.expected}. Set it to ${result.expected}, or remove it${variable.fallback === null ? '' : ` to get ${variable.fallback}`}.`,
    );
    return null as T;
  };
  const raw = Object.fromEntries(
    Object.entries(variables).map(([key, variable]) => [key, read(variable as Variable<unknown>)]),
  ) as Raw;
  if (problems.length > 0) throw new ConfigError(problems);
  const logFormat = raw.logFormat === 'auto' ? (isTerminal ? 'pretty' : 'json') : raw.logFormat;
  return {
    config: {
      ...raw,
      dataDir: raw.dataDir === variables.dataDir.fallback ? defaultDataDir : resolve(raw.dataDir),
      logFormat,
    },
    warnings: unknownVariables(env),
  };
}

/** The table that README shows; a test compares the two. */
export function renderConfigTable(): string {
  const rows = Object.values(variables).map(
    ({ name, fallback, about }) => `| \`${name}\` | ${fallback === null ? '' : `\`${fallback}\``} | ${about} |`,
  );
  return ['| variable | default | meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

const prefix = /^HUIYIN_/i;
const bare = (name: string) => name.replace(prefix, '').toUpperCase();

function unknownVariables(env: NodeJS.ProcessEnv): string[] {
  // Compared without what is ours in all of them: PORT and DATABASE_URL have no prefix, and are given one by many.
  const known = new Map(Object.values(variables).map(({ name }) => [bare(name), name]));
  return Object.keys(env)
    .filter((name) => prefix.test(name) && known.get(bare(name)) !== name)
    .map((name) => {
      const nearest = known.get(nearestName(bare(name), [...known.keys()]) ?? '');
      const remedy = nearest === undefined ? 'README.md lists those there are.' : `did you mean ${nearest}?`;
      return `${name} is not a known variable and has no effect; ${remedy}`;
    });
}
