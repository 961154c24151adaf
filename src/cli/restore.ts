/** `huiyin restore`: fills an unused database from a backup, all of it or nothing. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../server/config.ts';
import type { BackupHeader } from '../server/database/backup/format.ts';
import type { CheckedBackup } from '../server/database/backup/restore-backup.ts';
import type { VerifySummary } from '../server/features/tickets/index.ts';
import { printInstead, readOneFile } from './one-file.ts';
import { count, createProgress } from './progress.ts';

const usage = `Usage: huiyin restore FILE

Fills an unused database from a backup: a data folder (HUIYIN_DATA_DIR) or database (DATABASE_URL) in which nobody has set anything up.
The file is checked first, then everything is read in at once or not at all, then the chain of the events is verified.

Put the master key in its place first (master.key in the data folder, mode 0600, or HUIYIN_MASTER_KEY): the one under which the backup
was made. Stop the server. People who were erased before the backup was made stay erased; those erased after it come back with it, so
erase them again.
`;

/** Exit code 0: restored and whole; 1: not; 2: wrong flags. */
export async function runRestore(argv: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const said = readOneFile(argv, usage);
  if ('text' in said) return printInstead(said);
  const { file } = said;
  try {
    return await restore(file, env);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

/** Loaded only now: wrong flags are answered at once. */
async function restore(file: string, env: NodeJS.ProcessEnv): Promise<number> {
  const { loadConfig } = await import('../server/config.ts');
  const { openData } = await import('../server/data.ts');
  const { loadMasterKey } = await import('../server/master-key.ts');
  const { createLogger } = await import('../server/platform/logger.ts');
  const { unwrapStored } = await import('../server/platform/crypto/open-key-ring.ts');
  const { checkBackup } = await import('../server/database/backup/restore-backup.ts');
  if (!existsSync(file)) throw new Error(`${file} is not there.`);
  const { config } = loadConfig(env, process.stderr.isTTY);
  refuseMissingKey(config);
  const backup = await checkBackup(file);
  const { header } = backup;
  // Before anything is written: under another key nothing of it could be read.
  if (header.searchKey) unwrapStored(loadMasterKey(config), Buffer.from(header.searchKey, 'base64'));
  const logger = createLogger({ level: 'warn', format: config.logFormat });
  const data = await openData({ config, command: 'restore', logger, mayShare: false });
  try {
    return await restoreInto(data.connection, config, file, backup);
  } finally {
    data.announceClose();
    await data.close();
  }
}

/** A new key would be made where there is none, and could read nothing of the backup. */
function refuseMissingKey(config: Config): void {
  const keyFile = config.masterKeyFile ?? join(config.dataDir, 'master.key');
  if (config.masterKey || existsSync(keyFile)) return;
  throw new Error(
    `The master key is missing. Remedy: put your copy of it at ${keyFile} (mode 0600), or set HUIYIN_MASTER_KEY.`,
  );
}

type Where = Awaited<ReturnType<typeof import('../server/data.ts')['openData']>>['connection'];

async function restoreInto(connection: Where, config: Config, file: string, backup: CheckedBackup): Promise<number> {
  const { header, bytes: all } = backup;
  const { createPool } = await import('../server/database/pool.ts');
  const { restoreBackup } = await import('../server/database/backup/restore-backup.ts');
  const { refuseRunningServers } = await import('../server/platform/crypto/key-store.ts');
  const { verifyChain } = await import('../server/features/tickets/index.ts');
  const pool = createPool({ connection, size: 1, statementTimeoutMs: config.statementTimeoutMs });
  const reading = createProgress('bytes read');
  const verifying = createProgress('events verified');
  try {
    await refuseRunningServers(pool);
    const onProgress = (bytes: number) => reading.at(bytes, all);
    const { rows } = await restoreBackup(pool, file, { header, onProgress }).finally(reading.clear);
    const broken = (chain: { number: string; seq: number; problem: string }) =>
      process.stderr.write(`${chain.number}  event ${chain.seq} ${chain.problem}\n`);
    const verified = await verifyChain(pool, { broken, progress: verifying.at }).finally(verifying.clear);
    process.stdout.write(summary(header, rows, verified));
    return verified.broken === 0 ? 0 : 1;
  } finally {
    await pool.end();
  }
}

function summary({ createdAt }: BackupHeader, rows: Record<string, number>, { events, broken }: VerifySummary): string {
  const counts = Object.entries(rows)
    .filter(([, number]) => number > 0)
    .map(([table, number]) => `  ${table.padEnd(20)} ${count(number).padStart(12)}`);
  const chain =
    broken === 0
      ? `${count(events)} events verified: the chain is whole.`
      : `The chain of ${count(broken)} tickets is broken: it was so when the backup was made, or the backup was changed.`;
  return `Restored as of ${createdAt}:\n${counts.join('\n')}\n${chain}\n`;
}
