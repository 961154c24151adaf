import type { Queryable } from '../../database/pool.ts';

/** SQL of what people say of cases. */
export type StoredRating = {
  version: number;
  staff_id: number;
  is_helpful: boolean;
  remark: Buffer | null;
  at: number;
};

/** Once for each person and version: saying it again replaces what was said. */
export async function saveRating(db: Queryable, caseId: number, rating: StoredRating): Promise<void> {
  await db.query(
    `insert into case_rating (case_id, version, staff_id, is_helpful, remark, at) values ($1, $2, $3, $4, $5, $6)
     on conflict (case_id, version, staff_id) do update set is_helpful = excluded.is_helpful, remark = excluded.remark, at = excluded.at`,
    [caseId, rating.version, rating.staff_id, rating.is_helpful, rating.remark, new Date(rating.at)],
  );
}

/** The newest first, without those that say nothing but yes or no. */
export async function listRemarks(db: Queryable, caseId: number, limit: number): Promise<StoredRating[]> {
  const text = `select version, staff_id, is_helpful, remark, at from case_rating where case_id = $1 and remark is not null
    order by at desc, staff_id limit $2`;
  return (await db.query<StoredRating>(text, [caseId, limit])).rows;
}

export async function findRating(
  db: Queryable,
  { caseId, version, staffId }: { caseId: number; version: number; staffId: number },
): Promise<StoredRating | null> {
  const text = `select version, staff_id, is_helpful, remark, at from case_rating where case_id = $1 and version = $2 and staff_id = $3`;
  return (await db.query<StoredRating>(text, [caseId, version, staffId])).rows[0] ?? null;
}
