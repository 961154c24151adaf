import { type UseLinkPropsOptions, useLinkProps } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './tabs.module.css';

/** The views of a page, as links in one row. */
export function TabRow({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    <nav className={styles.row} aria-label={label}>
      {children}
    </nav>
  );
}

type Props = { to: UseLinkPropsOptions; isCurrent: boolean; title?: string | undefined; children: ReactNode };

/** One view. The router takes every link for current whose search is part of the address; only the page knows which one is. */
export function Tab({ to, isCurrent, title, children }: Props): ReactNode {
  const link = useLinkProps(to);
  const place = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (isCurrent && place.current) showIn(place.current.parentElement, place.current);
  }, [isCurrent]);
  return (
    <a {...link} ref={place} className={styles.tab} aria-current={isCurrent ? 'page' : undefined} title={title}>
      {children}
    </a>
  );
}

/** Not by `scrollIntoView`: browsers let the keyboard begin at what was scrolled to, which would pass over all that stands before. */
function showIn(row: HTMLElement | null, tab: HTMLElement): void {
  if (!row) return;
  const isShown =
    tab.offsetLeft >= row.scrollLeft && tab.offsetLeft + tab.offsetWidth <= row.scrollLeft + row.clientWidth;
  if (!isShown) row.scrollLeft = tab.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
}

type NumberProps = {
  /** `late` always stands out, the others while another view is open. */
  tone?: 'good' | 'bad' | 'late' | undefined;
  title?: string;
  children: ReactNode;
};

/** How many wait in a view. */
export function TabNumber({ tone, title, children }: NumberProps): ReactNode {
  return (
    <span className={styles.number} data-tone={tone} title={title}>
      {children}
    </span>
  );
}
