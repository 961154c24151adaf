import type { IncidentEvent } from '../../../domain/incident/events.ts';
import type { Incident } from '../../../domain/incident/state.ts';
import type { PoolClient, Queryable } from '../../database/pool.ts';
import { type EventRow, toEvent } from './store.ts';

/** SQL of rebuilding incidents. */

/** The row as it lies there, whatever it says; times are epoch ms. */
export type IncidentColumns = {
  version: number;
  number: string;
  status: string;
  opened_at: number;
  closed_at: number | null;
  facts: Omit<Incident, 'id'>;
};

export async function incidentIdsAfter(db: Queryable, after: number, limit: number): Promise<number[]> {
  const text = 'select id from incident where id > $1 order by id limit $2';
  return (await db.query<{ id: number }>(text, [after, limit])).rows.map(({ id }) => id);
}

/** Locked, so that nobody who is at work is taken for a difference. */
export async function lockColumns(client: PoolClient, id: number): Promise<IncidentColumns | null> {
  const text = 'select version, number, status, opened_at, closed_at, facts from incident where id = $1 for update';
  return (await client.query<IncidentColumns>(text, [id])).rows[0] ?? null;
}

/** All of them, oldest first. */
export async function readAllEvents(db: Queryable, id: number): Promise<IncidentEvent[]> {
  const text = 'select * from incident_event where incident_id = $1 order by seq';
  return (await db.query<EventRow>(text, [id])).rows.map(toEvent);
}

/** Tickets that say of themselves that they are part of it. */
export async function memberIds(db: Queryable, id: number): Promise<number[]> {
  const text = 'select id from ticket where incident_id = $1 order by id';
  return (await db.query<{ id: number }>(text, [id])).rows.map((row) => row.id);
}

export type Telling = { seq: number; ticketId: number };

export async function tellingsOf(db: Queryable, id: number): Promise<Telling[]> {
  const text =
    'select seq, ticket_id as "ticketId" from incident_telling where incident_id = $1 order by seq, ticket_id';
  return (await db.query<Telling>(text, [id])).rows;
}

/** Of these tickets those that have been closed at any time: whether they were just then is theirs to know. */
export async function everClosed(db: Queryable, ids: readonly number[]): Promise<number[]> {
  const text = `select distinct ticket_id as id from event where ticket_id = any($1::bigint[]) and type = 'ticket.closed'`;
  return (await db.query<{ id: number }>(text, [ids])).rows.map((row) => row.id);
}

/** Writes what the events tell, whatever stood there. */
export async function repairColumns(
  db: Queryable,
  id: number,
  { version, number, status, opened_at, closed_at, facts }: IncidentColumns,
): Promise<void> {
  await db.query(
    'update incident set version = $2, number = $3, status = $4, opened_at = $5, closed_at = $6, facts = $7 where id = $1',
    [
      id,
      version,
      number,
      status,
      new Date(opened_at),
      closed_at === null ? null : new Date(closed_at),
      JSON.stringify(facts),
    ],
  );
}
