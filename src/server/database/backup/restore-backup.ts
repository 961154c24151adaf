import { replaceOrganisationKey, replaceSearchKey } from '../../platform/crypto/key-store.ts';
import { copyIn } from '../copy.ts';
import { migrate, readMigrations } from '../migrate.ts';
import { type DatabasePool, type PoolClient, transaction } from '../pool.ts';
import {
  type BackupSequence,
  type BackupTable,
  keptIn,
  listDependents,
  listMigrations,
  listRefusingTruncate,
  listTables,
  quotedName,
} from './catalogue.ts';
import {
  type BackupEnd,
  BackupError,
  type BackupHeader,
  copyStatement,
  createKeyTable,
  keyTable,
  sequenceStatements,
} from './format.ts';
import { readBackup } from './read-backup.ts';

/** What makes a database more than freshly started. */
const signsOfUse = ['staff', 'customer', 'ticket', 'event', 'incident_event'];

/** `bytes` of rows, unpacked. */
export type CheckedBackup = { header: BackupHeader; bytes: number };

/** Reads a backup to its end and says what it is; nothing is written. @throws BackupError when it is not whole */
export async function checkBackup(path: string, holds: BackupHeader['holds'] = 'data'): Promise<CheckedBackup> {
  let found: BackupHeader | null = null;
  let bytes = 0;
  await readBackup(path, {
    header: async (header) => {
      if (header.format !== 2)
        throw new BackupError(`${path} is of another version. Remedy: use the one that made it.`);
      if (header.holds !== holds)
        throw new BackupError(`${path} holds ${header.holds}, not ${holds}. Remedy: name the other file.`);
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

export type RestoreOptions = {
  header: BackupHeader;
  /** The file of customers' keys, checked like the backup itself. */
  keys: { path: string; header: BackupHeader };
  onProgress?: (bytes: number) => void;
};

const unfinished = 'restore-unfinished';

/** Whether what a backup does not hold has still to be made again. */
export async function isRestoring(pool: DatabasePool): Promise<boolean> {
  const { rows } = await pool.query<{ there: boolean }>(`select to_regclass('setting') is not null as there`);
  if (!rows[0]?.there) return false;
  return (await pool.query('select from setting where name = $1', [unfinished])).rowCount === 1;
}

export async function endRestoring(pool: DatabasePool): Promise<void> {
  await pool.query('delete from setting where name = $1', [unfinished]);
}

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
async function fill(
  client: PoolClient,
  path: string,
  { keys, onProgress = () => {} }: RestoreOptions,
): Promise<BackupEnd> {
  await client.query('set local statement_timeout = 0');
  await client.query('set local idle_in_transaction_session_timeout = 0');
  const tables = new Map((await listTables(client)).map((table) => [table.name, table]));
  const { drop, create } = await listDependents(client);
  for (const statement of drop) await client.query(statement);
  const refusing = await listRefusingTruncate(client);
  const emptied = [...tables.keys()].filter((name) => !refusing.has(name));
  await client.query(`truncate ${emptied.map(quotedName).join(', ')}`);
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
  const missing = keptIn([...tables.values()]).filter(({ name }) => !filled.has(name));
  if (missing.length > 0)
    throw new BackupError(`The backup lacks the tables ${missing.map(({ name }) => name).join(', ')}.`);
  await putKeys(client, keys);
  await client.query(`insert into setting (name, value) values ($1, 'true')`, [unfinished]);
  for (const statement of create) await client.query(statement);
  return end;
}

/**
 * Gives customers their keys. Who has none any more was erased after the backup was made, and is erased here as well. The search key and the organisation's own
 * come with the keys, under the master key of today.
 */
async function putKeys(client: PoolClient, { path, header }: RestoreOptions['keys']): Promise<void> {
  await client.query(`${createKeyTable} on commit drop`);
  await readBackup(path, {
    header: async () => {},
    table: (_table, rows) => copyIn(client, copyStatement(keyTable, 'from stdin'), rows),
    sequences: async () => {},
  });
  const { rows } = await client.query<{ count: number }>(
    `select count(*) as count from customer c where erased_at is null and not exists (select from customer_key k where k.id = c.id)`,
  );
  if (rows[0]?.count) {
    throw new BackupError(
      `${path} lacks the keys of ${rows[0].count} customers: it was made before the backup. Remedy: use the newest file of keys.`,
    );
  }
  await client.query(
    'update customer c set data_key = k.data_key from customer_key k where k.id = c.id and c.erased_at is null',
  );
  await client.query(
    `update customer c set profile = null, erased_at = coalesce(k.erased_at, now()), version = version + 1
     from customer_key k where k.id = c.id and c.erased_at is null and k.data_key is null`,
  );
  if (header.searchKey) await replaceSearchKey(client, Buffer.from(header.searchKey, 'base64'));
  if (header.organisationKey) await replaceOrganisationKey(client, Buffer.from(header.organisationKey, 'base64'));
}

function checkTable({ name, columns }: BackupTable, here: BackupTable | undefined): void {
  const unknown = columns.filter((column) => !here?.columns.includes(column));
  if (here && unknown.length === 0) return;
  throw new BackupError(`The backup does not fit its own schema: ${here ? `${name}.${unknown.join(', ')}` : name}.`);
}

async function setSequences(client: PoolClient, sequences: readonly BackupSequence[]): Promise<void> {
  for (const statement of sequences.flatMap(sequenceStatements)) await client.query(statement);
}
