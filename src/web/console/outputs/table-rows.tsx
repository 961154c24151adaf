import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { TableView } from '../../../contract/output.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Panel } from '../../ui/panel.tsx';
import { paths } from '../app/paths.ts';
import { LongCell } from './long-cell.tsx';
import styles from './outputs.module.css';
import { texts } from './texts.ts';

type Props = {
  head: TableView;
  rows: TableView['rows'];
  isLoading: boolean;
  /** Null when everything is there. */
  onMore: (() => void) | null;
};

/** Columns wider than this hold sentences; a shorter text than this stays on one line, as numbers and times do. */
const longColumn = 30;
const oneLine = 18;

function lookOf(text: string, width: number): string | undefined {
  if (width > longColumn) return styles.long;
  return text.length > oneLine ? styles.words : styles.short;
}

/** The rows to read on the screen; the first cell leads to its ticket. */
export function TableRows({ head, rows, isLoading, onMore }: Props): ReactNode {
  const t = useTexts(texts);
  return (
    <div data-screen-only>
      <Panel isFlush>
        <section className={styles.tableScroll} aria-label={head.title}>
          <table className={styles.rows}>
            <thead>
              <tr>
                {head.columns.map((column) => (
                  <th key={column.id} scope="col">
                    {column.name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a ticket may have several rows; pages are only ever added at the end
                <tr key={`${row.ticketId} ${at}`}>
                  {row.cells.map((cell, column) => (
                    <td
                      key={head.columns[column]?.id}
                      data-label={head.columns[column]?.name}
                      className={lookOf(cell.text, head.columns[column]?.width ?? 0)}
                    >
                      {column === 0 ? (
                        <Link {...paths.ticket(row.ticketId)}>{cell.text}</Link>
                      ) : (
                        <LongCell text={cell.text} />
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        {onMore && (
          <div className={styles.more}>
            <Button onClick={onMore} loading={isLoading}>
              {t('table.more')}
            </Button>
          </div>
        )}
      </Panel>
    </div>
  );
}
