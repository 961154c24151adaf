import { type ChildProcess, spawn } from 'node:child_process';
import type { FileOwner } from '../platform/files.ts';
import type { Logger } from '../platform/logger.ts';
import { dataArgument, postgresEnvironment } from './postgres-cluster.ts';
import { explainFailure } from './postgres-failure.ts';

export type PostgresProcess = { pid: number; exited: Promise<void>; stop(): Promise<void> };

/** Durable first (fsync and synchronous commit stay on); the rest suits one application on one machine with solid-state disks. */
const settings: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_directories: '.',
  unix_socket_permissions: '0700',
  max_connections: '60',
  shared_buffers: '128MB',
  maintenance_work_mem: '128MB',
  effective_cache_size: '1GB',
  random_page_cost: '1.1',
  checkpoint_timeout: '15min',
  max_wal_size: '1GB',
  min_wal_size: '256MB',
  wal_buffers: '16MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '',
  // Nothing of a statement or row goes to the log: it may be about a customer.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  cluster_name: 'huiyin',
};

const fastStopMs = 30_000;

export type PostgresOptions = {
  cluster: string;
  program: string;
  runAs: FileOwner | null;
  logger: Logger;
  settings?: Readonly<Record<string, string>>;
};

/** Resolves when the server takes connections, which after a crash includes the recovery. */
export function startPostgres({
  cluster,
  program,
  runAs,
  logger,
  settings: extra = {},
}: PostgresOptions): Promise<PostgresProcess> {
  const flags = Object.entries({ ...settings, ...extra }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // A session of its own, so that Ctrl-C in the terminal reaches Huiyin only, which then stops the database last.
  const child = spawn(program, ['-D', dataArgument(cluster, runAs), '-p', '5432', ...flags], {
    ...runAs,
    cwd: cluster,
    detached: true,
    env: postgresEnvironment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return new Promise((resolve, reject) => {
    let output = '';
    child.once('error', reject);
    child.once('exit', () => reject(explainFailure('The embedded database does not start', output, cluster)));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      output = (output + chunk).slice(-4000);
      for (const line of chunk.split('\n')) log(logger, line);
      if (output.includes('ready to accept connections') && child.pid !== undefined) {
        resolve({ pid: child.pid, exited, stop: () => stop(child, exited) });
      }
    });
  });
}

async function stop(child: ChildProcess, exited: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGINT');
  const escalation = setTimeout(() => child.kill('SIGQUIT'), fastStopMs);
  await exited;
  clearTimeout(escalation);
}

function log(logger: Logger, line: string): void {
  const [, severity, message] = /^([A-Z]+): {2}(.*)$/.exec(line) ?? [];
  if (severity === undefined || message === undefined) return;
  // FATAL ends one session, of which the client hears; a failing start reports its last lines itself.
  if (severity === 'PANIC') logger.error({ from: 'postgres' }, message);
  else if (severity === 'WARNING') logger.warn({ from: 'postgres' }, message);
  else logger.debug({ from: 'postgres' }, message);
}
