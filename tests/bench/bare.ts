import type { DatabasePool } from '../../src/server/database/pool.ts';
import type { App } from '../../src/server/http/app.ts';

/**
 * What the create row of the table is compared with: the same web server, and a route that writes the same rows, in plain text, in one SQL
 * statement, and does nothing else: no sign-in, no rules, no encryption, no hashes, no search. The rows are those of a ticket that the
 * product wrote before, in tables with the same columns and indexes; only ids, number and what was said differ.
 */
export function registerBareRoutes(app: App, pool: DatabasePool): void {
  let statement: Promise<string> | null = null;
  app.post('/bare', async (request, reply) => {
    statement ??= prepare(pool);
    const { answers } = request.body as { answers: Record<string, string> };
    const { 'customer-name': name, 'customer-contact': contact } = answers;
    const values = [contact, JSON.stringify({ name, contact }), JSON.stringify(answers)];
    const { rows } = await pool.query({ name: 'bare', text: await statement, values });
    return reply.code(201).send(rows[0]);
  });
}

const ticket = '(select ticket from ids)';
const customer = '(select customer from ids)';
const text = (place: string) => `convert_to(${place}, 'UTF8')`;

/** What differs from the model's row, per table: column → SQL. */
const differing: Record<string, Record<string, string>> = {
  customer: { id: customer, profile: text('$2'), data_key: 'null' },
  customer_contact: { customer_id: customer, hash: text('$1') },
  ticket: {
    id: ticket,
    number: `'B' || ${ticket}`,
    customer_id: customer,
    secret: text('$3'),
    description: text(`left($3, 100)`),
  },
  event: { ticket_id: ticket, secret: `case when seq = 1 then ${text('$3')} end` },
  clock: { ticket_id: ticket },
};

/** Tables like the product's, the model's rows beside them, and the one statement that writes such rows. */
async function prepare(pool: DatabasePool): Promise<string> {
  const { rows } = await pool.query<{ id: number; customer_id: number }>(
    'select id, customer_id from ticket order by id desc limit 1',
  );
  const [model] = rows;
  if (!model) throw new Error('Register a ticket first: the bare route writes rows like its own');
  await pool.query('create sequence bare_ticket_id; create sequence bare_customer_id');
  const inserts: string[] = [];
  for (const [table, changes] of Object.entries(differing)) {
    const owner = { ticket: 'id', customer: 'id', customer_contact: 'customer_id' }[table] ?? 'ticket_id';
    const id = table.startsWith('customer') ? model.customer_id : model.id;
    await pool.query(`create table bare_${table} (like ${table} including all);
      create table bare_model_${table} as select * from ${table} where ${owner} = ${id}`);
    const columns = await columnsOf(pool, table);
    inserts.push(`insert into bare_${table} (${columns.join(', ')}) overriding system value
      select ${columns.map((column) => changes[column] ?? column).join(', ')} from bare_model_${table}`);
  }
  await pool.query('alter table bare_ticket set (toast_tuple_target = 1024)');
  return `with ids as materialized (select nextval('bare_ticket_id') as ticket, nextval('bare_customer_id') as customer),
    ${inserts.map((insert, at) => `t${at} as (${insert})`).join(', ')}
    select ticket as id, 'B' || ticket as number from ids`;
}

async function columnsOf(pool: DatabasePool, table: string): Promise<string[]> {
  const { rows } = await pool.query<{ column_name: string }>(
    'select column_name from information_schema.columns where table_schema = current_schema() and table_name = $1 order by ordinal_position',
    [table],
  );
  return rows.map((row) => row.column_name);
}
