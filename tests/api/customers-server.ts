import { forgetErasedCustomers, registerCustomerRoutes } from '../../src/server/features/customers/index.ts';
import { registerSearchRoutes } from '../../src/server/features/search/index.ts';
import { latestOfCustomer } from '../../src/server/features/tickets/index.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

/** The whole server, with customers and search even where the composition root does not have them yet. */
export function startCustomerServer(): Promise<TestServer> {
  return startTestServer({
    registerRoutes: async (app, { engine, listener, ring, ...context }) => {
      if (app.hasRoute({ method: 'GET', url: '/api/v1/customers/:id' })) return;
      const latestTickets = latestOfCustomer.bind(null, engine);
      registerCustomerRoutes(app, { ...context, ring, latestTickets });
      registerSearchRoutes(app, engine);
      await forgetErasedCustomers(listener, ring, () => engine.descriptions.clear());
    },
  });
}

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
