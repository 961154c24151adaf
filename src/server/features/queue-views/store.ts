import type { SavedSearch } from '../../../contract/queue-search.ts';
import { type DatabasePool, type Queryable, transaction } from '../../database/pool.ts';

/** SQL of saved queue views. */
export type ViewRow = { id: number; staffId: number; name: string; isShared: boolean; search: SavedSearch };

const columns = 'id, staff_id as "staffId", name, is_shared as "isShared", search';

/** A person's own and everybody's, the oldest first, so that tabs keep their places. */
export async function listViews(db: Queryable, staffId: number): Promise<ViewRow[]> {
  const text = `select ${columns} from queue_view where staff_id = $1 or is_shared order by is_shared desc, id`;
  return (await db.query<ViewRow>({ name: 'queue-views', text, values: [staffId] })).rows;
}

export async function findView(db: Queryable, id: number): Promise<ViewRow | null> {
  return (await db.query<ViewRow>(`select ${columns} from queue_view where id = $1`, [id])).rows[0] ?? null;
}

export type NewView = Omit<ViewRow, 'id'>;

/** Counts hold until they are used: whoever adds or shares one waits for whoever does, readers do not. */
const oneAtATime = <T>(pool: DatabasePool, work: (db: Queryable) => Promise<T>): Promise<T> =>
  transaction(pool, async (client) => {
    await client.query('lock table queue_view in share row exclusive mode');
    return work(client);
  });

/** Null when this person, or the organisation, has `most` of them already. */
export async function insertView(pool: DatabasePool, view: NewView, most: number, at: number): Promise<ViewRow | null> {
  const { rows } = await oneAtATime(pool, (db) =>
    db.query<ViewRow>(
      `insert into queue_view (staff_id, name, is_shared, search, created_at)
     select $1, $2, $3, $4, $5
     where (select count(*) from queue_view where is_shared = $3 and ($3 or staff_id = $1)) < $6
     returning ${columns}`,
      [view.staffId, view.name, view.isShared, JSON.stringify(view.search), new Date(at), most],
    ),
  );
  return rows[0] ?? null;
}

/**
 * Null when it is not there any more, or has been shared or taken back since it was looked at; also when it comes among others, everybody's or
 * its owner's, that are `most` already.
 */
export async function updateView(
  pool: DatabasePool,
  before: ViewRow,
  after: ViewRow,
  most: number,
): Promise<ViewRow | null> {
  const { rows } = await oneAtATime(pool, (db) =>
    db.query<ViewRow>(
      `update queue_view set name = $3, is_shared = $4, search = $5
     where id = $1 and is_shared = $2
       and ($4 = $2 or (select count(*) from queue_view other where other.is_shared = $4 and ($4 or other.staff_id = $6)) < $7)
     returning ${columns}`,
      [before.id, before.isShared, after.name, after.isShared, JSON.stringify(after.search), before.staffId, most],
    ),
  );
  return rows[0] ?? null;
}

export async function deleteView(db: Queryable, id: number): Promise<void> {
  await db.query('delete from queue_view where id = $1', [id]);
}
