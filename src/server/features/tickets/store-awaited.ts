import type { Queryable } from '../../database/pool.ts';

/**
 * Tickets on which somebody of `keys` is waited for, the soonest due first. The few are found by their index before they are put in order:
 * walking all open tickets in order of due time would read a million to find ten.
 */
export async function ticketsAwaiting(db: Queryable, keys: readonly string[], limit: number): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>({
    name: 'tickets-awaiting',
    text: `with found as materialized (
        select id, next_due_at from ticket where awaits && $1::text[] and awaits <> '{}')
      select id from found order by next_due_at, id limit $2`,
    values: [keys, limit],
  });
  return rows.map(({ id }) => id);
}
