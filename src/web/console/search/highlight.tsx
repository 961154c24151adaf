import type { ReactNode } from 'react';
import { highlightParts } from './highlight-parts.ts';
import styles from './search.module.css';

export function Highlight({ text, q }: { text: string; q: string }): ReactNode {
  return highlightParts(text, q).map((part) =>
    part.isFound ? (
      <mark key={part.at} className={styles.mark}>
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
}
