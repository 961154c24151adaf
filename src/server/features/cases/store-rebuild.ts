import type { CaseState } from '../../../domain/case/state.ts';
import type { Queryable } from '../../database/pool.ts';
import { setState, stateValues } from './store.ts';

/** SQL of rebuilding cases. */

export async function caseIdsAfter(db: Queryable, after: number, limit: number): Promise<number[]> {
  const text = 'select id from case_entry where id > $1 order by id limit $2';
  return (await db.query<{ id: number }>(text, [after, limit])).rows.map(({ id }) => id);
}

/** Writes what the steps tell, whatever stood there. */
export async function repairEntry(db: Queryable, id: number, state: CaseState, tags: readonly string[]): Promise<void> {
  const text = `update case_entry set ${setState}, tags = $11 where id = $1`;
  await db.query(text, [id, ...stateValues(state), tags]);
}
