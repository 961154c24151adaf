import type { ReactNode } from 'react';
import type { ReviewView } from '../../../contract/review.ts';
import { headlineOf } from '../../../domain/review/rates.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import styles from './reviews.module.css';
import { texts } from './texts.ts';

/** The numbers to begin with. */
export function Summary({ review }: { review: ReviewView }): ReactNode {
  const t = useTexts(texts);
  const { accuracy, onTime, satisfied } = headlineOf(review.figures);
  const percent = (value: number | null) => (value === null ? '—' : `${value} %`);
  const { marks } = review.appraisal;
  const facts: { key: string; label: string; value: string; isLow?: boolean }[] = [
    { key: 'tickets', label: t('tickets'), value: String(review.figures.tickets) },
    { key: 'accuracy', label: t('accuracy'), value: percent(accuracy), isLow: isLow(accuracy, marks.accuracy) },
    { key: 'onTime', label: t('allInTime'), value: percent(onTime) },
    { key: 'satisfied', label: t('satisfied'), value: percent(satisfied) },
    { key: 'surges', label: t('surges'), value: String(review.surges.filter(({ isSurge }) => isSurge).length) },
    { key: 'reopened', label: t('reopened'), value: String(review.figures.satisfaction.reopened) },
  ];
  return (
    <dl className={styles.summary}>
      {facts.map(({ key, label, value, isLow: low }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd className={low ? styles.low : undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const isLow = (value: number | null, mark: number) => value !== null && value < mark;
