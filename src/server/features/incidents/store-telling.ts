import type { PoolClient, Queryable } from '../../database/pool.ts';

/** What of an incident's words has still to be told to which ticket. */

/** Everybody who is part of it now. */
export async function tellAllOf(client: PoolClient, incidentId: number, seq: number): Promise<void> {
  const text = `insert into incident_telling (incident_id, seq, ticket_id)
    select $1, $2, id from ticket where incident_id = $1 and status <> 'closed' on conflict do nothing`;
  await client.query(text, [incidentId, seq]);
}

/** Whoever heard this before, because they were part of it before, does not hear it again. */
export async function tellThese(
  client: PoolClient,
  incidentId: number,
  seq: number,
  ticketIds: readonly number[],
): Promise<void> {
  const text = `insert into incident_telling (incident_id, seq, ticket_id) select $1, $2, unnest($3::bigint[]) on conflict do nothing`;
  await client.query(text, [incidentId, seq, ticketIds]);
}

/** An incident that has something left to tell, locked; one that another process is at, or somebody writes to, is passed over. */
export async function claimIncident(client: PoolClient): Promise<number | null> {
  const text = `select id from incident where exists
      (select from incident_telling t where t.incident_id = incident.id and t.done_at is null and t.fault is null)
    order by id limit 1 for update skip locked`;
  const { rows } = await client.query<{ id: number }>({ name: 'telling-claim', text });
  return rows[0]?.id ?? null;
}

/** The next tickets that have to hear the incident's earliest word that is not told to all. */
export async function nextTellings(
  client: PoolClient,
  incidentId: number,
  limit: number,
): Promise<{ seq: number; tickets: number[] } | null> {
  const text = `select seq, ticket_id from incident_telling
    where incident_id = $1 and done_at is null and fault is null order by seq, ticket_id limit $2`;
  const { rows } = await client.query<{ seq: number; ticket_id: number }>({
    name: 'telling-next',
    text,
    values: [incidentId, limit],
  });
  const seq = rows[0]?.seq;
  if (seq === undefined) return null;
  return { seq, tickets: rows.filter((row) => row.seq === seq).map((row) => row.ticket_id) };
}

export type Done = { ticketId: number; outcome: string };

export async function markDone(
  client: PoolClient,
  incidentId: number,
  seq: number,
  done: readonly Done[],
  now: number,
): Promise<void> {
  if (done.length === 0) return;
  const text = `update incident_telling t set done_at = $4, outcome = x.outcome
    from unnest($3::bigint[], $5::text[]) as x (ticket_id, outcome)
    where t.incident_id = $1 and t.seq = $2 and t.ticket_id = x.ticket_id and t.done_at is null`;
  const ids = done.map((one) => one.ticketId);
  const outcomes = done.map((one) => one.outcome);
  const { rowCount } = await client.query(text, [incidentId, seq, ids, new Date(now).toISOString(), outcomes]);
  if (rowCount !== done.length) throw new Error('a telling was done twice');
}

export async function setTellingAside(
  client: PoolClient,
  incidentId: number,
  seq: number,
  ticketId: number,
  fault: string,
): Promise<void> {
  const text = `update incident_telling set fault = $4 where incident_id = $1 and seq = $2 and ticket_id = $3 and done_at is null`;
  await client.query(text, [incidentId, seq, ticketId, fault.slice(0, 500)]);
}

/** Those that have heard a later word since, and so need this one no more, are left done; the rest is tried again. */
export async function takeUpAgain(db: Queryable, incidentId: number, now: number): Promise<number> {
  const overtaken = `update incident_telling t set done_at = $2, outcome = 'overtaken', fault = null
    where t.incident_id = $1 and t.fault is not null and exists (select from incident_telling later
      where later.incident_id = t.incident_id and later.ticket_id = t.ticket_id and later.seq > t.seq and later.done_at is not null)`;
  await db.query(overtaken, [incidentId, new Date(now).toISOString()]);
  const text = 'update incident_telling set fault = null where incident_id = $1 and fault is not null';
  return (await db.query(text, [incidentId])).rowCount ?? 0;
}

export type TellingCount = { seq: number; total: number; told: number; skipped: number; set_aside: number };

/** Outcomes that are no word to the customer. */
export const silentOutcomes = ['closed', 'unlinked', 'erased', 'overtaken'] as const;

export async function countTellings(db: Queryable, incidentId: number): Promise<TellingCount[]> {
  const text = `select seq, count(*) as total,
      count(*) filter (where done_at is not null and not (outcome = any($2::text[]))) as told,
      count(*) filter (where outcome = any($2::text[])) as skipped,
      count(*) filter (where fault is not null) as set_aside
    from incident_telling where incident_id = $1 group by seq`;
  const values = [incidentId, silentOutcomes];
  return (await db.query<TellingCount>({ name: 'telling-counts', text, values })).rows;
}

export async function listSetAside(
  db: Queryable,
  incidentId: number,
): Promise<{ ticket: number; number: string; seq: number; fault: string }[]> {
  const text = `select t.ticket_id as ticket, coalesce(ticket.number, t.ticket_id::text) as number, t.seq, t.fault
    from incident_telling t left join ticket on ticket.id = t.ticket_id
    where t.incident_id = $1 and t.fault is not null order by t.seq desc, t.ticket_id limit 50`;
  return (await db.query<{ ticket: number; number: string; seq: number; fault: string }>(text, [incidentId])).rows;
}

/** What became of the last word that each of these tickets was to hear. */
export async function lastTellings(
  db: Queryable,
  incidentId: number,
  ticketIds: readonly number[],
): Promise<Map<number, { isDone: boolean; outcome: string | null; fault: string | null }>> {
  const text = `select distinct on (ticket_id) ticket_id, done_at, outcome, fault from incident_telling
    where incident_id = $1 and ticket_id = any($2::bigint[]) order by ticket_id, seq desc`;
  type Row = { ticket_id: number; done_at: number | null; outcome: string | null; fault: string | null };
  const { rows } = await db.query<Row>(text, [incidentId, ticketIds]);
  return new Map(
    rows.map(({ ticket_id, done_at, outcome, fault }) => [ticket_id, { isDone: done_at !== null, outcome, fault }]),
  );
}

/** For the metrics. */
export async function countSetAside(db: Queryable): Promise<number> {
  const text = 'select count(*) as count from incident_telling where fault is not null';
  const { rows } = await db.query<{ count: number }>(text);
  return rows[0]?.count ?? 0;
}
