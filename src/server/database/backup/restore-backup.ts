import { copyIn } from '../copy.ts';
import { migrate, readMigrations } from '../migrate.ts';
import { type DatabasePool, type PoolClient, transaction } from '../pool.ts';
import {
  type BackupSequence,
  type BackupTable,
  listDependents,
  listMigrations,
  listTables,
  quotedName,
} from './catalogue.ts';
import { type BackupEnd, BackupError, type BackupHeader, copyStatement, sequenceStatements } from './format.ts';
import { readBackup } from './read-backup.ts';

/** What makes a database more than freshly started. */
const signsOfUse = ['staff', 'customer', 'ticket', 'event'];

/** `bytes` of rows, unpacked. */
export type CheckedBackup = { header: BackupHeader; bytes: number };

/** Reads a backup to its end and says what it is; nothing is written. @throws BackupError when it is not whole */
export async function checkBackup(path: string): Promise<CheckedBackup> {
  let found: BackupHeader | null = null;
  let bytes = 0;
  await readBackup(path, {
    header: async (header) => {
      if (header.format !== 1) throw new BackupError(`${path} is of a newer version. Remedy: update Huiyin first.`);
      found = header;
    },
    table: async (_table, rows) => {
      for await (const block of rows) bytes += block.length;
    },
    sequences: async () => {},
  });
  if (!found) throw new BackupError(`${path} is no backup of Huiyin.`);
  return { header: found, bytes };
}

export type RestoreOptions = { header: BackupHeader; onProgress?: (bytes: number) => void };

/**
 * Fills an unused database from a backup, all of it or nothing, in the schema that the backup had; newer migrations run afterwards.
 * Nobody else may be connected. @throws BackupError when the database is in use or the backup is not for this program
 */
export async function restoreBackup(pool: DatabasePool, path: string, options: RestoreOptions): Promise<BackupEnd> {
  await prepareSchema(pool, options.header);
  const end = await transaction(pool, (client) => fill(client, path, options));
  await migrate(pool);
  await pool.query('analyze');
  return end;
}

async function prepareSchema(pool: DatabasePool, { migrations }: BackupHeader): Promise<void> {
  const known = readMigrations();
  for (const { number, name, sha256 } of migrations) {
    const file = known.find((one) => one.number === number);
    if (!file)
      throw new BackupError(`The backup has migration ${name}, which this version lacks. Remedy: update Huiyin first.`);
    if (file.sha256 !== sha256)
      throw new BackupError(`Migration ${name} is not the one that the backup was made under.`);
  }
  await refuseUsed(pool);
  const applied = await listMigrations(pool);
  if (applied.length > migrations.length) {
    throw new BackupError(
      'A newer version has been started on this database than the one that made the backup. Remedy: restore into a new data folder or an empty database.',
    );
  }
  await migrate(pool, known.slice(0, migrations.length));
}

async function refuseUsed(pool: DatabasePool): Promise<void> {
  const tables = new Set((await listTables(pool)).map(({ name }) => name));
  for (const name of signsOfUse.filter((one) => tables.has(one))) {
    const { rows } = await pool.query(`select from ${quotedName(name)} limit 1`);
    if (rows.length === 0) continue;
    throw new BackupError(
      `The database is in use: there is something in ${name}. Nothing was changed. Remedy: restore into a new data folder (HUIYIN_DATA_DIR) or an empty database (DATABASE_URL).`,
    );
  }
}

/** Indexes and references are built once all rows are there: faster, and the order of rows does not matter. */
async function fill(client: PoolClient, path: string, { onProgress = () => {} }: RestoreOptions): Promise<BackupEnd> {
  await client.query('set local statement_timeout = 0');
  await client.query('set local idle_in_transaction_session_timeout = 0');
  const tables = new Map((await listTables(client)).map((table) => [table.name, table]));
  const { drop, create } = await listDependents(client);
  for (const statement of drop) await client.query(statement);
  await client.query(`truncate ${[...tables.keys()].map(quotedName).join(', ')}`);
  let bytes = 0;
  async function* counted(rows: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const block of rows) {
      bytes += block.length;
      onProgress(bytes);
      yield block;
    }
  }
  const filled = new Set<string>();
  const end = await readBackup(path, {
    header: async () => {},
    table: async (table, rows) => {
      checkTable(table, tables.get(table.name));
      await copyIn(client, copyStatement(table, 'from stdin'), counted(rows));
      filled.add(table.name);
    },
    sequences: (sequences) => setSequences(client, sequences),
  });
  const missing = [...tables.keys()].filter((name) => !filled.has(name));
  if (missing.length > 0) throw new BackupError(`The backup lacks the tables ${missing.join(', ')}.`);
  for (const statement of create) await client.query(statement);
  return end;
}

function checkTable({ name, columns }: BackupTable, here: BackupTable | undefined): void {
  const unknown = columns.filter((column) => !here?.columns.includes(column));
  if (here && unknown.length === 0) return;
  throw new BackupError(`The backup does not fit its own schema: ${here ? `${name}.${unknown.join(', ')}` : name}.`);
}

async function setSequences(client: PoolClient, sequences: readonly BackupSequence[]): Promise<void> {
  for (const statement of sequences.flatMap(sequenceStatements)) await client.query(statement);
}
