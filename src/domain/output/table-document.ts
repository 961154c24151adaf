import type { PlaybookTable } from '../playbook/schema.ts';
import type { TicketEvent } from '../ticket/events.ts';
import type { OutputContext, OutputTicket } from './context.ts';
import type { TableCell, TableHead, TableRow } from './document.ts';
import { fillNames } from './language.ts';
import { localDate } from './local-time.ts';
import { plainText, widthOf } from './plain-text.ts';
import { speechOf } from './speech.ts';
import { columnReader, type RowEvent, type RowSubject } from './table-columns.ts';
import { word } from './words.ts';

/** Epoch ms; `from` is in, `to` is out. */
export type Period = { from: number | null; to: number | null };

/** Title and columns of a playbook's table. Columns that name nothing known are left out. */
export function tableHead(table: PlaybookTable, period: Period, context: OutputContext): TableHead {
  const speech = speechOf(context);
  return {
    table: table.id,
    title: speech.name(table.name),
    organisation: plainText(context.directory.organisation),
    period: periodText(period, context),
    columns: columnsOf(table).map(({ column, reader }) => {
      const name = speech.name(column.name);
      return { id: column.id, name, kind: reader.kind, width: Math.max(reader.width, widthOf(name) + 4) };
    }),
    printedAt: speech.time(context.now),
  };
}

/** A ticket's rows in a table: one, or one for each of its events that the table is about. */
export function tableRows(ticket: OutputTicket, table: PlaybookTable, context: OutputContext): TableRow[] {
  const speech = speechOf(context, ticket.customer.isErased);
  const columns = columnsOf(table);
  return subjectsOf(ticket, table).map((subject) => ({
    ticketId: ticket.facts.id,
    cells: columns.map(({ reader }): TableCell => {
      const said = reader.read(subject, speech, context);
      if (typeof said === 'number') return { kind: 'instant', at: said, text: speech.time(said) };
      return { kind: 'text', text: said ?? '' };
    }),
  }));
}

function columnsOf(table: PlaybookTable) {
  return table.columns.flatMap((column) => {
    const reader = columnReader(table.rows, column.from);
    return reader ? [{ column, reader }] : [];
  });
}

const eventTypes: Record<Exclude<PlaybookTable['rows'], 'ticket'>, RowEvent['type']> = {
  progress: 'progress.recorded',
  callback: 'callback.made',
};

function subjectsOf(ticket: OutputTicket, table: PlaybookTable): RowSubject[] {
  if (table.rows === 'ticket') return [{ ticket, event: null }];
  const type = eventTypes[table.rows];
  const isMeant = (event: TicketEvent): event is RowEvent => event.type === type;
  return ticket.events.filter(isMeant).map((event) => ({ ticket, event }));
}

/** In calendar days, the last one included. */
function periodText({ from, to }: Period, context: OutputContext): string {
  const { timeZone } = context.directory;
  const first = from === null ? '' : localDate(from, timeZone);
  const last = to === null ? '' : localDate(to - 1, timeZone);
  const key = from === null ? (to === null ? null : 'to') : to === null ? 'from' : 'fromTo';
  return key === null ? '' : speechOf(context).name(fillNames(word(key), { from: first, to: last }));
}
