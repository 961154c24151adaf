import type { CaseState } from '../../../domain/case/state.ts';
import type { Queryable } from '../../database/pool.ts';

/** SQL of rebuilding cases. */

export async function caseIdsAfter(db: Queryable, after: number, limit: number): Promise<number[]> {
  const text = 'select id from case_entry where id > $1 order by id limit $2';
  return (await db.query<{ id: number }>(text, [after, limit])).rows.map(({ id }) => id);
}

/** Writes what the steps tell, whatever stood there. */
export async function repairEntry(
  db: Queryable,
  id: number,
  { revision, status, owner, published, working, lastVersion, checkBy }: CaseState,
  tags: readonly string[],
): Promise<void> {
  await db.query(
    `update case_entry set revision = $2, status = $3, owner_id = $4, published_version = $5, working_version = $6, working_stage = $7,
       working_editors = $8, last_version = $9, check_by = $10, tags = $11 where id = $1`,
    [
      id,
      revision,
      status,
      owner,
      published,
      working?.version ?? null,
      working?.stage ?? null,
      working?.editors ?? [],
      lastVersion,
      checkBy === null ? null : new Date(checkBy),
      tags,
    ],
  );
}
