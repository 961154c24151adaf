import type { ReactNode } from 'react';
import { useTexts } from '../i18n/use-texts.ts';
import styles from './boot.module.css';
import { texts } from './texts.ts';
import { Mark } from './wordmark.tsx';

/** Shown while the very first page comes. */
export function Boot(): ReactNode {
  const t = useTexts(texts);
  return (
    <main className={styles.boot} aria-busy>
      <h1 className="visually-hidden">{t('loading')}</h1>
      <Mark size={48} />
    </main>
  );
}
