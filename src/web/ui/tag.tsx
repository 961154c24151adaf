import type { ReactNode } from 'react';
import styles from './tag.module.css';

export type TagTone = 'plain' | 'red' | 'amber' | 'green' | 'teal';
type Props = {
  tone?: TagTone;
  /** Within small print. */
  isSmall?: boolean;
  title?: string | undefined;
  children: ReactNode;
};

/** A word in a frame: how something stands. Its colour comes with an icon or a word that says the same. */
export function Tag({ tone = 'plain', isSmall = false, title, children }: Props): ReactNode {
  return (
    <span className={`${styles.tag} ${isSmall ? styles.small : ''}`} data-tone={tone} title={title}>
      {children}
    </span>
  );
}
