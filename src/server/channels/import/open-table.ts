import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { type CsvOptions, openCsv } from './read-csv.ts';
import { openSheet } from './read-xlsx.ts';
import { type RowSource, type Table, TableError, type TableRow } from './table.ts';

export type TableOptions = CsvOptions & { sheet: string | null };

/** Lines above the names of the columns, such as a title. */
const mostTitleRows = 10;

/** Opens a list of demands, told by its first bytes, not by its name. @throws TableError saying what to do */
export async function openTable(path: string, options: TableOptions): Promise<Table> {
  const kind = kindOf(path);
  if (kind === 'old-excel') {
    throw new TableError(
      'This is an old or password-protected Excel file. Remedy: open it and save it as .xlsx without a password, or as CSV (UTF-8).',
    );
  }
  return withHeader(kind === 'xlsx' ? await sheetSource(path, options.sheet) : await openCsv(path, options));
}

function kindOf(path: string): 'xlsx' | 'old-excel' | 'csv' {
  let file: number;
  try {
    if (statSync(path).isDirectory()) throw new TableError(`${path} is a folder. Remedy: name the file.`);
    file = openSync(path, 'r');
  } catch (error) {
    if (error instanceof TableError) throw error;
    throw new TableError(`${path} cannot be read: ${(error as Error).message}.`);
  }
  try {
    const head = Buffer.alloc(4);
    readSync(file, head, 0, 4, 0);
    if (head.equals(Buffer.from('PK\x03\x04', 'latin1'))) return 'xlsx';
    return head.equals(Buffer.of(0xd0, 0xcf, 0x11, 0xe0)) ? 'old-excel' : 'csv';
  } finally {
    closeSync(file);
  }
}

async function sheetSource(path: string, wanted: string | null): Promise<RowSource> {
  const { name, rows, rowCount } = await openSheet(path, wanted);
  let reached = 0;
  async function* read(): AsyncGenerator<TableRow> {
    for (const row of rows()) {
      reached = row.row;
      yield row;
    }
  }
  return { about: `sheet "${name}"`, rows: read(), progress: () => (rowCount === 0 ? 1 : reached / rowCount) };
}

/** The header is the first row that names two columns; a list of one column has it in its first row. */
async function withHeader({ about, rows, progress }: RowSource): Promise<Table> {
  const ahead: TableRow[] = [];
  let isOver = false;
  const isNamed = ({ cells }: TableRow) => cells.filter((cell) => cell.trim() !== '').length > 1;
  while (ahead.length < mostTitleRows && !ahead.some(isNamed)) {
    const { value, done } = await rows.next();
    if (done) isOver = true;
    if (done) break;
    ahead.push(value);
  }
  const at = Math.max(0, ahead.findIndex(isNamed));
  const head = ahead[at];
  if (!head) throw new TableError('The file is empty. Remedy: its first line names the columns.');
  const header = uniqueNames(head.cells);
  async function* read(): AsyncGenerator<TableRow> {
    try {
      for (const row of ahead.slice(at + 1)) yield fitted(row, header);
      if (!isOver) for await (const row of rows) yield fitted(row, header);
    } finally {
      await rows.return(undefined);
    }
  }
  return { header, headerRow: head.row, about, rows: read(), progress };
}

/** Columns without a name are called by their place, a name that comes again gets a number. */
function uniqueNames(cells: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, at) => {
    const name = cell.replace(/\s+/g, ' ').trim() || `column ${at + 1}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

function fitted({ row, cells, problem }: TableRow, header: readonly string[]): TableRow {
  const surplus = cells.slice(header.length).some((cell) => cell.trim() !== '');
  const why = surplus
    ? `${cells.length} cells where the header has ${header.length}: a text with a delimiter in it needs quotation marks`
    : null;
  // What is refused is handed back as it was.
  return { row, cells: surplus ? cells : header.map((_, at) => cells[at] ?? ''), problem: problem ?? why };
}
