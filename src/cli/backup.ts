/** `huiyin backup`: everything that the database holds, as it stands at one instant, in one file. */
import type { BackupDone } from '../server/database/backup/write-backup.ts';
import { printInstead, readOneFile } from './one-file.ts';
import { count, createProgress } from './progress.ts';

const usage = `Usage: huiyin backup FILE [--keys FILE]

Writes all tables into one compressed file, as they stand at one instant, while the server goes on working. The file appears when it is
whole; an older backup of that name is replaced. Only its owner can read it.

Customers' keys go into a file of their own, customer-keys beside the backup or where --keys says, in place of the one from last time: the newest
one serves all older backups, and whoever was erased is in none of them any more. Keep no older copies of it.

The master key is in neither. What customers said cannot be read without it: keep a copy of it, and not beside the backup.
`;

/** Exit code 0: written; 1: not; 2: wrong flags. */
export async function runBackup(argv: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const said = readOneFile(argv, usage);
  if ('text' in said) return printInstead(said);
  const { file, keys } = said;
  try {
    const done = await backUp(file, keys, env);
    process.stdout.write(`${summary(file, done)}${keys}: customers' keys; keep the newest alone.\n`);
    process.stderr.write(
      'The master key is not in the backup: keep a copy of it elsewhere, nothing can be read without it.\n',
    );
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

/** Stands in for the master key, which a backup does not need and does not look for. */
const noKey = Buffer.alloc(32).toString('base64');

/** Loaded only now: wrong flags are answered at once. */
async function backUp(file: string, keysPath: string, env: NodeJS.ProcessEnv): Promise<BackupDone> {
  const { withDatabase } = await import('../server/open-for-command.ts');
  const { installationOf } = await import('../server/database/backup/installation.ts');
  const { writeBackup } = await import('../server/database/backup/write-backup.ts');
  const { loadOrganisationKey, loadSearchKey } = await import('../server/platform/crypto/key-store.ts');
  const { version } = await import('../server/version.ts');
  const progress = createProgress('rows');
  return withDatabase(
    'backup',
    async ({ pool }) => {
      const { wrapped: searchKey, isRotating } = await loadSearchKey(pool);
      if (isRotating)
        throw new Error('A change of the master key is half done. Remedy: finish it first (huiyin rotate-key).');
      const createdAt = new Date().toISOString();
      const installation = await installationOf(pool);
      const organisationKey = await loadOrganisationKey(pool);
      const options = {
        version,
        createdAt,
        installation,
        searchKey,
        organisationKey,
        keysPath,
        onProgress: progress.at,
      };
      return writeBackup(pool, file, options).finally(progress.clear);
    },
    { ...env, HUIYIN_MASTER_KEY: noKey },
    { needsData: true },
  );
}

function summary(file: string, { rows, bytes }: BackupDone): string {
  const all = Object.values(rows).reduce((sum, one) => sum + one, 0);
  const size = bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${count(Math.round(bytes / 1e6))} MB`;
  return `${file}: ${count(rows.ticket ?? 0)} tickets, ${count(rows.customer ?? 0)} customers, ${count(rows.event ?? 0)} events, ${count(all)} rows in all, ${size}\n`;
}
