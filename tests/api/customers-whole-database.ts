import type { TestServer } from '../support/server.ts';

/** Every value of every table, as text: what somebody who steals the database can read. */
export async function wholeDatabase({ context: { pool } }: TestServer): Promise<string> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const parts = await Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await pool.query<{ row: string }>(`select x::text as row from ${name} as x`);
      return `${name}\n${rows.map(({ row }) => row).join('\n')}`;
    }),
  );
  return parts.join('\n');
}
