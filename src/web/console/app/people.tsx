import type { ReactNode } from 'react';
import styles from './people.module.css';

/** A person as initials and name. */
export function Person({ name, isQuiet = false }: { name: string; isQuiet?: boolean }): ReactNode {
  return (
    <span className={styles.person}>
      <Initials name={name} />
      <span className={`${styles.name} ${isQuiet ? styles.quiet : ''}`} title={name}>
        {name}
      </span>
    </span>
  );
}

/** Chinese names by their last character, others by their first two initials. */
export function Initials({ name }: { name: string }): ReactNode {
  const text = /\p{Script=Han}/u.test(name)
    ? name.slice(-1)
    : name
        .split(/\s+/)
        .map((word) => word[0] ?? '')
        .join('')
        .slice(0, 2)
        .toUpperCase();
  return (
    <span className={styles.initials} aria-hidden>
      {text}
    </span>
  );
}
