import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { DocumentRow, DocumentSection, Grid } from '../../../../domain/output/document.ts';
import { widthOf } from '../../../../domain/output/plain-text.ts';
import { headFont, line, paragraphsOf, sizes } from './text.ts';

/** Width of the text on A4 between the margins, twentieths of a point. */
export const contentWidth = 9_638;
const labelWidth = 1_560;
const valueWidth = contentWidth / 2 - labelWidth;
const labelFill = 'F2F5F4';
const headingFill = 'DCE7E5';
const edge = { style: BorderStyle.SINGLE, size: 6, color: '4A5A58' };
const thin = { style: BorderStyle.SINGLE, size: 4, color: '8C9997' };
export const borders = {
  top: edge,
  bottom: edge,
  left: edge,
  right: edge,
  insideHorizontal: thin,
  insideVertical: thin,
};
const margins = { top: 70, bottom: 70, left: 110, right: 110 };
/** Longer texts, in columns, may run over several lines; the width of one column in small print and the air beside it. */
const longColumn = 17;
const signWidth = 94;
const cellPadding = 250;
/** Room to write in by hand. */
const emptyHeight = { narrow: 480, wide: 1_500 } as const;

/** Label and value side by side, two narrow ones to a line: the table that Chinese forms are made of. `isBlank` leaves room to write. */
export function formTable(sections: readonly DocumentSection[], isBlank = false): Table {
  const rows = sections.flatMap((section) => [
    ...(section.heading === null ? [] : [headingRow(section.heading)]),
    ...linesOf(section.rows).map((cells) => formRow(cells, isBlank)),
  ]);
  return new Table({
    width: { size: contentWidth, type: WidthType.DXA },
    columnWidths: [labelWidth, valueWidth, labelWidth, valueWidth],
    layout: TableLayoutType.FIXED,
    borders,
    rows,
  });
}

/** Narrow rows in pairs, everything else alone. */
export function linesOf(rows: readonly DocumentRow[]): DocumentRow[][] {
  const lines: DocumentRow[][] = [];
  for (const row of rows) {
    const last = lines.at(-1);
    if (!row.isWide && last?.length === 1 && last[0]?.isWide === false) last.push(row);
    else lines.push([row]);
  }
  return lines;
}

function headingRow(heading: string): TableRow {
  const cell = new TableCell({
    columnSpan: 4,
    margins,
    shading: { fill: headingFill },
    children: [line(heading, { keepNext: true }, { font: headFont, bold: true })],
  });
  return new TableRow({ cantSplit: true, children: [cell] });
}

function formRow(cells: readonly DocumentRow[], isBlank: boolean): TableRow {
  const isWide = cells.length === 1;
  const isTall = isBlank && cells.some((cell) => cell.isWide && cell.value === '');
  return new TableRow({
    cantSplit: !isWide,
    height: { value: isTall ? emptyHeight.wide : emptyHeight.narrow, rule: HeightRule.ATLEAST },
    children: cells.flatMap((cell) => [labelCell(cell.label), valueCell(cell, isWide)]),
  });
}

function labelCell(label: string): TableCell {
  return new TableCell({
    width: { size: labelWidth, type: WidthType.DXA },
    margins,
    verticalAlign: VerticalAlignTable.CENTER,
    shading: { fill: labelFill },
    children: [line(label, { alignment: AlignmentType.CENTER }, { font: headFont, size: sizes.small + 1 })],
  });
}

function valueCell({ value }: DocumentRow, isWide: boolean): TableCell {
  return new TableCell({
    width: { size: isWide ? contentWidth - labelWidth : valueWidth, type: WidthType.DXA },
    columnSpan: isWide ? 3 : 1,
    margins,
    verticalAlign: VerticalAlignTable.CENTER,
    children:
      typeof value === 'object' && 'kind' in value && value.kind === 'grid' ? [gridTable(value)] : paragraphsOf(value),
  });
}

/** A table of its own whose first row stands again on every page. */
export function gridTable({ columns, rows }: Grid): Table {
  const widths = columnWidths(columns, rows);
  const head = columns.map((column, at) => gridCell(column, widths[at] ?? 0, true));
  return new Table({
    width: { size: contentWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head }),
      ...rows.map((row) => new TableRow({ children: row.map((text, at) => gridCell(text, widths[at] ?? 0, false)) })),
    ],
  });
}

function gridCell(text: string, width: number, isHead: boolean): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins,
    verticalAlign: VerticalAlignTable.CENTER,
    ...(isHead ? { shading: { fill: labelFill } } : {}),
    children: paragraphsOf(text, { size: sizes.small, ...(isHead ? { font: headFont } : {}) }),
  });
}

/** Short columns get what they need on one line, the long ones share the rest by how much there is to say. */
function columnWidths(columns: readonly string[], rows: readonly (readonly string[])[]): number[] {
  const wishes = columns.map((column, at) => {
    const lines = rows.flatMap((row) => (row[at] ?? '').split('\n'));
    const longest = Math.max(...lines.map(widthOf), widthOf(column), 6);
    return { isLong: longest > longColumn, width: Math.min(longest, 3 * longColumn) * signWidth + cellPadding };
  });
  const sum = (isLong: boolean) => wishes.reduce((total, wish) => total + (wish.isLong === isLong ? wish.width : 0), 0);
  const left = contentWidth - sum(false);
  const fits = sum(true) > 0 && left > contentWidth / 3;
  return wishes.map(({ isLong, width }) => {
    if (!fits) return Math.round((width / (sum(true) + sum(false))) * contentWidth);
    return Math.round(isLong ? (width / sum(true)) * left : width);
  });
}
