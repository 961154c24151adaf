import type { Queryable } from '../../database/pool.ts';

/** Open tickets after `after` that are not yet under this version of the playbook, by id. */
export async function openTicketsNotAt(
  db: Queryable,
  { playbook, to, tickets }: { playbook: string; to: number; tickets: readonly number[] | null },
  after: number,
  limit: number,
): Promise<number[]> {
  const text = `select id from ticket
    where id > $1 and status <> 'closed' and playbook = $2 and playbook_version <> $3
      and ($5::bigint[] is null or id = any($5::bigint[])) order by id limit $4`;
  const { rows } = await db.query<{ id: number }>(text, [after, playbook, to, limit, tickets]);
  return rows.map((row) => row.id);
}

export type RunningCount = { playbook: string; version: number; count: number };

/** How many tickets run under which version. */
export async function countRunning(db: Queryable): Promise<RunningCount[]> {
  const { rows } = await db.query<RunningCount>(
    `select playbook, playbook_version as version, count(*)::int as count from ticket
     where status <> 'closed' group by playbook, playbook_version order by playbook, playbook_version`,
  );
  return rows;
}
