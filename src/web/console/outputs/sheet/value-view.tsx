import type { ReactNode } from 'react';
import type { FormView } from '../../../../contract/output.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import { texts } from '../texts.ts';

type Value = FormView['sections'][number]['rows'][number]['value'];
type Boxes = Extract<Value, { kind: 'boxes' }>;
type Grid = Extract<Value, { kind: 'grid' }>;

/** A value as on paper: text with its line breaks, a numbered list, boxes with a tick, a small table. */
export function ValueView({ value }: { value: Value }): ReactNode {
  if (typeof value === 'string') return <span className="valueText">{value}</span>;
  if (Array.isArray(value)) {
    return (
      <ol className="valueList">
        {value.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a document is drawn anew as a whole, its lines never move
          <li key={`${at} ${item}`}>{item}</li>
        ))}
      </ol>
    );
  }
  return value.kind === 'grid' ? <GridTable grid={value} /> : <BoxList boxes={value.boxes} />;
}

function BoxList({ boxes }: Pick<Boxes, 'boxes'>): ReactNode {
  const t = useTexts(texts);
  return (
    <span className="boxes">
      {boxes.map(({ name, isChosen }) => (
        <span key={name} className={isChosen ? 'box chosen' : 'box'}>
          <span aria-hidden>{isChosen ? '☑' : '☐'}</span> {name}
          {isChosen && <span className="visually-hidden">（{t('sheet.chosen')}）</span>}
        </span>
      ))}
    </span>
  );
}

/** `fit`: what a column holds, where that is known: numbers and times on one line, names in whole words, or text. */
export type ColumnFit = 'line' | 'words' | 'text';

export function GridTable({ grid, fit = [] }: { grid: Grid; fit?: readonly ColumnFit[] }): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways on a phone must be reachable by keyboard
    <section className="gridScroll" aria-label={grid.columns.join(', ')} tabIndex={0}>
      <table className="gridTable">
        <thead>
          <tr>
            {grid.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map((cells, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a document is drawn anew as a whole, its rows never move
            <tr key={`${at} ${cells[0]}`}>
              {cells.map((cell, column) => (
                <td key={grid.columns[column]} data-fit={fit[column]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
