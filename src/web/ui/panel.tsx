import { type ReactNode, useId } from 'react';
import styles from './panel.module.css';

type Props = {
  title?: ReactNode;
  /** Beside the title. */
  extra?: ReactNode;
  /** No padding: for lists and tables that reach the edge. */
  isFlush?: boolean;
  children: ReactNode;
};

/** A white sheet on the paper; with a title it is a region of its own. */
export function Panel({ title, extra, isFlush = false, children }: Props): ReactNode {
  const id = useId();
  const body = <div className={isFlush ? styles.flush : styles.body}>{children}</div>;
  if (title === undefined) return <div className={styles.panel}>{body}</div>;
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {extra}
      </div>
      {body}
    </section>
  );
}
