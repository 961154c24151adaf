import { readFileSync, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import type { Cell, CellValue, Worksheet } from 'exceljs';
import { TableError, type TableRow } from './table.ts';
import { unpackedBytes } from './unpacked-size.ts';

/** A sheet of an Excel workbook as rows of texts. Real dates become `2020-01-04 11:17:46`, formulas what they last gave. */

/** A workbook is read as a whole, in about twenty times its size of memory; CSV has no limit. */
const largestBytes = 40_000_000;
/** A workbook packs its text to a tenth or so; one that packs much more than that was made to fill the memory. */
const largestUnpackedBytes = 500_000_000;

export type Sheet = { name: string; rows: () => Iterable<TableRow>; rowCount: number };

export async function openSheet(path: string, wanted: string | null): Promise<Sheet> {
  const { size } = statSync(path);
  if (size > largestBytes) {
    throw new TableError(
      `The workbook has ${Math.round(size / 1e6)} MB; at most ${largestBytes / 1e6} are read. Remedy: save the sheet as CSV (UTF-8), which has no limit.`,
    );
  }
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  try {
    const bytes = readFileSync(path);
    await refuseBomb(bytes);
    await workbook.xlsx.read(Readable.from([bytes]));
  } catch (error) {
    if (error instanceof TableError) throw error;
    throw new TableError(
      `The workbook cannot be read: ${error instanceof Error ? error.message : error}. Remedy: open it and save it again, or as CSV (UTF-8).`,
    );
  }
  const sheet = chooseSheet(workbook.worksheets, wanted);
  return { name: sheet.name, rows: () => rowsOf(sheet), rowCount: sheet.rowCount };
}

async function refuseBomb(archive: Buffer): Promise<void> {
  if ((await unpackedBytes(archive, largestUnpackedBytes)) <= largestUnpackedBytes) return;
  throw new TableError(
    `Unpacked, the workbook is larger than ${largestUnpackedBytes / 1e6} MB, which is never read. Remedy: save the sheet as CSV (UTF-8), which has no limit.`,
  );
}

function chooseSheet(sheets: readonly Worksheet[], wanted: string | null): Worksheet {
  const names = sheets.map(({ name }) => `"${name}"`).join(', ');
  const found =
    wanted === null
      ? (sheets.find(({ state, rowCount }) => state === 'visible' && rowCount > 1) ?? sheets[0])
      : sheets.find(({ name }) => name === wanted);
  if (found) return found;
  throw new TableError(
    wanted === null ? 'The workbook has no sheet.' : `There is no sheet "${wanted}"; there are ${names}.`,
  );
}

function* rowsOf(sheet: Worksheet): Generator<TableRow> {
  for (let row = 1; row <= sheet.rowCount; row++) {
    const found = sheet.findRow(row);
    if (!found) continue;
    const cells = Array.from({ length: found.cellCount }, (_, at) => cellText(found.getCell(at + 1)));
    if (cells.some((cell) => cell.trim() !== '')) yield { row, cells, problem: null };
  }
}

/** Of cells merged side by side the first one alone has the text, as a title over the list; merged below one another each row has it. */
function cellText(cell: Cell): string {
  return cell.master.col === cell.col ? textOf(cell.value) : '';
}

function textOf(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(value);
  if (typeof value !== 'object') return decode(String(value));
  if ('richText' in value) return decode(value.richText.map(({ text }) => text).join(''));
  if ('hyperlink' in value) return textOf(value.text as CellValue);
  if ('error' in value) return '';
  return 'result' in value ? textOf(value.result as CellValue) : '';
}

/** Spreadsheets write characters that XML cannot hold as `_x000D_`. */
function decode(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** The reader gives what the wall clock shows as if it were UTC. Fractions of a second are rounding errors. */
function dateText(date: Date): string {
  const ms = Math.round(date.getTime() / 1000) * 1000;
  if (Number.isNaN(ms)) return '';
  const text = new Date(ms).toISOString();
  if (text < '1900-01-01') return text.slice(11, 19);
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ');
}
