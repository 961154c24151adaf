import { InboxOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import styles from './states.module.css';

type Props = {
  title: string;
  /** Why there is nothing, and what would change that. */
  hint?: string;
  /** The next step: a button or link. */
  action?: ReactNode;
  icon?: ReactNode;
};

export function EmptyState({ title, hint, action, icon }: Props): ReactNode {
  return (
    <div className={styles.state}>
      <div className={styles.icon} aria-hidden>
        {icon ?? <InboxOutlined />}
      </div>
      <p className={styles.title}>{title}</p>
      {hint ? <p className={styles.hint}>{hint}</p> : null}
      {action ? <div className={styles.action}>{action}</div> : null}
    </div>
  );
}
