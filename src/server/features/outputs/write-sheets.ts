import ExcelJS from 'exceljs';
import type { DocumentValue, FormDocument, Grid } from '../../../domain/output/document.ts';
import { blocksOf } from '../../../domain/output/layout.ts';
import { widthOf } from '../../../domain/output/plain-text.ts';
import { headFill, plainCell, sheetName } from './write-xlsx.ts';

/**
 * A document of tables as a workbook, a sheet for each table. Of reports, counts and percentages become numbers, so that they can be added
 * up; everything else, and all that people wrote, stays text, and is never taken for a formula.
 */
export type SheetsOptions = {
  /** What stands above labels and their values. */
  heads: readonly [string, string];
  hasNumbers: boolean;
};

export async function writeSheetsXlsx(document: FormDocument, { heads, hasNumbers }: SheetsOptions): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = document.organisation;
  for (const block of blocksOf(document.sections)) {
    if (block.kind === 'grid') addGrid(workbook, block.heading ?? document.title, block.grid, hasNumbers);
    else {
      const rows = block.sections.flatMap(({ rows: own }) => own.map(({ label, value }) => [label, textOf(value)]));
      const grid: Grid = { kind: 'grid', columns: [...heads], rows };
      addGrid(workbook, block.sections[0]?.heading ?? document.title, grid, hasNumbers);
    }
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function textOf(value: DocumentValue): string {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.map((line, at) => `${at + 1}. ${line}`).join('\n') : '';
}

function addGrid(workbook: ExcelJS.Workbook, heading: string, { columns, rows }: Grid, hasNumbers: boolean): void {
  const sheet = workbook.addWorksheet(freeName(workbook, heading), { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map((_, at) => ({ width: columnWidth([columns, ...rows].map((row) => row[at] ?? '')) }));
  const head = sheet.addRow(columns);
  head.font = { bold: true };
  head.eachCell((cell) => {
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: headFill } };
  });
  for (const row of rows) {
    const added = sheet.addRow(row.map(hasNumbers ? cellOf : plainCell));
    added.alignment = { vertical: 'top', wrapText: true };
    if (!hasNumbers) added.numFmt = '@';
    row.forEach((text, at) => {
      if (hasNumbers && isPercent(text)) added.getCell(at + 1).numFmt = '0.0%';
    });
  }
}

/** Excel knows no two sheets of one name, whatever the case of its letters. */
function freeName(workbook: ExcelJS.Workbook, heading: string): string {
  const taken = new Set(workbook.worksheets.map(({ name }) => name.toLowerCase()));
  const name = sheetName(heading);
  let free = name;
  for (let nth = 2; taken.has(free.toLowerCase()); nth++) free = `${name.slice(0, 27)} ${nth}`;
  return free;
}

const isPercent = (text: string) => /^-?\d{1,6}(\.\d+)? %$/.test(text);

function cellOf(text: string): string | number {
  if (isPercent(text)) return Number(text.slice(0, -2)) / 100;
  return /^\d{1,7}$/.test(text) ? Number(text) : plainCell(text);
}

const columnWidth = (texts: readonly string[]) => Math.min(Math.max(...texts.map(widthOf), 8) + 2, 60);
