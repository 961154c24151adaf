import type { AppliedMigration, BackupSequence, BackupTable } from './catalogue.ts';
import { quotedName } from './catalogue.ts';

/**
 * A backup is a gzipped SQL script. Lines that begin with `-- huiyin` and go on in JSON tell our reader what follows; to psql they are
 * comments, so that in need the script can be run by hand in a database that was just migrated. Rows are COPY's text format.
 *
 *   -- huiyin-backup {header}
 *   -- huiyin-table {"name","columns"}      then the copy statement, the rows, and a line with \.
 *   -- huiyin-sequences [...]               then what sets them
 *   -- huiyin-end {"rows":{...},"sha256"}   of all bytes before this line; the last line
 *
 * Customers' keys are in a file beside it, of the same format: the newest one serves all backups made before it.
 */
export type BackupHeader = {
  format: 2;
  holds: 'data' | 'keys';
  /** Of whom: data and keys of different ones do not belong together. */
  installation: string;
  /** Of the program that made it. */
  version: string;
  createdAt: string;
  migrations: AppliedMigration[];
  /** Wrapped by the master key, in base64: tells whether the key at hand is the right one. */
  searchKey: string | null;
  /** The organisation's own key, wrapped the same. */
  organisationKey: string | null;
};
export type BackupEnd = { rows: Record<string, number>; sha256: string };

export const marks = {
  header: '-- huiyin-backup ',
  table: '-- huiyin-table ',
  sequences: '-- huiyin-sequences ',
  end: '-- huiyin-end ',
} as const;

/** The rows of a file of keys: each customer's, null once erased. */
export const keyTable: BackupTable = { name: 'customer_key', columns: ['id', 'data_key', 'erased_at'] };
export const createKeyTable =
  'create temporary table customer_key (id bigint primary key, data_key bytea, erased_at timestamptz)';

export const endOfRows = Buffer.from('\\.\n');

export function copyStatement({ name, columns }: BackupTable, rest: 'to stdout' | 'from stdin'): string {
  return `copy ${quotedName(name)} (${columns.map(quotedName).join(', ')}) ${rest}`;
}

/** Sequences that no migration makes are made where they are missing. */
export function sequenceStatements({ name, value }: BackupSequence): string[] {
  const literal = `'${quotedName(name).replaceAll("'", "''")}'`;
  return [`create sequence if not exists ${quotedName(name)}`, `select setval(${literal}, ${BigInt(value)})`];
}

/** The file is no backup, not a whole one, or not one for here; the message says what to do. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}
