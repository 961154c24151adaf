import type { ReactNode } from 'react';
import type { TableView } from '../../../../contract/output.ts';
import type { OutputLanguage } from '../../../../domain/output/language.ts';
import { printed } from './form-sheet.tsx';
import { Sheet } from './sheet.tsx';
import { type ColumnFit, GridTable } from './value-view.tsx';

/** Widths in characters, as in the spreadsheet (domain/output/table-columns.ts): names have less than numbers and times, sentences more. */
const nameWidth = 14;
const timeWidth = 20;

function fitOf({ width }: TableView['columns'][number]): ColumnFit {
  if (width <= nameWidth) return 'words';
  return width <= timeWidth ? 'line' : 'text';
}

type Props = { head: TableView; rows: TableView['rows']; language: OutputLanguage };

/** The table as it is printed, across: what is loaded of it. Not shown on the screen. */
export function PrintedTable({ head, rows, language }: Props): ReactNode {
  const grid = {
    kind: 'grid' as const,
    columns: head.columns.map((column) => column.name),
    rows: rows.map((row) => row.cells.map((cell) => cell.text)),
  };
  return (
    <div className="sheets printOnly" data-sheets>
      <Sheet
        isWide
        organisation={head.organisation}
        number={head.period}
        title={head.title}
        language={language}
        footer={printed(head.printedAt, language)}
      >
        <GridTable grid={grid} fit={head.columns.map(fitOf)} />
      </Sheet>
    </div>
  );
}
