/** `huiyin backup`: everything that the database holds, as it stands at one instant, in one file. */
import type { BackupDone } from '../server/database/backup/write-backup.ts';
import { printInstead, readOneFile } from './one-file.ts';
import { count, createProgress } from './progress.ts';

const usage = `Usage: huiyin backup FILE

Writes all tables into one compressed file, as they stand at one instant, while the server goes on working. The file appears when it is
whole; an older backup of that name is replaced. Only its owner can read it.

The master key is not in it. What customers said cannot be read without the key: keep a copy of the key, and not beside the backup.
`;

/** Exit code 0: written; 1: not; 2: wrong flags. */
export async function runBackup(argv: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const said = readOneFile(argv, usage);
  if ('text' in said) return printInstead(said);
  const { file } = said;
  try {
    const done = await backUp(file, env);
    process.stdout.write(summary(file, done));
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
async function backUp(file: string, env: NodeJS.ProcessEnv): Promise<BackupDone> {
  const { withDatabase } = await import('../server/open-for-command.ts');
  const { writeBackup } = await import('../server/database/backup/write-backup.ts');
  const { loadSearchKey } = await import('../server/platform/crypto/key-store.ts');
  const { version } = await import('../server/version.ts');
  const progress = createProgress('rows');
  return withDatabase(
    'backup',
    async ({ pool }) => {
      const { wrapped: searchKey, isRotating } = await loadSearchKey(pool);
      if (isRotating)
        throw new Error('A change of the master key is half done. Remedy: finish it first (huiyin rotate-key).');
      const createdAt = new Date().toISOString();
      return writeBackup(pool, file, { version, createdAt, searchKey, onProgress: progress.at }).finally(
        progress.clear,
      );
    },
    { ...env, HUIYIN_MASTER_KEY: noKey },
  );
}

function summary(file: string, { rows, bytes }: BackupDone): string {
  const all = Object.values(rows).reduce((sum, one) => sum + one, 0);
  const size = bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${count(Math.round(bytes / 1e6))} MB`;
  return `${file}: ${count(rows.ticket ?? 0)} tickets, ${count(rows.customer ?? 0)} customers, ${count(rows.event ?? 0)} events, ${count(all)} rows in all, ${size}\n`;
}
