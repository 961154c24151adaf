import type { ReactNode } from 'react';
import { Panel } from '../../ui/panel.tsx';
import styles from './reviews.module.css';

/** A part of the review; says that there is nothing where there is nothing. */
export function Section({
  title,
  empty,
  children,
}: {
  title: string;
  /** Null when there is something. */
  empty: string | null;
  children: ReactNode;
}): ReactNode {
  return (
    <Panel title={title} isFlush>
      {empty === null ? children : <p className={styles.nothing}>{empty}</p>}
    </Panel>
  );
}
