import type { DatabasePool } from '../../src/server/database/pool.ts';
import type { App } from '../../src/server/http/app.ts';

/**
 * What the create row of the table is compared with: the same web server, and a route that writes the same rows (customer, contact,
 * ticket, two events, four clocks) in one SQL statement and does nothing else: no sign-in, no rules, no encryption, no search.
 */
export async function registerBareRoutes(app: App, pool: DatabasePool): Promise<void> {
  await pool.query(`
    create table if not exists bare_customer (id bigint generated always as identity primary key, name text not null);
    create table if not exists bare_contact (contact text not null, customer_id bigint not null, primary key (contact, customer_id));
    create table if not exists bare_ticket (id bigint generated always as identity primary key, number text not null unique,
      customer_id bigint not null, facts jsonb not null, body text not null, created_at timestamptz not null default now());
    create table if not exists bare_event (ticket_id bigint not null, seq int not null, type text not null, data jsonb not null,
      primary key (ticket_id, seq));
    create table if not exists bare_clock (ticket_id bigint not null, clock text not null, due_at timestamptz not null,
      primary key (ticket_id, clock));
    create sequence if not exists bare_number;`);
  app.post('/bare', async (request, reply) => {
    const { answers } = request.body as { answers: Record<string, string> };
    const { phenomenon, ...facts } = answers;
    const { rows } = await pool.query({
      name: 'bare',
      text: statement,
      values: [answers['customer-name'], answers['customer-contact'], JSON.stringify(facts), phenomenon],
    });
    return reply.code(201).send(rows[0]);
  });
}

const statement = `with p as (insert into bare_customer (name) values ($1) returning id),
  k as (insert into bare_contact (contact, customer_id) select $2, p.id from p),
  t as (
    insert into bare_ticket (number, customer_id, facts, body)
    select 'B' || nextval('bare_number'), p.id, $3::jsonb, $4 from p returning id, number),
  e as (
    insert into bare_event (ticket_id, seq, type, data)
    select t.id, n, 'event', $3::jsonb || jsonb_build_object('body', case when n = 1 then $4 end) from t, generate_series(1, 2) as n),
  c as (
    insert into bare_clock (ticket_id, clock, due_at)
    select t.id, 'clock-' || n, now() + n * interval '1 hour' from t, generate_series(1, 4) as n)
  select id, number from t`;
