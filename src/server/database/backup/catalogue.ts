import type { Queryable } from '../pool.ts';

/** What our schema is made of, as the database itself tells it, so that no table is ever forgotten. */

export type BackupTable = { name: string; columns: string[] };
export type BackupSequence = { name: string; value: string };

const migrationTable = 'schema_migration';

/**
 * What a backup must not hold, so that whoever is erased later is gone from it as well: customers' keys, which lie in a file of their own; search
 * tokens and hashes of contacts, against which words and numbers could be tried, and which are made again; answers of the last day.
 */
const leftOutTables: readonly string[] = ['ticket_search', 'customer_contact', 'request_done'];
const leftOutColumns: Readonly<Record<string, string>> = { customer: 'data_key' };

/** The tables and columns of a backup. */
export function keptIn(tables: readonly BackupTable[]): BackupTable[] {
  return tables
    .filter(({ name }) => !leftOutTables.includes(name))
    .map(({ name, columns }) => ({ name, columns: columns.filter((column) => column !== leftOutColumns[name]) }));
}

/**
 * All tables of the schema but the migrations' own, those that others refer to first. Columns that the database computes are left
 * out. Job queues have a schema of their own and are made again.
 */
export async function listTables(db: Queryable): Promise<BackupTable[]> {
  const { rows: tables } = await db.query<BackupTable>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> $1
       and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
     group by c.relname order by c.relname`,
    [migrationTable],
  );
  const { rows: references } = await db.query<{ from: string; to: string }>(
    `select conrelid::regclass::text as from, confrelid::regclass::text as to from pg_constraint
     where contype = 'f' and connamespace = current_schema()::regnamespace and conrelid <> confrelid`,
  );
  return inOrder(tables, references);
}

function inOrder(tables: readonly BackupTable[], references: readonly { from: string; to: string }[]): BackupTable[] {
  const left = new Map(tables.map((table) => [table.name, table]));
  const ordered: BackupTable[] = [];
  while (left.size > 0) {
    const ready = [...left.values()].filter(
      ({ name }) => !references.some(({ from, to }) => unquoted(from) === name && left.has(unquoted(to))),
    );
    // Tables that refer to each other in a circle come in any order: restoring puts the references in place afterwards.
    for (const table of ready.length > 0 ? ready : [...left.values()]) {
      ordered.push(table);
      left.delete(table.name);
    }
  }
  return ordered;
}

const unquoted = (name: string) => name.replace(/^"|"$/g, '').replaceAll('""', '"');

/** As of the last time that the database counted. */
export async function estimateRows(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ rows: number }>(
    `select coalesce(sum(greatest(reltuples, 0)), 0)::float8 as rows from pg_class
     where relnamespace = current_schema()::regnamespace and relkind = 'r'`,
  );
  return rows[0]?.rows ?? 0;
}

/** Those that have given a value, with the last one. They never go back, so read after the snapshot they cover all of its rows. */
export async function listSequences(db: Queryable): Promise<BackupSequence[]> {
  const { rows } = await db.query<BackupSequence>(
    `select sequencename as name, last_value::text as value from pg_sequences
     where schemaname = current_schema() and last_value is not null order by sequencename`,
  );
  return rows;
}

export type AppliedMigration = { number: number; name: string; sha256: string };

export async function listMigrations(db: Queryable): Promise<AppliedMigration[]> {
  const { rows } = await db.query<{ there: boolean }>('select to_regclass($1) is not null as there', [migrationTable]);
  if (!rows[0]?.there) return [];
  const text = `select number, name, sha256 from ${migrationTable} order by number`;
  return (await db.query<AppliedMigration>(text)).rows;
}

/** Statements that take the references between tables and the indexes beside the keys away, and those that put them back. */
export async function listDependents(db: Queryable): Promise<{ drop: string[]; create: string[] }> {
  const { rows: references } = await db.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace order by 1, 2`,
  );
  const { rows: indexes } = await db.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i join pg_class c on c.oid = i.indrelid
     where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and not c.relispartition
       and not exists (select from pg_constraint k where k.conindid = i.indexrelid) order by 1`,
  );
  return {
    drop: [
      ...references.map(({ table, name }) => `alter table ${table} drop constraint ${name}`),
      ...indexes.map(({ name }) => `drop index ${name}`),
    ],
    create: [
      ...indexes.map(({ definition }) => definition),
      ...references.map(({ table, name, definition }) => `alter table ${table} add constraint ${name} ${definition}`),
    ],
  };
}

/** Tables of events: they take new rows only. In an unused database they are empty. */
export async function listRefusingTruncate(db: Queryable): Promise<ReadonlySet<string>> {
  const isBeforeTruncate = 1 << 5;
  const { rows } = await db.query<{ name: string }>(
    `select c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where not t.tgisinternal and t.tgtype & $1 <> 0 and c.relnamespace = current_schema()::regnamespace`,
    [isBeforeTruncate],
  );
  return new Set(rows.map(({ name }) => name));
}

export const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
