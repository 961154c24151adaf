import { closeSync, existsSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import type { Failure } from './run-rows.ts';
import { type Table, TableError, type TableRow } from './table.ts';

/**
 * The rows that could not be taken, with why, as CSV for a spreadsheet: corrected there, the same file can be imported. Made when
 * the first row fails, readable by its owner only, because customers' words stand in it.
 */
const columns = ['import:row', 'import:column', 'import:field', 'import:message'] as const;
const mark = '\ufeff';
const head = `${mark}${columns.join(',')}`;
/** What a spreadsheet would take for a formula (OWASP, CSV injection). */
const formula = /^[=+\-@\t\r]/;
const guarded = /^'(?=[=+\-@\t\r])/;

export class ErrorsFile {
  readonly path: string;
  readonly #header: readonly string[];
  #file: number | null = null;

  /** What an earlier run has left there goes; anything else is not touched. @throws TableError */
  constructor(path: string, header: readonly string[]) {
    this.path = path;
    this.#header = header;
    if (!existsSync(path)) return;
    if (!isErrorsFile(path))
      throw new TableError(
        `${path} is there already, and not from an import. Remedy: choose another name with --errors.`,
      );
    rmSync(path);
  }

  get isUsed(): boolean {
    return this.#file !== null;
  }

  add({ row: { row, cells }, problems }: Failure): void {
    if (this.#file === null) {
      this.#file = openSync(this.path, 'wx', 0o600);
      writeSync(this.#file, `${head},${this.#header.map(quoted).join(',')}\r\n`);
    }
    const [first] = problems;
    const message = problems.map((one) =>
      one.field && problems.length > 1 ? `${one.field}: ${one.message}` : one.message,
    );
    const line = [String(row), first?.column ?? '', first?.field ?? '', message.join('; '), ...cells];
    writeSync(this.#file, `${line.map(quoted).join(',')}\r\n`);
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
  }
}

/** Of a file of errors, corrected, the rows as they stood in the list; any other table as it is. */
export function withoutErrorColumns(table: Table): { table: Table; isCorrection: boolean } {
  if (!columns.every((name, at) => table.header[at] === name)) return { table, isCorrection: false };
  const given = table.rows;
  async function* rows(): AsyncGenerator<TableRow, void, void> {
    for await (const row of given) {
      yield { ...row, cells: row.cells.slice(columns.length).map((cell) => cell.replace(guarded, '')) };
    }
  }
  return { table: { ...table, header: table.header.slice(columns.length), rows: rows() }, isCorrection: true };
}

function quoted(cell: string): string {
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function isErrorsFile(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const start = Buffer.alloc(Buffer.byteLength(head));
    readSync(file, start);
    return start.toString('utf8') === head;
  } finally {
    closeSync(file);
  }
}
