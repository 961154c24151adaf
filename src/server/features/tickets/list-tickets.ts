import type { z } from 'zod';
import { type QueueCounts, type QueueQuery, queueQuery, type TicketRow } from '../../../contract/ticket.ts';
import { readScope } from '../../../domain/access/ticket-rules.ts';
import { statuses } from '../../../domain/playbook/schema.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { type Actor, rolesOf } from '../../../domain/ticket/actor.ts';
import { type Description, describe } from '../../../domain/ticket/describe.ts';
import { isStoredInstant } from '../../database/stored-instant.ts';
import { contextOf, type Engine } from './engine.ts';
import { openDescription } from './secret.ts';
import { loadDescriptions, loadTickets } from './store-load.ts';
import {
  countFiltered,
  countQueues,
  type QueueCursor,
  type QueueFilter,
  type QueueRow,
  type QueueSort,
  readQueue,
  readRows,
} from './store-queue.ts';
import { iso } from './view.ts';

type Query = z.output<typeof queueQuery>;

/** A page of a queue, as far as the actor may read. */
export async function listTickets(
  engine: Engine,
  actor: Actor,
  query: Query,
): Promise<{ items: TicketRow[]; next?: string }> {
  const { after, limit, sort } = query;
  const cursor = after === undefined ? null : readCursor(sort, after);
  const page = await readQueue(engine.pool, readScope(actor), filterOf(engine, actor, query), sort, cursor, limit);
  const items = await toRows(engine, page.rows);
  return page.next ? { items, next: writeCursor(sort, page.next) } : { items };
}

/** Rows in the order of `ids`; what the actor may not read is left out. */
export async function rowsOf(engine: Engine, actor: Actor, ids: readonly number[]): Promise<TicketRow[]> {
  if (ids.length === 0) return [];
  const found = await toRows(engine, await readRows(engine.pool, readScope(actor), ids));
  const byId = new Map(found.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export async function latestOfCustomer(
  engine: Engine,
  actor: Actor,
  customerId: number,
  limit = 20,
): Promise<TicketRow[]> {
  const filter = { customerId, status: ['todo', 'in-progress', 'resolved', 'closed'] };
  const { rows } = await readQueue(engine.pool, readScope(actor), filter, '-received', null, limit);
  return toRows(engine, rows);
}

export async function countTickets(engine: Engine, actor: Actor): Promise<QueueCounts> {
  const { total, byStage } = await countQueues(engine.pool, readScope(actor), actor.kind === 'staff' ? actor.id : null);
  const { green_lane: greenLane, ...counts } = total;
  return { ...counts, greenLane, byStage };
}

/** How many tickets a queue holds for this actor, up to a thousand. @throws Refusal queue.filter-unknown */
export async function countQueue(engine: Engine, actor: Actor, query: QueueQuery): Promise<number> {
  return countFiltered(engine.pool, readScope(actor), filterOf(engine, actor, queueQuery.parse(query)));
}

function filterOf(engine: Engine, actor: Actor, query: Query): QueueFilter {
  checkNames(engine, query);
  const { playbook, status, stage, priority, category, channel } = query;
  return {
    playbook,
    status,
    stage,
    priority,
    category,
    channel,
    department: query.department?.flatMap((one) => (one === 'mine' ? departmentsOf(actor) : [one])),
    owner: query.owner?.map((one) => ownerOf(actor, one)),
    interfaceId: query.interface && staffId(actor),
    incident: query.incident && incidentOf(query.incident),
    isBreached: query.breached === undefined ? undefined : query.breached === 'true',
    isWaiting: query.waiting === undefined ? undefined : query.waiting === 'true',
    isGreenLane: query.greenLane === undefined ? undefined : query.greenLane === 'true',
  };
}

/** A name that no playbook has would find nothing and say nothing: it is a mistake of whoever asks. */
function checkNames({ playbooks }: Engine, query: Query): void {
  const all = playbooks.list().map(({ source }) => source);
  const known: Record<string, Set<string>> = {
    playbook: new Set(all.map(({ id }) => id)),
    status: new Set(statuses),
    stage: new Set(all.flatMap(({ stages }) => stages.map(({ id }) => id))),
    priority: new Set(all.flatMap(({ priorities }) => priorities.map(({ id }) => id))),
    category: new Set(all.flatMap(({ categories }) => categories.map(({ id }) => id))),
    channel: new Set(all.flatMap(({ channels }) => channels.map(({ id }) => id))),
  };
  for (const [field, names] of Object.entries(known)) {
    const given = (query[field as keyof Query] as string[] | undefined)?.find((one) => !names.has(one));
    if (given !== undefined) throw new Refusal('queue.filter-unknown', field, { given, known: [...names].join(', ') });
  }
}

function departmentsOf(actor: Actor): readonly string[] {
  return rolesOf(actor).length > 0 && 'departments' in actor ? actor.departments : [];
}

function ownerOf(actor: Actor, word: string): number | null {
  if (word === 'none') return null;
  if (word === 'me') return staffId(actor);
  const id = Number(word);
  if (Number.isSafeInteger(id) && id > 0) return id;
  throw new Refusal('request.invalid', 'owner', { owner: word }, 'owner takes me, none or ids of staff');
}

/** Who is nobody of the staff has no tickets. */
function staffId(actor: Actor): number {
  return actor.kind === 'staff' ? actor.id : -1;
}

function incidentOf(words: readonly string[]): NonNullable<QueueFilter['incident']> {
  const [first] = words;
  if (words.length === 1 && (first === 'any' || first === 'none')) return first;
  const ids = words.map(Number);
  if (ids.every((id) => Number.isSafeInteger(id) && id > 0)) return { ids };
  throw new Refusal('request.invalid', 'incident', { incident: words }, 'incident takes any, none or ids of incidents');
}

async function toRows(engine: Engine, rows: readonly QueueRow[]): Promise<TicketRow[]> {
  const descriptions = await descriptionsOf(engine, rows);
  return rows.map((row) => toRow(engine, row, descriptions.get(row.id) ?? { subject: '', customerName: '' }));
}

/** From memory where a list has shown them before; the rest is read and decrypted at once. */
async function descriptionsOf(engine: Engine, rows: readonly QueueRow[]): Promise<Map<number, Description>> {
  const found = new Map<number, Description>();
  const missing: number[] = [];
  for (const { id, version } of rows) {
    const kept = engine.descriptions.get(id, version);
    if (kept) found.set(id, kept);
    else missing.push(id);
  }
  if (missing.length === 0) return found;
  for (const { id, version, description } of await readDescriptions(engine, missing)) {
    engine.descriptions.set(id, version, description);
    found.set(id, description);
  }
  return found;
}

type Described = { id: number; version: number; description: Description };

/** Tickets not written since descriptions are kept by themselves tell it with their whole text. */
async function readDescriptions({ pool, ring, ...engine }: Engine, ids: readonly number[]): Promise<Described[]> {
  const described: Described[] = [];
  const unkept: number[] = [];
  for (const { id, version, customer_id, description, data_key } of await loadDescriptions(pool, ids)) {
    const opened = openDescription(ring, data_key, customer_id, description);
    if (opened) described.push({ id, version, description: opened });
    else unkept.push(id);
  }
  if (unkept.length === 0) return described;
  for (const { state } of await loadTickets(pool, ring, unkept)) {
    const description = describe(contextOf(engine, state).playbook, state, state.text);
    described.push({ id: state.id, version: state.version, description });
  }
  return described;
}

function toRow(engine: Engine, row: QueueRow, { subject, customerName }: Description): TicketRow {
  const { id, number, version, playbook, channel, stage, status, priority, category, department, cycle, escalation } =
    row;
  return {
    id,
    number,
    version,
    playbook,
    subject,
    customerName,
    channel,
    stage,
    status,
    priority,
    category,
    department,
    cycle,
    escalation,
    owner: row.owner_id,
    isGreenLane: row.is_green_lane,
    isWaiting: row.is_waiting,
    incident: row.incident_id,
    receivedAt: iso(row.received_at),
    nextPromise: promiseOf(engine, row),
  };
}

function promiseOf(engine: Engine, row: QueueRow): TicketRow['nextPromise'] {
  if (row.next_due_at === null || row.next_clock === null) return null;
  const clock = engine.playbooks.get(row.playbook).source.clocks.find((one) => one.id === row.next_clock);
  const name = clock?.name ?? { zh: row.next_clock, en: row.next_clock };
  const isBreached = row.next_due_at < engine.clock.now();
  return { clock: row.next_clock, name, due: iso(row.next_due_at), isBreached };
}

/** Where a page in this order went on from. */
export function writeCursor(sort: QueueSort, { value, id }: QueueCursor): string {
  return Buffer.from(JSON.stringify([sort, value, id])).toString('base64url');
}

/** Ranks are small; of what is not promised the due time is infinite. */
const isSortValue = (sort: QueueSort, value: string) =>
  sort === 'priority' ? /^\d{1,4}$/.test(value) : value === 'infinity' || isStoredInstant(value);

function readCursor(sort: QueueSort, text: string): QueueCursor {
  try {
    const [of, value, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[];
    if (of === sort && typeof value === 'string' && isSortValue(sort, value) && Number.isSafeInteger(id))
      return { value, id: id as number };
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof TypeError)) throw error;
  }
  throw new Refusal('request.invalid', 'after', {}, 'after takes the "next" of the page before, unchanged');
}
