import type { ReadScope } from '../../../domain/access/ticket-rules.ts';
import type { Queryable } from '../../database/pool.ts';
import { addScope, Conditions } from '../tickets/index.ts';
import type { Cursor } from './cursor.ts';

/** SQL of the tracking table: what was ever handed to a department has an `expected_at`, infinity where nothing is expected any more, or not yet known when. */

export type TrackingFilter = {
  playbook?: string[] | undefined;
  /** Null: with no department at present, because it was given back. */
  department?: (string | null)[] | undefined;
  status?: string[] | undefined;
  /** Closed tickets come along from then on. Epoch ms. */
  closedSince: number;
};

export async function readTrackedIds(
  db: Queryable,
  scope: ReadScope,
  filter: TrackingFilter,
  after: Cursor | null,
  limit: number,
): Promise<{ ids: number[]; next: Cursor | null }> {
  const where = new Conditions();
  addScope(where, scope);
  addFilter(where, filter);
  if (after) {
    const beyond = (at: string, id: string) => `(expected_at, id) > (${at}::timestamptz, ${id}::bigint)`;
    where.add(beyond as (...places: string[]) => string, after.expectedAt, after.id);
  }
  const text = `select id, expected_at::text as expected from ticket where ${where.text()}
    order by expected_at, id limit ${where.value(limit + 1)}`;
  const { rows } = await db.query<{ id: number; expected: string }>(text, where.values);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { ids: page.map(({ id }) => id), next: last ? { expectedAt: last.expected, id: last.id } : null };
}

function addFilter(where: Conditions, { playbook, department, status, closedSince }: TrackingFilter): void {
  where.add(() => 'expected_at is not null');
  if (playbook) where.add((names) => `playbook = any(${names}::text[])`, playbook);
  if (department) addDepartment(where, department);
  if (status) where.add((names) => `status = any(${names}::text[])`, status);
  if (status?.includes('closed')) {
    where.add((since) => `(status <> 'closed' or closed_at >= ${since}::timestamptz)`, new Date(closedSince));
  } else where.add(() => `status <> 'closed'`);
}

/** One department is said as such: with a list no index gives the rows in order. */
function addDepartment(where: Conditions, department: readonly (string | null)[]): void {
  const codes = department.filter((one) => one !== null);
  const hasNone = codes.length < department.length;
  if (codes.length === 1 && !hasNone) where.add((code) => `department = ${code}::text`, codes[0]);
  else where.add((list) => `(department = any(${list}::text[])${hasNone ? ' or department is null' : ''})`, codes);
}

export type CountRow = { department: string | null; count: number; late: number };

export async function countTracked(
  db: Queryable,
  scope: ReadScope,
  filter: TrackingFilter,
  now: number,
): Promise<CountRow[]> {
  const where = new Conditions();
  const at = where.value(new Date(now));
  addScope(where, scope);
  addFilter(where, filter);
  const { rows } = await db.query<CountRow>(
    `select department, count(*) as count, count(*) filter (where expected_at < ${at}::timestamptz) as late
     from ticket where ${where.text()} group by department order by department nulls last`,
    where.values,
  );
  return rows;
}
