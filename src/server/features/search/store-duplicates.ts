import type { ReadScope } from '../../../domain/access/ticket-rules.ts';
import type { Queryable } from '../../database/pool.ts';
import { addScope, Conditions } from '../tickets/index.ts';
import { arrayText, run } from './store.ts';

export type AlikeQuery = {
  scope: ReadScope;
  /** The tokens of each phrase in each segment that is looked at. */
  phrases: readonly (readonly number[])[];
  /** A phrase that more tickets of a segment have says nothing about likeness. */
  mostPerPhrase: number;
  receivedAfter: Date;
  limit: number;
};

/**
 * Open tickets that share the most phrases with a text. Each phrase is looked up by itself and only as far as it takes to see that
 * it is common, so that the cost does not depend on how common the text's words are.
 */
export async function findAlike(db: Queryable, query: AlikeQuery): Promise<number[]> {
  const where = new Conditions();
  const phrases = where.value(query.phrases.map(arrayText));
  const tooMany = where.value(query.mostPerPhrase + 1);
  where.add(() => `status <> 'closed'`);
  where.add((after) => `received_at > ${after}::timestamptz`, query.receivedAfter);
  addScope(where, query.scope);
  const text = `with shared as materialized (
      select id, count(*) as phrases from unnest(${phrases}::text[]) as phrase (tokens) cross join lateral (
        select found.id, count(*) over () as spread from (
          select s.ticket_id as id from ticket_search s where s.tokens @> phrase.tokens::int[] limit ${tooMany}) as found) as telling
      where spread < ${tooMany} group by id)
    select ticket.id from shared join ticket using (id) where ${where.text()}
    order by shared.phrases desc, ticket.id desc limit ${where.value(query.limit)}`;
  return (await run<{ id: number }>(db, `search-alike-${query.scope.kind}`, text, where)).map(({ id }) => id);
}

/** The customer's own open tickets, newest first. */
export async function findOpenOfCustomer(
  db: Queryable,
  scope: ReadScope,
  customerId: number,
  limit: number,
): Promise<number[]> {
  const where = new Conditions();
  where.add((value) => `customer_id = ${value}::bigint`, customerId);
  where.add(() => `status <> 'closed'`);
  addScope(where, scope);
  const text = `select id from ticket where ${where.text()} order by id desc limit ${where.value(limit)}`;
  return (await run<{ id: number }>(db, `search-own-${scope.kind}`, text, where)).map(({ id }) => id);
}

export async function newestIndexed(db: Queryable): Promise<number | null> {
  const [row] = await run<{ newest: number | null }>(
    db,
    'search-newest-indexed',
    'select max(ticket_id) as newest from ticket_search',
    new Conditions(),
  );
  return row?.newest ?? null;
}
