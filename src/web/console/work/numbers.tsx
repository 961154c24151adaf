import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../app/paths.ts';
import { texts } from './texts.ts';
import styles from './work.module.css';

export type Numbers = { open: number; overdue: number; soon: number; waiting: number; unassigned: number };
const shown = ['open', 'overdue', 'soon', 'waiting', 'unassigned'] as const;

/** Quiet numbers: plain when fine, tinted only when they ask for something. */
export function NumbersStrip({ numbers }: { numbers: Numbers }): ReactNode {
  const t = useTexts(texts);
  const links = {
    open: paths.queues({ view: 'mine' }),
    overdue: paths.queues({ view: 'breached', owner: 'me' }),
    soon: paths.queues({ view: 'mine' }),
    waiting: paths.queues({ view: 'waiting', owner: 'me' }),
    unassigned: paths.queues({ view: 'unassigned' }),
  };
  return (
    <ul className={styles.numbers} aria-label={t('kpi.label')}>
      {shown.map((key) => {
        const alarm = numbers[key] > 0 && (key === 'overdue' ? styles.hot : key === 'soon' ? styles.warm : '');
        return (
          <li key={key}>
            <Link {...links[key]} className={`${styles.number} ${alarm || ''}`}>
              <span className={styles.value}>{numbers[key]}</span>
              <span className={styles.name}>{t(`kpi.${key}`)}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
