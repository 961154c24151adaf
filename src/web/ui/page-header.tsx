import { type ReactNode, useEffect } from 'react';
import styles from './page-header.module.css';

type Props = {
  title: string;
  /** What the browser tab says, when that is not the title. */
  tabTitle?: string;
  subtitle?: ReactNode;
  /** Buttons at the right. */
  actions?: ReactNode;
  /** Tags beside the title. */
  tags?: ReactNode;
};

/** The one h1 of a page; also names the browser tab. */
export function PageHeader({ title, tabTitle = title, subtitle, actions, tags }: Props): ReactNode {
  useDocumentTitle(tabTitle);
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        <div className={styles.line}>
          <h1 className={styles.title}>{title}</h1>
          {tags}
        </div>
        {subtitle ? <p className={styles.subtitle}>{subtitle}</p> : null}
      </div>
      {actions ? (
        <div className={styles.actions} data-screen-only>
          {actions}
        </div>
      ) : null}
    </header>
  );
}

/** For pages without a header of this kind. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · 回音 Huiyin`;
  }, [title]);
}
