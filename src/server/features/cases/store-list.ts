import type { CaseUse } from '../../../domain/case/ranking.ts';
import type { Queryable } from '../../database/pool.ts';
import { type CaseEntry, entryColumns, toEntry } from './store.ts';

/** SQL of lists of cases. */

/** A row with the sealed text that it is shown by: of the published version, else of the one being written. */
export type ListedCase = CaseEntry & CaseUse & { version: number; secret: Buffer };

/** Citations are counted where they were made: in the events of tickets, each ticket once. */
const listed = `${entryColumns}, v.version, v.secret, r.helpful, r.unhelpful, c.citations
  from case_entry e
  join case_version v on v.case_id = e.id and v.version = coalesce(e.published_version, e.working_version, e.last_version)
  cross join lateral (
    select count(*) filter (where is_helpful)::int as helpful, count(*) filter (where not is_helpful)::int as unhelpful
    from case_rating where case_id = e.id) as r
  cross join lateral (
    select count(distinct ticket_id)::int as citations from event
    where type = 'case.cited' and (data ->> 'caseId')::bigint = e.id) as c`;

export async function loadListed(db: Queryable, ids: readonly number[]): Promise<ListedCase[]> {
  const text = `select ${listed} where e.id = any($1::bigint[])`;
  return (await db.query<ListedCase>({ name: 'cases-listed', text, values: [ids] })).rows.map((row) => ({
    ...row,
    ...toEntry(row),
  }));
}

export type ListFilter = { playbook: string | null; category: string | null; tag: string | null; limit: number };
/** What a list is ordered by. */
export type ListedUse = CaseUse & { id: number; isOutdated: boolean };

/** Each view as a condition; `$1` is the reader. */
const views = {
  library: `e.status in ('published', 'needs-update') and $1::bigint is not distinct from $1`,
  'to-review': `e.working_stage = 'in-review' and not ($1::bigint = any(e.working_editors))`,
  'to-check': `e.status = 'needs-update' and $1::bigint is not distinct from $1`,
  mine: `(e.owner_id = $1::bigint or $1 = any(e.working_editors)) and e.status <> 'retired'`,
  retired: `e.status = 'retired' and $1::bigint is not distinct from $1`,
} as const;
export type StoredView = keyof typeof views;

/** Changed last first. */
export async function listUse(
  db: Queryable,
  view: StoredView,
  staffId: number | null,
  { playbook, category, tag, limit }: ListFilter,
): Promise<ListedUse[]> {
  const text = `with cited as (
      select (data ->> 'caseId')::bigint as case_id, count(distinct ticket_id)::int as citations from event where type = 'case.cited' group by 1),
    rated as (
      select case_id, count(*) filter (where is_helpful)::int as helpful, count(*) filter (where not is_helpful)::int as unhelpful
      from case_rating group by case_id)
    select e.id, e.status = 'needs-update' as "isOutdated", coalesce(helpful, 0) as helpful, coalesce(unhelpful, 0) as unhelpful,
      coalesce(citations, 0) as citations
    from case_entry e left join cited on cited.case_id = e.id left join rated on rated.case_id = e.id
    where ${views[view]} and ($2::text is null or e.playbook = $2) and ($3::text is null or e.category = $3)
      and ($4::text is null or $4 = any(e.tags))
    order by e.changed_at desc, e.id desc limit $5`;
  return (await db.query<ListedUse>({ name: `cases-${view}`, text, values: [staffId, playbook, category, tag, limit] }))
    .rows;
}

export type StoredCounts = {
  library: number;
  to_review: number;
  to_check: number;
  mine: number;
  retired: number;
  tags: { tag: string; count: number }[];
};

export async function countCases(db: Queryable, staffId: number | null, mostTags: number): Promise<StoredCounts> {
  const count = (view: StoredView) => `(count(*) filter (where ${views[view]}))::int`;
  const { rows } = await db.query<StoredCounts>({
    name: 'cases-count',
    text: `select ${count('library')} as library, ${count('to-review')} as to_review, ${count('to-check')} as to_check,
        ${count('mine')} as mine, ${count('retired')} as retired,
        coalesce((select json_agg(json_build_object('tag', tag, 'count', count)) from (
          select tag, count(*)::int as count from case_entry, unnest(tags) as tag where status in ('published', 'needs-update')
          group by tag order by count desc, tag limit $2) as used), '[]') as tags
      from case_entry e`,
    values: [staffId, mostTags],
  });
  return rows[0] ?? { library: 0, to_review: 0, to_check: 0, mine: 0, retired: 0, tags: [] };
}
