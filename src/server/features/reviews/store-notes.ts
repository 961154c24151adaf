import type { Queryable } from '../../database/pool.ts';

/** SQL of the notes of reviews. */
export type NoteContent = {
  playbook: string;
  category: string | null;
  rootCause: string;
  longTermFix: string;
  owner: number | null;
  due: string | null;
};
export type NoteRow = NoteContent & {
  id: number;
  version: number;
  from: string;
  to: string;
  doneAt: number | null;
  updatedAt: number;
  updatedBy: number | null;
};
export type Written = { by: number | null; now: number };

const columns = `id, version, from_day::text as "from", to_day::text as "to", playbook, category, root_cause as "rootCause",
  long_term_fix as "longTermFix", owner, due::text as due, done_at as "doneAt", updated_at as "updatedAt", updated_by as "updatedBy"`;
/** More than any meeting gets through. */
const mostListed = 200;

export type NoteSpan = { from: string; to: string; playbook: string | null };

/** Those whose days meet these, and open ones of before; what is open first, then the latest. */
export async function listNotes(db: Queryable, { from, to, playbook }: NoteSpan): Promise<NoteRow[]> {
  const { rows } = await db.query<NoteRow>(
    `select ${columns} from review_note
     where from_day <= $2::date and (to_day >= $1::date or done_at is null) and ($3::text is null or playbook = $3)
     order by done_at is not null, to_day desc, id desc limit ${mostListed}`,
    [from, to, playbook],
  );
  return rows;
}

export async function findNote(db: Queryable, id: number): Promise<NoteRow | null> {
  const { rows } = await db.query<NoteRow>(`select ${columns} from review_note where id = $1`, [id]);
  return rows[0] ?? null;
}

type NewNote = NoteContent & Written & { from: string; to: string };

export async function insertNote(db: Queryable, { from, to, by, now, ...content }: NewNote): Promise<NoteRow> {
  const { rows } = await db.query<NoteRow>(
    `insert into review_note (from_day, to_day, playbook, category, root_cause, long_term_fix, owner, due, created_by, created_at,
       updated_by, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $9, $10) returning ${columns}`,
    [from, to, ...valuesOf(content), by, new Date(now)],
  );
  const [row] = rows;
  if (!row) throw new Error('The new note was not returned');
  return row;
}

type ChangedNote = NoteContent & Written & { isDone: boolean };

/** Null when it is no longer at this version. A note that was done stays done since then. */
export async function updateNote(
  db: Queryable,
  id: number,
  version: number,
  { isDone, by, now, ...content }: ChangedNote,
): Promise<NoteRow | null> {
  const { rows } = await db.query<NoteRow>(
    `update review_note set playbook = $1, category = $2, root_cause = $3, long_term_fix = $4, owner = $5, due = $6, updated_by = $7,
       updated_at = $8, done_at = case when $9 then coalesce(done_at, $8) end, version = version + 1
     where id = $10 and version = $11 returning ${columns}`,
    [...valuesOf(content), by, new Date(now), isDone, id, version],
  );
  return rows[0] ?? null;
}

function valuesOf({ playbook, category, rootCause, longTermFix, owner, due }: NoteContent): unknown[] {
  return [playbook, category, rootCause, longTermFix, owner, due];
}
