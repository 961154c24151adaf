import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { copyOut } from '../copy.ts';
import { type DatabasePool, type PoolClient, transaction } from '../pool.ts';
import { type BackupTable, estimateRows, keptIn, listMigrations, listSequences, listTables } from './catalogue.ts';
import {
  BackupError,
  type BackupHeader,
  copyStatement,
  createKeyTable,
  keyTable,
  marks,
  sequenceStatements,
} from './format.ts';
import { NewFile, type Sink } from './new-file.ts';
import { readHeader } from './read-backup.ts';

export type BackupOptions = {
  version: string;
  createdAt: string;
  installation: string;
  searchKey: Buffer | null;
  organisationKey: Buffer | null;
  /** Where customers' keys go. */
  keysPath: string;
  /** Rows written so far, of about so many. */
  onProgress?: (done: number, all: number) => void;
};
export type BackupDone = { rows: Record<string, number>; bytes: number };

/**
 * Writes all tables as they stand at one instant, while others go on writing: customers' keys to one file, all else to the other. Each takes its
 * name only when both are whole, the keys first, since newer keys fit older data; its owner alone can read them.
 */
export async function writeBackup(pool: DatabasePool, path: string, options: BackupOptions): Promise<BackupDone> {
  const { keysPath } = options;
  refuseOtherFile(path);
  await refuseOtherKeys(keysPath, options.installation);
  return withNewFile(keysPath, (keys) =>
    withNewFile(path, async (data) => {
      const rows = await transaction(pool, async (client) => {
        await client.query('set transaction isolation level repeatable read, read only');
        await client.query('set local statement_timeout = 0');
        await client.query('set local idle_in_transaction_session_timeout = 0');
        await writeKeys(client, keys.sink, options);
        return writeAll(client, data.sink, options);
      });
      await keys.complete();
      const bytes = await data.complete();
      keys.takeName();
      data.takeName();
      return { rows, bytes };
    }),
  );
}

async function withNewFile<T>(path: string, work: (file: NewFile) => Promise<T>): Promise<T> {
  const file = new NewFile(path);
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}

const headerOf = (
  { version, createdAt, installation, searchKey, organisationKey }: BackupOptions,
  holds: BackupHeader['holds'],
  migrations: BackupHeader['migrations'],
): BackupHeader => ({
  format: 2,
  holds,
  installation,
  version,
  createdAt,
  migrations,
  searchKey: searchKey?.toString('base64') ?? null,
  organisationKey: organisationKey?.toString('base64') ?? null,
});

async function writeKeys(client: PoolClient, sink: Sink, options: BackupOptions): Promise<void> {
  await sink.line(marks.header + JSON.stringify(headerOf(options, 'keys', [])));
  await sink.line(`${createKeyTable};`);
  const { name, columns } = keyTable;
  const read = `copy (select ${columns.join(', ')} from customer order by id) to stdout`;
  const rows = await writeTable(client, sink, keyTable, read, () => {});
  await sink.line(marks.end + JSON.stringify({ rows: { [name]: rows }, sha256: sink.sha256() }));
}

async function writeAll(client: PoolClient, sink: Sink, options: BackupOptions): Promise<Record<string, number>> {
  await sink.line(marks.header + JSON.stringify(headerOf(options, 'data', await listMigrations(client))));
  const rows: Record<string, number> = {};
  const all = await estimateRows(client);
  let done = 0;
  const onRows = (count: number) => {
    done += count;
    options.onProgress?.(done, Math.max(all, done));
  };
  for (const table of keptIn(await listTables(client)))
    rows[table.name] = await writeTable(client, sink, table, copyStatement(table, 'to stdout'), onRows);
  const sequences = await listSequences(client);
  await sink.line(marks.sequences + JSON.stringify(sequences));
  for (const statement of sequences.flatMap(sequenceStatements)) await sink.line(`${statement};`);
  await sink.line(marks.end + JSON.stringify({ rows, sha256: sink.sha256() }));
  return rows;
}

async function writeTable(
  client: PoolClient,
  sink: Sink,
  table: BackupTable,
  read: string,
  onRows: (count: number) => void,
): Promise<number> {
  await sink.line(marks.table + JSON.stringify(table));
  await sink.line(`${copyStatement(table, 'from stdin')};`);
  let rows = 0;
  for await (const block of copyOut(client, read) as AsyncIterable<Buffer>) {
    await sink.write(block);
    const count = linesIn(block);
    rows += count;
    onRows(count);
  }
  await sink.line('\\.');
  return rows;
}

/** Rows, for line feeds inside of them are written as `\n`. */
function linesIn(block: Buffer): number {
  let count = 0;
  for (let at = block.indexOf(10); at >= 0; at = block.indexOf(10, at + 1)) count++;
  return count;
}

/** A backup may take the place of an older one, of nothing else. */
function refuseOtherFile(path: string): void {
  refuseMissingFolder(path);
  if (!existsSync(path)) return;
  if (statSync(path).isDirectory()) throw new BackupError(`${path} is a folder. Remedy: name a file in it.`);
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(2);
    const length = readSync(file, head);
    if (length === 0 || head.equals(Buffer.of(0x1f, 0x8b))) return;
  } finally {
    closeSync(file);
  }
  throw new BackupError(`${path} is there already and is no backup. Remedy: choose another name.`);
}

function refuseMissingFolder(path: string): void {
  const folder = dirname(path);
  if (existsSync(folder)) return;
  throw new BackupError(`The folder ${folder} is not there. Remedy: make it, or choose another.`);
}

/** Keys of somebody else in that place would be lost, and with them all that their customers said. */
async function refuseOtherKeys(path: string, installation: string): Promise<void> {
  refuseOtherFile(path);
  const there = existsSync(path) && statSync(path).size > 0 ? await readHeader(path) : null;
  if (there === null || (there.holds === 'keys' && there.installation === installation)) return;
  throw new BackupError(
    `${path} is there already and holds ${there.holds === 'keys' ? 'the keys of another installation' : 'no keys'}. Remedy: name another file with --keys.`,
  );
}
