import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import type { TableCell, TableColumn, TableHead, TableRow } from '../../../domain/output/document.ts';
import { nameIn, type OutputLanguage } from '../../../domain/output/language.ts';
import { wallClockMs } from '../../../domain/output/local-time.ts';
import { widthOf } from '../../../domain/output/plain-text.ts';
import { word } from '../../../domain/output/words.ts';

/**
 * A table as a spreadsheet, written while it is being read, so that its length costs no memory. Whatever anybody wrote is a text
 * cell in a column formatted as text: nothing is ever taken for a formula, and long numbers keep their digits.
 */
export type XlsxOptions = { timeZone: string; language: OutputLanguage; mostRows: number };

/** https://support.microsoft.com/office/excel-specifications-and-limits: characters a cell can hold. */
const longestCell = 32_767;
/** Points; rows of very long texts are cut, a click shows the rest. */
const lineHeight = 15;
const mostLines = 12;
export const headFill = 'FFDCE7E5';
const lineColour = 'FFB8C2C0';

export function writeTableXlsx(
  head: TableHead,
  pages: AsyncIterable<readonly TableRow[]>,
  options: XlsxOptions,
): Readable {
  const out = new PassThrough();
  fill(out, head, pages, options).catch((error: Error) => out.destroy(error));
  return out;
}

async function fill(
  out: PassThrough,
  head: TableHead,
  pages: AsyncIterable<readonly TableRow[]>,
  options: XlsxOptions,
): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  workbook.creator = head.organisation;
  const sheet = addSheet(workbook, head);
  let count = 0;
  for await (const rows of pages) {
    for (const row of rows) {
      if (count >= options.mostRows) break;
      addRow(sheet, row, head.columns, options.timeZone);
      count += 1;
    }
    if (out.destroyed) return;
    if (out.writableNeedDrain) await once(out, 'drain');
    if (count >= options.mostRows) {
      addNote(sheet, nameIn(word('cutShort'), options.language).replace('{count}', String(count)));
      break;
    }
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: count + 1, column: head.columns.length } };
  sheet.commit();
  await workbook.commit();
}

type Sheet = ExcelJS.Worksheet;
type Workbook = InstanceType<typeof ExcelJS.stream.xlsx.WorkbookWriter>;

function addSheet(workbook: Workbook, head: TableHead): Sheet {
  const title = [head.title, head.period].filter((text) => text !== '').join('  ');
  const sheet = workbook.addWorksheet(sheetName(head.title), {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    },
    headerFooter: {
      oddHeader: `&L${forPrint(head.organisation)}&C${forPrint(title)}&R${head.printedAt}`,
      oddFooter: '&C&P / &N',
    },
  });
  sheet.columns = head.columns.map((column) => ({
    key: column.id,
    width: widthIn(column),
    style: {
      numFmt: column.kind === 'instant' ? 'yyyy-mm-dd hh:mm' : '@',
      alignment: { horizontal: 'left', vertical: 'top', wrapText: true },
    },
  }));
  const row = sheet.addRow(head.columns.map((column) => column.name));
  row.height = 24;
  row.eachCell((cell) => {
    cell.font = { bold: true };
    cell.alignment = { vertical: 'middle' };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: headFill } };
    cell.border = { bottom: { style: 'thin', color: { argb: lineColour } } };
  });
  row.commit();
  return sheet;
}

/** The height is set, because not every program works out that of wrapped text when it opens a file. */
function addRow(sheet: Sheet, { cells }: TableRow, columns: readonly TableColumn[], timeZone: string): void {
  const row = sheet.addRow(cells.map((cell) => cellValue(cell, timeZone)));
  const lines = cells.map((cell, at) => linesOf(cell.text, columns[at]));
  row.height = Math.min(Math.max(...lines, 1), mostLines) * lineHeight + 3;
  row.commit();
}

function linesOf(text: string, column: TableColumn | undefined): number {
  const room = column ? widthIn(column) - 1 : 1;
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / room)), 0);
}

const widthIn = (column: TableColumn): number => Math.min(column.width, 60);

/** Spreadsheets know no time zones: the date is given the digits of the organisation's wall clock. */
function cellValue(cell: TableCell, timeZone: string): Date | string | null {
  if (cell.kind === 'instant') return new Date(wallClockMs(cell.at, timeZone));
  return cell.text === '' ? null : plainCell(cell.text);
}

/** Cut to what a cell holds; `_x0041_` would be read as an escaped character (ECMA-376, ST_Xstring). */
export function plainCell(text: string): string {
  const safe = text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
  return safe.length <= longestCell ? safe : `${safe.slice(0, longestCell - 1)}…`.toWellFormed();
}

function addNote(sheet: Sheet, text: string): void {
  const row = sheet.addRow([text]);
  row.font = { italic: true };
  row.commit();
}

/** https://support.microsoft.com/office/rename-a-worksheet: at most 31 characters, some not allowed. */
export function sheetName(title: string): string {
  return (
    title
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'|'$/g, '')
      .slice(0, 31)
      .trim() || 'Table'
  );
}

function forPrint(text: string): string {
  return text.replaceAll('&', '&&').slice(0, 80);
}
