import type { Key, ReactNode } from 'react';
import styles from './plain-table.module.css';

export type Column<T> = {
  key: string;
  title: string;
  render: (row: T) => ReactNode;
  /** The cell that names its row. */
  isHead?: boolean;
};

type Props<T> = { label: string; columns: readonly Column<T>[]; rows: readonly T[]; rowKey: (row: T) => Key };

/** A table to read, not to sort: where it is narrow each row becomes a card with its column's names. */
export function PlainTable<T>({ label, columns, rows, rowKey }: Props<T>): ReactNode {
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {columns.map(({ key, title }) => (
              <th key={key} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ key, title, render, isHead }) =>
                isHead ? (
                  <th key={key} scope="row" className={styles.head}>
                    {render(row)}
                  </th>
                ) : (
                  <td key={key} data-label={title}>
                    {render(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
