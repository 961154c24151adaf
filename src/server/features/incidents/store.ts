import type { ReadScope } from '../../../domain/access/ticket-rules.ts';
import type { IncidentEvent } from '../../../domain/incident/events.ts';
import type { Incident } from '../../../domain/incident/state.ts';
import type { EventActor } from '../../../domain/ticket/actor.ts';
import type { PoolClient, Queryable } from '../../database/pool.ts';
import { addScope, Conditions } from '../tickets/index.ts';

/** Incidents and their events. What of a column is not in `facts` is only there for lists. */

type Row = { id: number; version: number; facts: Omit<Incident, 'id'> };
const toIncident = ({ id, facts }: Row): Incident => ({ ...facts, id });

export type EventRow = {
  incident_id: number;
  seq: number;
  type: IncidentEvent['type'];
  at: number;
  actor_kind: EventActor['kind'];
  actor_id: number | null;
  data: never;
};
export const toEvent = ({ seq, type, at, actor_kind: kind, actor_id: id, data }: EventRow): IncidentEvent =>
  ({ seq, type, at, actor: { kind, id }, data }) as IncidentEvent;

const iso = (at: number) => new Date(at).toISOString();

export async function insertIncident(
  client: PoolClient,
  state: Incident,
  events: readonly IncidentEvent[],
): Promise<Incident> {
  const text = `insert into incident (version, number, status, opened_at, closed_at, facts)
    values ($1, $2, $3, $4, null, $5) returning id`;
  const { id: _, ...facts } = state;
  const values = [state.version, state.number, state.status, iso(state.openedAt), JSON.stringify(facts)];
  const { rows } = await client.query<{ id: number }>(text, values);
  const id = rows[0]?.id ?? 0;
  await insertEvents(client, id, events);
  return { ...state, id };
}

/** Guarded by the version that `state` grew from. @throws when somebody has written since, which its lock prevents */
export async function updateIncident(db: Queryable, state: Incident, events: readonly IncidentEvent[]): Promise<void> {
  const { id, ...facts } = state;
  const text = `update incident set version = $3, status = $4, closed_at = $5, facts = $6 where id = $1 and version = $2`;
  const before = state.version - events.length;
  const closedAt = state.closedAt === null ? null : iso(state.closedAt);
  const { rowCount } = await db.query(text, [id, before, state.version, state.status, closedAt, JSON.stringify(facts)]);
  if (rowCount !== 1) throw new Error(`incident ${state.number} was written without its lock`);
  await insertEvents(db, id, events);
}

async function insertEvents(db: Queryable, id: number, events: readonly IncidentEvent[]): Promise<void> {
  const rows = events.map(({ seq, type, at, actor, data }) => ({
    incident_id: id,
    seq,
    type,
    at: iso(at),
    actor_kind: actor.kind,
    actor_id: actor.id,
    data,
  }));
  const shape = `incident_id bigint, seq int, type text, at timestamptz, actor_kind text, actor_id bigint, data jsonb`;
  const text = `insert into incident_event (incident_id, seq, type, at, actor_kind, actor_id, data)
    select x.* from json_to_recordset($1::json) as x (${shape})`;
  await db.query(text, [JSON.stringify(rows)]);
}

/** Whoever acts on it now waits for this transaction to end. */
export async function lockIncident(client: PoolClient, id: number): Promise<Incident | null> {
  const { rows } = await client.query<Row>('select id, version, facts from incident where id = $1 for update', [id]);
  return rows[0] ? toIncident(rows[0]) : null;
}

export async function readIncident(db: Queryable, id: number): Promise<Incident | null> {
  const { rows } = await db.query<Row>('select id, version, facts from incident where id = $1', [id]);
  return rows[0] ? toIncident(rows[0]) : null;
}

const mostOpen = 100;

export async function readOpenIncidents(db: Queryable): Promise<Incident[]> {
  const text = `select id, version, facts from incident where status = 'open' order by id desc limit ${mostOpen}`;
  return (await db.query<Row>({ name: 'incidents-open', text })).rows.map(toIncident);
}

export type IncidentWindow = { status?: 'open' | 'closed'; beforeId: number | null; limit: number };

/** `concerning`: only those that a ticket within this scope is part of. */
export async function listIncidents(
  db: Queryable,
  concerning: ReadScope | null,
  { status, beforeId, limit }: IncidentWindow,
): Promise<Incident[]> {
  const where = new Conditions();
  if (status) where.add((value) => `incident.status = ${value}`, status);
  if (beforeId !== null) where.add((value) => `incident.id < ${value}::bigint`, beforeId);
  if (concerning) addConcern(where, concerning);
  const text = `select incident.id, incident.version, incident.facts from incident where ${where.text()}
    order by incident.id desc limit ${where.value(limit)}`;
  return (await db.query<Row>(text, where.values)).rows.map(toIncident);
}

export async function isConcerned(db: Queryable, scope: ReadScope, id: number): Promise<boolean> {
  const where = new Conditions();
  where.add((value) => `incident.id = ${value}::bigint`, id);
  addConcern(where, scope);
  const { rows } = await db.query(`select 1 from incident where ${where.text()}`, where.values);
  return rows.length > 0;
}

function addConcern(where: Conditions, scope: ReadScope): void {
  const own = new Conditions(where.values);
  addScope(own, scope);
  where.add(() => `exists (select from ticket where ticket.incident_id = incident.id and ${own.text()})`);
}

export async function readIncidentEvents(db: Queryable, id: number, limit: number): Promise<IncidentEvent[]> {
  const text = 'select * from incident_event where incident_id = $1 order by seq desc limit $2';
  return (await db.query<EventRow>(text, [id, limit])).rows.map(toEvent);
}

export async function readIncidentEvent(db: Queryable, id: number, seq: number): Promise<IncidentEvent | null> {
  const { rows } = await db.query<EventRow>('select * from incident_event where incident_id = $1 and seq = $2', [
    id,
    seq,
  ]);
  return rows[0] ? toEvent(rows[0]) : null;
}

const mostShown = 100;
const mostUpdates = 2_000;

/** Open ones, and those that were over after `since`, newest first, with what was said of each, oldest first. */
export async function readForPublic(
  db: Queryable,
  since: number,
): Promise<{ incident: Incident; events: IncidentEvent[] }[]> {
  const incidents = `select id, version, facts from incident where status = 'open' or closed_at > $1
    order by opened_at desc, id desc limit ${mostShown}`;
  const { rows } = await db.query<Row>({ name: 'status-incidents', text: incidents, values: [iso(since)] });
  const said = `select * from incident_event where incident_id = any($1::bigint[]) and type in ('incident.updated', 'incident.closed')
    order by incident_id, seq limit ${mostUpdates}`;
  const events = await db.query<EventRow>({ name: 'status-events', text: said, values: [rows.map(({ id }) => id)] });
  const byIncident = Map.groupBy(events.rows, (row) => row.incident_id);
  return rows.map((row) => ({ incident: toIncident(row), events: (byIncident.get(row.id) ?? []).map(toEvent) }));
}
