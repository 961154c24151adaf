import type { Queryable } from '../../database/pool.ts';

/** SQL of finding published cases by keyed tokens. */

export async function saveTokens(
  db: Queryable,
  caseId: number,
  { tokens, length }: { tokens: readonly number[]; length: number },
): Promise<void> {
  await db.query(
    `insert into case_search (case_id, tokens, length) values ($1, $2, $3)
     on conflict (case_id) do update set tokens = excluded.tokens, length = excluded.length`,
    [caseId, tokens, length],
  );
}

/** Null where nothing is indexed. */
export async function loadTokens(db: Queryable, caseId: number): Promise<number[] | null> {
  const { rows } = await db.query<{ tokens: number[] }>('select tokens from case_search where case_id = $1', [caseId]);
  return rows[0]?.tokens ?? null;
}

export type Filter = { playbook?: string; category?: string; tag?: string };
export type Hits = {
  /** Published cases in the library, and how long they are on average. */
  texts: number;
  averageLength: number;
  /** How many of them have each token; one that is missing is in none, or in too many to tell anything. */
  textsWith: Map<number, number>;
  /** The likeliest first. */
  cases: number[];
};

/**
 * The cases that share the rarest tokens with a question. A token that more than `mostPerToken` cases have says nothing and is passed over,
 * so that the cost does not grow with how common words are.
 */
export async function findByTokens(
  db: Queryable,
  tokens: readonly number[],
  { filter, mostPerToken, limit }: { filter: Filter; mostPerToken: number; limit: number },
): Promise<Hits> {
  const { rows } = await db.query<{
    texts: number;
    average: number;
    spread: [number, number][] | null;
    cases: number[] | null;
  }>({
    name: 'cases-by-tokens',
    text: `with library as (
        select count(*)::int as texts, coalesce(avg(length), 1)::float8 as average from case_search s join case_entry e on e.id = s.case_id
        where e.status in ('published', 'needs-update')),
      hit as materialized (
        select question.token, found.case_id from unnest($1::int[]) as question (token) cross join lateral (
          select s.case_id from case_search s join case_entry e on e.id = s.case_id
          where s.tokens @> array[question.token] and e.status in ('published', 'needs-update') limit $2 + 1) as found),
      spread as (select token, count(*)::int as cases from hit group by token),
      best as (
        select hit.case_id, sum(ln(1 + (library.texts - spread.cases + 0.5) / (spread.cases + 0.5))) as score
        from hit join spread using (token) cross join library join case_entry e on e.id = hit.case_id
        where spread.cases <= $2 and ($3::text is null or e.playbook = $3) and ($4::text is null or e.category = $4)
          and ($5::text is null or $5 = any(e.tags))
        group by hit.case_id order by score desc, hit.case_id desc limit $6)
      select library.texts, library.average,
        (select json_agg(json_build_array(token, cases)) from spread) as spread,
        (select json_agg(case_id order by score desc, case_id desc) from best) as cases
      from library`,
    values: [tokens, mostPerToken, filter.playbook ?? null, filter.category ?? null, filter.tag ?? null, limit],
  });
  const [row] = rows;
  return {
    texts: row?.texts ?? 0,
    averageLength: row?.average ?? 1,
    textsWith: new Map(row?.spread ?? []),
    cases: row?.cases ?? [],
  };
}
