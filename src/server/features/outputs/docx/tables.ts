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
import { linesOf } from '../../../../domain/output/layout.ts';
import { widthOf } from '../../../../domain/output/plain-text.ts';
import { columnWidths } from './column-widths.ts';
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
const margins = { top: 45, bottom: 45, left: 110, right: 110 };
/** A cell with more than this may be parted between two pages. */
const longCell = 400;
/** Room to write in by hand. */
const emptyHeight = { narrow: 440, wide: 1_500 } as const;

/** `isBlank` leaves room to write; `keepNext` holds the last row on the page of what follows. */
export type TableOptions = { isBlank?: boolean; keepNext?: boolean };

/** Label and value side by side, two narrow ones to a line: the table that Chinese forms are made of. */
export function formTable(
  sections: readonly DocumentSection[],
  { isBlank = false, keepNext = false }: TableOptions,
): Table {
  const lastSection = sections.at(-1);
  const rows = sections.flatMap((section) => {
    const lines = linesOf(section.rows);
    const isLast = (line: readonly DocumentRow[]) => keepNext && section === lastSection && line === lines.at(-1);
    return [
      ...(section.heading === null ? [] : [headingRow(section.heading)]),
      ...lines.map((line) => formRow(line, isBlank, isLast(line))),
    ];
  });
  return new Table({
    width: { size: contentWidth, type: WidthType.DXA },
    columnWidths: [labelWidth, valueWidth, labelWidth, valueWidth],
    layout: TableLayoutType.FIXED,
    borders,
    rows,
  });
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

function formRow(cells: readonly DocumentRow[], isBlank: boolean, keepNext: boolean): TableRow {
  const isWide = cells.length === 1;
  const isTall = isBlank && cells.some((cell) => cell.isWide && cell.value === '');
  return new TableRow({
    cantSplit: !isWide,
    height: { value: isTall ? emptyHeight.wide : emptyHeight.narrow, rule: HeightRule.ATLEAST },
    children: cells.flatMap((cell) => [labelCell(cell.label, keepNext), valueCell(cell, isWide, keepNext)]),
  });
}

function labelCell(label: string, keepNext: boolean): TableCell {
  return new TableCell({
    width: { size: labelWidth, type: WidthType.DXA },
    margins,
    verticalAlign: VerticalAlignTable.CENTER,
    shading: { fill: labelFill },
    children: [line(label, { keepNext, alignment: AlignmentType.CENTER }, { font: headFont, size: sizes.small + 1 })],
  });
}

function valueCell({ value }: DocumentRow, isWide: boolean, keepNext: boolean): TableCell {
  return new TableCell({
    width: { size: isWide ? contentWidth - labelWidth : valueWidth, type: WidthType.DXA },
    columnSpan: isWide ? 3 : 1,
    margins,
    verticalAlign: VerticalAlignTable.CENTER,
    children:
      typeof value === 'object' && 'kind' in value && value.kind === 'grid'
        ? [gridTable(value)]
        : paragraphsOf(value, {}, keepNext),
  });
}

/** A table of its own whose first row stands again on every page. */
export function gridTable({ columns, rows }: Grid, { keepNext = false }: TableOptions = {}): Table {
  const widths = columnWidths(columns, rows, contentWidth);
  const cellsOf = (texts: readonly string[], look: GridLook) =>
    texts.map((text, at) => gridCell(text, widths[at] ?? 0, look));
  const last = rows.at(-1);
  return new Table({
    width: { size: contentWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: cellsOf(columns, { isHead: true, keepNext: true }),
      }),
      ...rows.map((row) => {
        const children = cellsOf(row, { isHead: false, keepNext: keepNext && row === last });
        return new TableRow({ cantSplit: row.every((text) => widthOf(text) < longCell), children });
      }),
    ],
  });
}

type GridLook = { isHead: boolean; keepNext: boolean };

function gridCell(text: string, width: number, { isHead, keepNext }: GridLook): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins,
    verticalAlign: VerticalAlignTable.CENTER,
    ...(isHead ? { shading: { fill: labelFill } } : {}),
    children: paragraphsOf(text, { size: sizes.small, ...(isHead ? { font: headFont } : {}) }, keepNext),
  });
}
