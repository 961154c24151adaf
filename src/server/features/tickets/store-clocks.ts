import type { Queryable } from '../../database/pool.ts';
import { sqlInstant } from './columns.ts';

/**
 * Tickets with a clock to look at, locked for this transaction; others' are passed over. The ticket row is locked, not the clock's,
 * so that a person acting at the same time waits for the outcome and then decides on it.
 */
export async function claimDue(db: Queryable, now: number, limit: number): Promise<number[]> {
  const text = `select t.id from clock c join ticket t on t.id = c.ticket_id
    where c.wake_at <= $1 and c.fault is null order by c.wake_at limit $2 for update of t skip locked`;
  const { rows } = await db.query<{ id: number }>({ name: 'clocks-claim', text, values: [sqlInstant(now), limit] });
  return [...new Set(rows.map((row) => row.id))];
}

/** When the next clock has to be looked at (epoch ms); null when none has. */
export async function nextWake(db: Queryable): Promise<number | null> {
  const text = 'select wake_at from clock where wake_at is not null and fault is null order by wake_at limit 1';
  const { rows } = await db.query<{ wake_at: number }>({ name: 'clocks-next', text });
  return rows[0]?.wake_at ?? null;
}

/** Which of these tickets have a clock that is due. */
export async function stillDue(db: Queryable, ticketIds: readonly number[], now: number): Promise<number[]> {
  const text = `select distinct ticket_id from clock
    where ticket_id = any($1::bigint[]) and wake_at <= $2 and fault is null`;
  const { rows } = await db.query<{ ticket_id: number }>(text, [ticketIds, sqlInstant(now)]);
  return rows.map((row) => row.ticket_id);
}

export async function setAside(db: Queryable, ticketId: number, now: number, fault: string): Promise<void> {
  const text = 'update clock set fault = $3 where ticket_id = $1 and wake_at <= $2 and fault is null';
  await db.query(text, [ticketId, sqlInstant(now), fault.slice(0, 500)]);
}

/** Clocks set aside, for the metrics and whoever has to look into them. */
export async function countFaults(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ count: number }>('select count(*) as count from clock where fault is not null');
  return rows[0]?.count ?? 0;
}

/** Open tickets after `after` that are pinned to another calendar than this one, by id. */
export async function openTicketsNotUnder(
  db: Queryable,
  calendar: { id: string; version: number },
  after: number,
  limit: number,
): Promise<number[]> {
  const text = `select id from ticket where id > $1 and status <> 'closed' and (facts->'calendar')::jsonb <> $2::jsonb order by id limit $3`;
  const { rows } = await db.query<{ id: number }>(text, [after, JSON.stringify(calendar), limit]);
  return rows.map((row) => row.id);
}
