import { Kysely, type KyselyPlugin, PostgresDialect, type UnknownRow } from 'kysely';
import type { DatabasePool } from '../../database/pool.ts';

/** The pool as better-auth uses it: it wants instants as `Date`, while our pool reads them as milliseconds. */
export function authDatabase(pool: DatabasePool): Kysely<unknown> {
  return new Kysely({ dialect: new PostgresDialect({ pool }), plugins: [instantsAsDates] });
}

const instantsAsDates: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({ ...result, rows: result.rows.map(withDates) }),
};

function withDates(row: UnknownRow): UnknownRow {
  const isInstant = (column: string, value: unknown) => column.endsWith('_at') && typeof value === 'number';
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      isInstant(column, value) ? new Date(value as number) : value,
    ]),
  );
}
