import { readScope } from '../../../domain/access/ticket-rules.ts';
import { customerChoices } from '../../../domain/customer/choices.ts';
import { emptyProfile } from '../../../domain/customer/profile.ts';
import type { OutputTicket } from '../../../domain/output/context.ts';
import type { TicketEvent } from '../../../domain/ticket/events.ts';
import { openProfile } from '../customers/index.ts';
import { readOrganisationSetting } from '../organisation/index.ts';
import { type Engine, type LoadedTicket, loadForActor, readEvents, toEvent } from '../tickets/index.ts';
import { type Cursor, readCursor, writeCursor } from './cursor.ts';
import type { OutputSource, ScanPage, ScanQuery } from './output-source.ts';
import {
  type EventRow,
  readDepartmentNames,
  readEventsOf,
  readLatestNotes,
  readStaffEmails,
  readTicketIds,
} from './store.ts';

type LoadTickets = (ids: readonly number[]) => Promise<LoadedTicket[]>;

/** More events than any ticket worked by people has. */
const mostEvents = 5_000;

/** The documents' source over the engine of tickets. */
export function createOutputSource(engine: Engine, loadTickets: LoadTickets): OutputSource {
  const { pool, ring, directory, playbooks, timeZone } = engine;
  return {
    playbook: (id, version) => playbooks.get(id, version),
    loadTicket: async (actor, id) => {
      const loaded = await loadForActor(engine, actor, id);
      const rows = await readEvents(pool, id, 0, mostEvents);
      const { data_key } = loaded.customer;
      return toOutput(
        engine,
        loaded,
        rows.map((row) => toEvent(ring, data_key, loaded.customer.id, row)),
      );
    },
    scanTickets: async (actor, query) => {
      const found = await readTicketIds(pool, readScope(actor), { ...query, after: readCursor(query.after) });
      return toPage(engine, query, found.ids, await loadTickets(found.ids), found.next);
    },
    directory: async () => {
      const [organisation, departments, emails] = await Promise.all([
        readOrganisationSetting(pool),
        readDepartmentNames(pool),
        readStaffEmails(pool),
      ]);
      const { types } = customerChoices(playbooks.list().map(({ source }) => source));
      return {
        organisation: organisation?.name ?? '',
        timeZone,
        staff: (id) => directory.staff(id)?.name ?? null,
        email: (id) => emails.get(id) ?? null,
        contact: (code) => directory.department(code)?.contact ?? null,
        department: (code) => departments.get(code) ?? null,
        customerType: (id) => types.find((one) => one.id === id)?.name ?? null,
      };
    },
  };
}

async function toPage(
  engine: Engine,
  query: ScanQuery,
  ids: readonly number[],
  loaded: readonly LoadedTicket[],
  next: Cursor | null,
): Promise<ScanPage> {
  const byId = new Map(loaded.map((one) => [one.state.id, one]));
  const events = Map.groupBy(await readRows(engine, query, ids), (row) => row.ticket_id);
  const tickets = ids.flatMap((id) => {
    const one = byId.get(id);
    if (!one) return [];
    const { id: customerId, data_key } = one.customer;
    const own = events.get(id) ?? [];
    return [
      toOutput(
        engine,
        one,
        own.map((row) => toEvent(engine.ring, data_key, customerId, row)),
      ),
    ];
  });
  return { tickets, next: writeCursor(next) };
}

/** Each event once: the latest note may be one of those that the rows are about. */
async function readRows({ pool }: Engine, { rows, hasNotes }: ScanQuery, ids: readonly number[]): Promise<EventRow[]> {
  const own = rows === 'ticket' ? [] : await readEventsOf(pool, ids, eventTypes[rows]);
  if (!hasNotes) return own;
  const known = new Set(own.map((row) => `${row.ticket_id} ${row.seq}`));
  const notes = await readLatestNotes(pool, ids);
  const added = notes.filter((row) => !known.has(`${row.ticket_id} ${row.seq}`));
  return [...own, ...added].sort((a, b) => a.seq - b.seq);
}

const eventTypes = { progress: 'progress.recorded', callback: 'callback.made' } as const;

function toOutput(engine: Engine, { state, customer }: LoadedTicket, events: TicketEvent[]): OutputTicket {
  const { id, type, data_key: key, profile } = customer;
  const { name, contact, number } = key && profile ? openProfile(engine.ring.unwrap(key), id, profile) : emptyProfile;
  const { text, ...facts } = state;
  return { facts, text, customer: { name, contact, number, type, isErased: key === null }, events };
}
