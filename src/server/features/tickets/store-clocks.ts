import type { Queryable } from '../../database/pool.ts';
import { sqlInstant } from './columns.ts';

/**
 * Tickets with a clock to look at, locked for this transaction; others' are passed over. The ticket row is locked, not the clock's,
 * so that a person acting at the same time waits for the outcome and then decides on it.
 */
export async function claimDue(db: Queryable, now: number, limit: number): Promise<number[]> {
  const text = `select t.id from ticket t
    where t.id in (select c.ticket_id from clock c where c.wake_at <= $1 and c.fault is null order by c.wake_at limit $2)
    for update skip locked`;
  const { rows } = await db.query<{ id: number }>({ name: 'clocks-claim', text, values: [sqlInstant(now), limit] });
  return rows.map((row) => row.id);
}

/** When the next clock has to be looked at (epoch ms); null when none has. */
export async function nextWake(db: Queryable): Promise<number | null> {
  const text = 'select wake_at from clock where wake_at is not null and fault is null order by wake_at limit 1';
  const { rows } = await db.query<{ wake_at: number }>({ name: 'clocks-next', text });
  return rows[0]?.wake_at ?? null;
}

export async function isStillDue(db: Queryable, ticketId: number, now: number): Promise<boolean> {
  const text = 'select 1 from clock where ticket_id = $1 and wake_at <= $2 and fault is null limit 1';
  const { rows } = await db.query(text, [ticketId, sqlInstant(now)]);
  return rows.length > 0;
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
