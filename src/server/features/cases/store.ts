import type { CaseNotice } from '../../../domain/case/notices.ts';
import type { CaseState, CaseStatus, CaseStep, WorkStage } from '../../../domain/case/state.ts';
import type { Queryable } from '../../database/pool.ts';

/** SQL of single cases. Everything that was written is sealed before it comes here. */
export type CaseEntry = {
  id: number;
  revision: number;
  status: CaseStatus;
  ticket_id: number;
  playbook: string;
  category: string | null;
  tags: string[];
  owner_id: number;
  published_version: number | null;
  working_version: number | null;
  working_stage: WorkStage | null;
  working_editors: number[];
  last_version: number;
  check_by: number | null;
  created_at: number;
  changed_at: number;
};
export const entryColumns = `e.id, e.revision, e.status, e.ticket_id, e.playbook, e.category, e.tags, e.owner_id, e.published_version,
  e.working_version, e.working_stage, e.working_editors::text[] as working_editors, e.last_version, e.check_by, e.created_at, e.changed_at`;

/** Arrays of ids come as text, which the driver does not turn into numbers by itself. */
export function toEntry(row: CaseEntry): CaseEntry {
  return { ...row, working_editors: row.working_editors.map(Number) };
}

export function stateOf(entry: CaseEntry): CaseState {
  const { working_version: version, working_stage: stage } = entry;
  return {
    revision: entry.revision,
    status: entry.status,
    owner: entry.owner_id,
    published: entry.published_version,
    working: version === null || stage === null ? null : { version, stage, editors: entry.working_editors },
    lastVersion: entry.last_version,
    checkBy: entry.check_by,
  };
}

export async function loadCase(db: Queryable, id: number): Promise<CaseEntry | null> {
  const { rows } = await db.query<CaseEntry>(`select ${entryColumns} from case_entry e where id = $1`, [id]);
  return rows[0] ? toEntry(rows[0]) : null;
}

/** Keeps others from it until the transaction ends. */
export async function lockCase(db: Queryable, id: number): Promise<CaseEntry | null> {
  const { rows } = await db.query<CaseEntry>(`select ${entryColumns} from case_entry e where id = $1 for update`, [id]);
  return rows[0] ? toEntry(rows[0]) : null;
}

export async function listCasesOfTicket(db: Queryable, ticketId: number): Promise<CaseEntry[]> {
  const text = `select ${entryColumns} from case_entry e where ticket_id = $1 order by id desc limit 20`;
  return (await db.query<CaseEntry>(text, [ticketId])).rows.map(toEntry);
}

export async function nextCaseId(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ id: number }>(
    `select nextval(pg_get_serial_sequence('case_entry', 'id'))::bigint as id`,
  );
  if (!rows[0]) throw new Error('The database gave no number for a case');
  return rows[0].id;
}

export type NewCase = { id: number; ticketId: number; playbook: string; category: string | null; at: number };

export async function insertCase(db: Queryable, { id, ticketId, playbook, category, at }: NewCase, state: CaseState) {
  const { revision, status, owner, working, lastVersion } = state;
  await db.query(
    `insert into case_entry (id, revision, status, ticket_id, playbook, category, owner_id, working_version, working_stage, working_editors,
       last_version, created_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)`,
    [
      id,
      revision,
      status,
      ticketId,
      playbook,
      category,
      owner,
      working?.version,
      working?.stage,
      working?.editors,
      lastVersion,
      new Date(at),
    ],
  );
}

/** Of `stateValues` from `$2` on. */
export const setState = `revision = $2, status = $3, owner_id = $4, published_version = $5, working_version = $6, working_stage = $7,
  working_editors = $8, last_version = $9, check_by = $10`;

export function stateValues({
  revision,
  status,
  owner,
  published,
  working,
  lastVersion,
  checkBy,
}: CaseState): unknown[] {
  const { version = null, stage = null, editors = [] } = working ?? {};
  const due = checkBy === null ? null : new Date(checkBy);
  return [revision, status, owner, published, version, stage, editors, lastVersion, due];
}

/** False when somebody else has changed the case since it was read; nothing is written then. `tags` null leaves them. */
export async function updateCase(
  db: Queryable,
  id: number,
  state: CaseState,
  { at, tags }: { at: number; tags: readonly string[] | null },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update case_entry set ${setState}, changed_at = $11, tags = coalesce($12::text[], tags) where id = $1 and revision = $2 - 1`,
    [id, ...stateValues(state), new Date(at), tags],
  );
  return rowCount === 1;
}

export type StoredStep = {
  seq: number;
  type: CaseStep['type'];
  data: never;
  staff_id: number | null;
  at: number;
  note: Buffer | null;
};

export async function insertStep(
  db: Queryable,
  caseId: number,
  { seq, step, note, at }: { seq: number; step: CaseStep; note: Buffer | null; at: number },
): Promise<void> {
  await db.query(
    'insert into case_step (case_id, seq, type, data, staff_id, at, note) values ($1, $2, $3, $4, $5, $6, $7)',
    [caseId, seq, step.type, JSON.stringify(step.data), step.by, new Date(at), note],
  );
}

/** In their order. */
export async function readSteps(db: Queryable, caseId: number): Promise<StoredStep[]> {
  const text = 'select seq, type, data, staff_id, at, note from case_step where case_id = $1 order by seq';
  return (await db.query<StoredStep>(text, [caseId])).rows;
}

export async function wasPublished(db: Queryable, caseId: number, version: number): Promise<boolean> {
  const text = `select exists (select from case_step where case_id = $1 and type = 'case.approved' and (data ->> 'version')::int = $2) as was`;
  return (await db.query<{ was: boolean }>(text, [caseId, version])).rows[0]?.was ?? false;
}

export async function saveVersion(
  db: Queryable,
  caseId: number,
  { version, secret, at }: { version: number; secret: Buffer; at: number },
): Promise<void> {
  await db.query(
    `insert into case_version (case_id, version, secret, written_at) values ($1, $2, $3, $4)
     on conflict (case_id, version) do update set secret = excluded.secret, written_at = excluded.written_at`,
    [caseId, version, secret, new Date(at)],
  );
}

export type StoredVersion = { version: number; secret: Buffer; written_at: number };

export async function loadVersion(db: Queryable, caseId: number, version: number): Promise<StoredVersion | null> {
  const text = 'select version, secret, written_at from case_version where case_id = $1 and version = $2';
  return (await db.query<StoredVersion>(text, [caseId, version])).rows[0] ?? null;
}

export async function insertNotices(
  db: Queryable,
  { caseId, ticketId, seq, at }: { caseId: number; ticketId: number; seq: number; at: number },
  notices: readonly CaseNotice[],
): Promise<void> {
  if (notices.length === 0) return;
  await db.query(
    `insert into notice (staff_id, ticket_id, case_id, case_step, kind, at)
     select x.staff_id, $1, $2, $3, x.kind, $4 from unnest($5::bigint[], $6::text[]) as x (staff_id, kind) on conflict do nothing`,
    [ticketId, caseId, seq, new Date(at), notices.map(({ staffId }) => staffId), notices.map(({ kind }) => kind)],
  );
}

/** Published cases whose day has come. */
export async function findDueCases(db: Queryable, now: number, limit: number): Promise<CaseEntry[]> {
  const text = `select ${entryColumns} from case_entry e where check_by <= $1 and status = 'published' order by check_by limit $2`;
  return (await db.query<CaseEntry>(text, [new Date(now), limit])).rows.map(toEntry);
}
