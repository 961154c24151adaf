import type { Key, ReactNode } from 'react';
import styles from './plain-table.module.css';

export type Column<T> = {
  key: string;
  title: string;
  render: (row: T) => ReactNode;
  /** The cell that names its row. */
  isHead?: boolean;
  /** Holds a button: stands in the corner where the row is a card. */
  isAction?: boolean;
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
            {columns.map(({ key, title, isAction }) => (
              <th key={key} scope="col">
                {isAction ? <span className="visually-hidden">{title}</span> : title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ key, title, render, isHead, isAction }) =>
                isHead ? (
                  <th key={key} scope="row" className={styles.head}>
                    {render(row)}
                  </th>
                ) : (
                  <td key={key} data-label={title} className={isAction ? styles.action : undefined}>
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
