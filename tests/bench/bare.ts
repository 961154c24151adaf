import type { DatabasePool } from '../../src/server/database/pool.ts';
import type { App } from '../../src/server/http/app.ts';

/**
 * What the create row of the table is compared with: the same web server, a route that writes rows of the same number and size in one
 * SQL statement, and does nothing else: no sign-in, no rules, no clocks, no encryption, no search.
 */
export async function registerBareRoutes(app: App, pool: DatabasePool): Promise<void> {
  await pool.query(`
    create table if not exists bare_ticket (id bigint generated always as identity primary key, number text not null unique, facts jsonb not null,
      body text not null, created_at timestamptz not null default now());
    create table if not exists bare_event (ticket_id bigint not null, seq int not null, type text not null, data jsonb not null, primary key (ticket_id, seq));
    create table if not exists bare_clock (ticket_id bigint not null, clock text not null, due_at timestamptz not null, primary key (ticket_id, clock));
    create sequence if not exists bare_number;`);
  app.post('/bare', async (request, reply) => {
    const { answers } = request.body as { answers: Record<string, string> };
    const { rows } = await pool.query({
      name: 'bare',
      text: statement,
      values: [JSON.stringify(answers), answers.phenomenon ?? ''],
    });
    return reply.code(201).send(rows[0]);
  });
}

const statement = `with t as (
    insert into bare_ticket (number, facts, body) values ('B' || nextval('bare_number'), $1, $2) returning id, number),
  e as (insert into bare_event select t.id, n, 'event', $1::jsonb from t, generate_series(1, 2) n),
  c as (insert into bare_clock select t.id, 'clock-' || n, now() + n * interval '1 hour' from t, generate_series(1, 4) n)
  select id, number from t`;
