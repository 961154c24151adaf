import { BorderStyle, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx';
import type { Signature } from '../../../../domain/output/document.ts';
import { nameIn, type OutputLanguage } from '../../../../domain/output/language.ts';
import { word } from '../../../../domain/output/words.ts';
import { contentWidth } from './tables.ts';
import { headFont, line, sizes } from './text.ts';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const underline = { style: BorderStyle.SINGLE, size: 4, color: '4A5A58' };
const share = { label: 0.31, name: 0.28, dateLabel: 0.13, date: 0.28 };

/** A line for each who answers for the form: what is known is printed on it, the rest is left to the pen. */
export function signatureTable(signatures: readonly Signature[], language: OutputLanguage): Table {
  const widths = Object.values(share).map((part) => Math.round(part * contentWidth));
  const dateLabel = nameIn(word('date'), language);
  return new Table({
    width: { size: contentWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    rows: signatures.map(
      ({ label, name, at }, row) =>
        new TableRow({
          cantSplit: true,
          children: [label, name ?? '', dateLabel, at ?? ''].map((text, place) =>
            cell(text, widths[place] ?? 0, place % 2 === 0, row + 1 < signatures.length),
          ),
        }),
    ),
  });
}

/** `keepNext`: on one page with the row below, so that no signature stands on a page of its own. */
function cell(text: string, width: number, isLabel: boolean, keepNext: boolean): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 160, bottom: 30, left: 90, right: 90 },
    verticalAlign: VerticalAlignTable.BOTTOM,
    borders: { top: none, left: none, right: none, bottom: isLabel ? none : underline },
    children: [line(text, { keepNext }, isLabel ? { font: headFont, size: sizes.small + 1 } : {})],
  });
}
