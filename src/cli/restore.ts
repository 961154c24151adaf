/** `huiyin restore`: fills an unused database from a backup, all of it or nothing. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../server/config.ts';
import type { BackupHeader } from '../server/database/backup/format.ts';
import type { CheckedBackup } from '../server/database/backup/restore-backup.ts';
import type { DatabasePool } from '../server/database/pool.ts';
import type { VerifySummary } from '../server/features/tickets/index.ts';
import { printInstead, readOneFile } from './one-file.ts';
import { count, createProgress } from './progress.ts';

const usage = `Usage: huiyin restore FILE [--keys FILE]

Fills an unused database from a backup: a data folder (HUIYIN_DATA_DIR) or database (DATABASE_URL) in which nobody has set anything up.
The files are checked first, then everything is read in at once or not at all, then the chain of the events is verified and what a backup does
not hold (what search needs) is made again. Interrupted there, run it again: it goes on where it stopped.

Customers' keys come from a file of their own: customer-keys beside the backup, or where --keys says. Use the newest one, also for an old backup:
whoever was erased since is erased in what is restored.

Put the master key in its place first (master.key in the data folder, mode 0600, or HUIYIN_MASTER_KEY): the one that the file of keys was made
under. Stop the server.
`;

/** Exit code 0: restored and whole; 1: not; 2: wrong flags. */
export async function runRestore(argv: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const said = readOneFile(argv, usage);
  if ('text' in said) return printInstead(said);
  try {
    return await restore(said, env);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

type Files = { file: string; keys: string };

/** Loaded only now: wrong flags are answered at once. */
async function restore({ file, keys }: Files, env: NodeJS.ProcessEnv): Promise<number> {
  const { loadConfig } = await import('../server/config.ts');
  const { openData } = await import('../server/data.ts');
  const { loadMasterKey } = await import('../server/master-key.ts');
  const { createLogger } = await import('../server/platform/logger.ts');
  const { unwrapStored } = await import('../server/platform/crypto/open-key-ring.ts');
  const { checkBackup } = await import('../server/database/backup/restore-backup.ts');
  if (!existsSync(file)) throw new Error(`${file} is not there.`);
  if (!existsSync(keys)) {
    throw new Error(
      `${keys} is not there: it holds customers' keys. Remedy: put the newest one there, or name it with --keys.`,
    );
  }
  const { config, warnings } = loadConfig(env, process.stderr.isTTY);
  const logger = createLogger({ level: 'warn', format: config.logFormat });
  for (const warning of warnings) logger.warn(warning);
  refuseMissingKey(config);
  const backup = await checkBackup(file);
  const { header } = await checkBackup(keys, 'keys');
  if (header.installation !== backup.header.installation)
    throw new Error(
      `${keys} holds the keys of another installation. Remedy: use the one that was made with the backup, or after it.`,
    );
  // Before anything is written: under another key nothing of it could be read.
  if (header.searchKey) unwrapStored(loadMasterKey(config), Buffer.from(header.searchKey, 'base64'));
  const data = await openData({ config, command: 'restore', logger, mayShare: false });
  try {
    const given = { file, backup, keys: { path: keys, header } };
    return await restoreInto(data.connection, config, data.masterKey, given);
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

type Given = { file: string; backup: CheckedBackup; keys: { path: string; header: BackupHeader } };

async function restoreInto(connection: Where, config: Config, masterKey: Buffer, given: Given): Promise<number> {
  const { createPool } = await import('../server/database/pool.ts');
  const { endRestoring, isRestoring } = await import('../server/database/backup/restore-backup.ts');
  const { refuseRunningServers } = await import('../server/platform/crypto/key-store.ts');
  const pool = createPool({ connection, size: 1, statementTimeoutMs: config.statementTimeoutMs });
  try {
    await refuseRunningServers(pool);
    const isWhole = (await isRestoring(pool)) || (await readIn(pool, given));
    await makeAgain(pool, masterKey);
    await endRestoring(pool);
    return isWhole ? 0 : 1;
  } finally {
    await pool.end();
  }
}

/** @returns whether the chain of the events is whole */
async function readIn(pool: DatabasePool, { file, backup, keys }: Given): Promise<boolean> {
  const { header, bytes: all } = backup;
  const { restoreBackup } = await import('../server/database/backup/restore-backup.ts');
  const { verifyChain } = await import('../server/features/tickets/index.ts');
  const reading = createProgress('bytes read');
  const verifying = createProgress('events verified');
  const onProgress = (bytes: number) => reading.at(bytes, all);
  const { rows } = await restoreBackup(pool, file, { header, keys, onProgress }).finally(reading.clear);
  const broken = (chain: { number: string; seq: number; problem: string }) =>
    process.stderr.write(`${chain.number}  event ${chain.seq} ${chain.problem}\n`);
  const verified = await verifyChain(pool, { broken, progress: verifying.at }).finally(verifying.clear);
  process.stdout.write(summary(header, rows, verified));
  return verified.broken === 0;
}

/** What search and the look-up of customers need is in no backup. */
async function makeAgain(pool: DatabasePool, masterKey: Buffer): Promise<void> {
  const { finishCustomers } = await import('../server/features/customers/index.ts');
  const { refillSearch } = await import('../server/features/tickets/index.ts');
  const { openKeyRing } = await import('../server/platform/crypto/open-key-ring.ts');
  const ring = await openKeyRing(pool, masterKey);
  const progress = createProgress('tickets made searchable');
  await finishCustomers(pool, ring);
  const made = await refillSearch(pool, ring, progress.at).finally(progress.clear);
  process.stdout.write(`${count(made)} tickets made searchable.\n`);
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
