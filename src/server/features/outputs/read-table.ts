import type { z } from 'zod';
import type { TableView, tablePageQuery, tableQuery } from '../../../contract/output.ts';
import { mayRevealInTables } from '../../../domain/access/output-rules.ts';
import { dayMs, dayStart, zoneOf } from '../../../domain/calendar/zone.ts';
import type { OutputContext, OutputTicket } from '../../../domain/output/context.ts';
import type { TableHead, TableRow } from '../../../domain/output/document.ts';
import { type Period, tableHead, tableRows } from '../../../domain/output/table-document.ts';
import type { PlaybookTable } from '../../../domain/playbook/schema.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Member } from '../session/index.ts';
import type { OutputDeps } from './read-outputs.ts';
import { insertAccess } from './store.ts';

export type TableName = { playbook: string; table: string };
type Query = z.output<typeof tableQuery>;

/** Tickets read at a time, and pages looked through for rows before one is handed out half full. */
const scanSize = 200;
const mostScans = 20;

/** A page of a table. In tables of events a ticket brings as many rows as it has, so that a page may be longer than asked. */
export async function readTablePage(
  deps: OutputDeps,
  actor: Member,
  name: TableName,
  { after = null, limit, ...query }: Omit<z.output<typeof tablePageQuery>, 'after'> & { after?: string | null },
): Promise<TableView> {
  const reading = await open(deps, actor, name, query);
  const rows: TableRow[] = [];
  let next: string | null = after;
  for (let scans = 0; scans < mostScans; scans++) {
    const page = await reading.scan(next, Math.max(1, limit - rows.length), true);
    rows.push(...reading.rowsOf(page.tickets));
    if (reading.isRevealed) await reading.note(page.tickets, 'reveal');
    next = page.next;
    if (next === null || rows.length >= limit) break;
  }
  return next === null ? { ...reading.head, rows } : { ...reading.head, rows, next };
}

/** The whole table, oldest first, page by page; whose data leave is noted before they do. */
export async function openTable(
  deps: OutputDeps,
  actor: Member,
  name: TableName,
  query: Query,
): Promise<{ head: TableHead; timeZone: string; pages: AsyncGenerator<TableRow[]> }> {
  const reading = await open(deps, actor, name, query);
  const pages = async function* () {
    let next: string | null = null;
    do {
      const page: { tickets: OutputTicket[]; next: string | null } = await reading.scan(next, scanSize, false);
      const rows = reading.rowsOf(page.tickets);
      const shown = new Set(rows.map((row) => row.ticketId));
      await reading.note(
        page.tickets.filter((ticket) => shown.has(ticket.facts.id)),
        'export',
      );
      yield rows;
      next = page.next;
    } while (next !== null);
  };
  return { head: reading.head, timeZone: reading.timeZone, pages: pages() };
}

async function open({ source, pool, clock }: OutputDeps, actor: Member, name: TableName, query: Query) {
  if (query.reveal !== undefined && !mayRevealInTables(actor)) throw new Refusal('auth.forbidden', 'reveal');
  const playbook = source.playbook(name.playbook);
  const table = findTable(playbook.source.tables, name.table);
  const directory = await source.directory();
  const period = periodOf(query, directory.timeZone);
  const now = clock.now();
  const isRevealed = query.reveal !== undefined;
  const hasNotes = table.columns.some(({ from }) => from === 'latestNote');
  const context: OutputContext = { playbook: playbook.source, directory, language: query.lang, isRevealed, now };
  const contextOf = ({ facts }: OutputTicket): OutputContext =>
    facts.playbook.version === playbook.source.version
      ? context
      : { ...context, playbook: source.playbook(facts.playbook.id, facts.playbook.version).source };
  return {
    head: tableHead(table, period, context),
    timeZone: directory.timeZone,
    isRevealed,
    scan: (after: string | null, limit: number, isNewestFirst: boolean) =>
      source.scanTickets(actor, {
        playbook: name.playbook,
        rows: table.rows,
        hasNotes,
        period,
        after,
        limit,
        isNewestFirst,
      }),
    rowsOf: (tickets: readonly OutputTicket[]) =>
      tickets.flatMap((ticket) => tableRows(ticket, table, contextOf(ticket))),
    note: (tickets: readonly OutputTicket[], what: 'export' | 'reveal') => {
      const ids = tickets.map((ticket) => ticket.facts.customerId);
      return insertAccess(pool, actor, ids, what, query.reveal ?? '', now);
    },
  };
}

function findTable(tables: readonly PlaybookTable[], id: string): PlaybookTable {
  const found = tables.find((one) => one.id === id);
  if (found) return found;
  throw new Refusal('playbook.table-unknown', 'table', { given: id, known: tables.map((one) => one.id) });
}

/** Whole days of the organisation's time zone. */
function periodOf({ from, to }: Pick<Query, 'from' | 'to'>, timeZone: string): Period {
  if (from !== undefined && to !== undefined && from > to) throw new Refusal('output.period-inverted', 'from');
  const startOf = (day: string, plus: number) => dayStart(zoneOf(timeZone), Date.parse(day) / dayMs + plus);
  return { from: from === undefined ? null : startOf(from, 0), to: to === undefined ? null : startOf(to, 1) };
}
