import type { ErrorComponentProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { Mark } from '../../ui/wordmark.tsx';
import styles from './boot-error.module.css';
import { PageError } from './page-error.tsx';
import { texts } from './texts.ts';

/** Not even the shell could be loaded: the server is away, most likely. */
export function BootError(props: ErrorComponentProps): ReactNode {
  const t = useTexts(texts);
  return (
    <main className={styles.away}>
      <h1 className={styles.product}>
        <Mark size={36} /> {t('product')}
      </h1>
      <PageError {...props} />
    </main>
  );
}
