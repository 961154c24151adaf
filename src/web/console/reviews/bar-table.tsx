import type { ReactNode } from 'react';
import styles from './bar-table.module.css';

export type BarTone = 'good' | 'bad' | 'plain' | 'quiet';
export type BarPart = { tone: BarTone; share: number };
export type BarRow = {
  key: string;
  label: ReactNode;
  /** Beside the label: what to look at. */
  mark?: ReactNode;
  /** Under the label, such as the playbook where several are counted together. */
  about?: string | undefined;
  /** Each share of the whole width, 0 to 1, from the left. */
  bar: readonly BarPart[];
  /** One for each column. */
  figures: readonly ReactNode[];
};

type Props = { label: string; head: string; columns: readonly string[]; rows: readonly BarRow[] };

/** Figures with a bar under each name. The bars only repeat the numbers beside them, so they are hidden from who cannot see them. */
export function BarTable({ label, head, columns, rows }: Props): ReactNode {
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption className={styles.caption}>{label}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <span className={styles.name}>
                  <span>{row.label}</span>
                  {row.about ? <span className={styles.about}>{row.about}</span> : null}
                  {row.mark}
                </span>
                <Bar parts={row.bar} />
              </th>
              {row.figures.map((figure, at) => (
                <td key={columns[at]}>{figure}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Bar({ parts }: { parts: readonly BarPart[] }): ReactNode {
  return (
    <span className={styles.bar} aria-hidden>
      {parts
        .filter(({ share }) => share > 0)
        .map(({ tone, share }) => (
          <span key={tone} className={styles[tone]} style={{ width: `${share * 100}%` }} />
        ))}
    </span>
  );
}

/** The part kept and the part missed, as wide as their share of the largest count. */
export function ratePair(met: number, late: number, most: number): BarPart[] {
  if (most === 0) return [];
  return [
    { tone: 'good', share: met / most },
    { tone: 'bad', share: late / most },
  ];
}
