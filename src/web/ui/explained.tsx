import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import styles from './explained.module.css';

/** Says why its button cannot be pressed. A disabled button takes neither pointer nor keyboard: what stands around it does. */
export function Explained({ reason, children }: { reason: string | null; children: ReactNode }): ReactNode {
  if (reason === null) return children;
  return (
    <Tooltip title={reason}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the reason must be reachable by keyboard, and a disabled button is not */}
      <span className={styles.explained} tabIndex={0} role="note" aria-label={reason}>
        {children}
      </span>
    </Tooltip>
  );
}
