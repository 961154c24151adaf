import type { ReadScope } from '../../../domain/access/ticket-rules.ts';
import type { Queryable, QueryResultRow } from '../../database/pool.ts';
import { addScope, Conditions } from '../tickets/index.ts';

/** A ticket that may hold what was asked for, still sealed. */
export type Candidate = {
  id: number;
  number: string;
  customer_id: number;
  secret: Buffer | null;
  data_key: Buffer | null;
  profile: Buffer | null;
};

/** The newest ones below an id that the reader may see. */
export type Window = { scope: ReadScope; beforeId: number; limit: number };

const sealed = `select t.id, t.number, t.customer_id, t.secret, c.data_key, c.profile
  from hit join ticket t on t.id = hit.id join customer c on c.id = t.customer_id order by t.id desc`;

/** Where to begin: the newest indexed ticket, and the ticket of exactly this number. */
export async function findStart(
  db: Queryable,
  number: string,
  scope: ReadScope,
): Promise<{ newest: number | null; exact: number | null }> {
  const where = new Conditions();
  where.add((value) => `number = ${value}`, number);
  addScope(where, scope);
  const text = `select (select max(ticket_id) from ticket_search) as newest,
    (select id from ticket where ${where.text()}) as exact`;
  const name = `search-start-${scope.kind}`;
  const [row] = await run<{ newest: number | null; exact: number | null }>(db, name, text, where);
  return row ?? { newest: null, exact: null };
}

/**
 * Tickets that hold all tokens of their segment; segments are walked in the order given and no further than needed. The id stands in
 * expressions, so that no plan walks tickets by id and tests each for the tokens.
 */
export async function findByTokens(
  db: Queryable,
  tokensBySegment: readonly (readonly number[])[],
  { scope, beforeId, limit }: Window,
): Promise<Candidate[]> {
  const where = new Conditions();
  const segments = where.value(tokensBySegment.map(arrayText));
  const most = where.value(limit);
  where.add(() => 's.tokens @> segment.tokens::int[]');
  where.add((value) => `s.ticket_id + 0 < ${value}`, beforeId);
  addScope(where, scope);
  // A reader who may see everything needs no look at the ticket's row.
  const source = scope.kind === 'all' ? 'ticket_search s' : 'ticket_search s join ticket on ticket.id = s.ticket_id';
  const text = `with hit as materialized (
      select found.id from unnest(${segments}::text[]) as segment (tokens) cross join lateral (
        select s.ticket_id as id from ${source} where ${where.text()} order by s.ticket_id + 0 desc limit ${most}) as found
      limit ${most})
    ${sealed}`;
  return run<Candidate>(db, `search-tokens-${scope.kind}`, text, where);
}

/** For what no token can single out: simply the newest tickets. */
export async function findNewest(db: Queryable, { scope, beforeId, limit }: Window): Promise<Candidate[]> {
  const where = new Conditions();
  where.add((value) => `id < ${value}`, beforeId);
  addScope(where, scope);
  const newest = `select id from ticket where ${where.text()} order by id desc limit ${where.value(limit)}`;
  return run<Candidate>(db, `search-newest-${scope.kind}`, `with hit as materialized (${newest}) ${sealed}`, where);
}

export async function loadCandidates(db: Queryable, ids: readonly number[]): Promise<Candidate[]> {
  const where = new Conditions();
  const text = `with hit as (select unnest(${where.value(ids)}::bigint[]) as id) ${sealed}`;
  return run<Candidate>(db, 'search-load', text, where);
}

/** What an event says of a form is in the ticket's own text, as far as it still holds. */
const mostSaid = 5_000;

/** What was said in these tickets beside their forms, still sealed: the first of it, where there is a great deal. */
export async function loadSaid(db: Queryable, ids: readonly number[]): Promise<Map<number, Buffer[]>> {
  const where = new Conditions();
  const text = `select ticket_id as id, secret from event where ticket_id = any(${where.value(ids)}::bigint[])
    and secret is not null and type not in ('ticket.registered', 'form.submitted') order by ticket_id, seq limit ${mostSaid}`;
  const rows = await run<{ id: number; secret: Buffer }>(db, 'search-said', text, where);
  const byTicket = Map.groupBy(rows, ({ id }) => id);
  return new Map([...byTicket].map(([id, own]) => [id, own.map(({ secret }) => secret)]));
}

/** One prepared statement for each name: the text must depend on nothing but the name. */
export async function run<R extends QueryResultRow>(
  db: Queryable,
  name: string,
  text: string,
  { values }: Conditions,
): Promise<R[]> {
  return (await db.query<R>({ name, text, values })).rows;
}

export const arrayText = (tokens: readonly number[]) => `{${tokens.join(',')}}`;

/** Files what was added since the last time where it belongs in the index; until then every search reads it through. */
export async function fileNewTokens(db: Queryable): Promise<void> {
  await db.query(`select gin_clean_pending_list('ticket_search_tokens')`);
}
