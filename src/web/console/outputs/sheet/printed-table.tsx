import type { ReactNode } from 'react';
import type { TableView } from '../../../../contract/output.ts';
import type { OutputLanguage } from '../../../../domain/output/language.ts';
import { printed } from './form-sheet.tsx';
import { Sheet } from './sheet.tsx';
import { ValueView } from './value-view.tsx';

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
        <ValueView value={grid} />
      </Sheet>
    </div>
  );
}
