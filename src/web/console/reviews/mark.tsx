import { WarningFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import styles from './reviews.module.css';

/** What a review is to look at: by icon, word and colour. */
export function Mark({ tone, children }: { tone: 'bad' | 'watch'; children: ReactNode }): ReactNode {
  return (
    <span className={`${styles.mark} ${styles[tone]}`}>
      <WarningFilled aria-hidden /> {children}
    </span>
  );
}
