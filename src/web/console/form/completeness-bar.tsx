import { CheckCircleFilled } from '@ant-design/icons';
import { Progress } from 'antd';
import type { ReactNode } from 'react';
import { useNames, useTexts } from '../../i18n/use-texts.ts';
import type { Completeness } from './completeness.ts';
import { jumpToField } from './field-ids.ts';
import styles from './form.module.css';
import { texts } from './texts.ts';

const mostNamed = 4;

/** How far the form is: the required fields that still miss an answer, each one click away. */
export function CompletenessBar({ completeness, prefix }: { completeness: Completeness; prefix: string }): ReactNode {
  const t = useTexts(texts);
  const name = useNames();
  const { requiredCount, filledCount, missing, isComplete } = completeness;
  if (requiredCount === 0) return null;
  return (
    <div className={styles.complete} data-done={isComplete}>
      <Progress
        type="circle"
        size={18}
        strokeWidth={16}
        percent={(filledCount / requiredCount) * 100}
        showInfo={false}
        aria-hidden
      />
      <span className="visually-hidden" role="status">
        {isComplete ? t('complete.all') : t('complete.some', { count: missing.length })}
      </span>
      {isComplete ? (
        <span className={styles.completeWords} aria-hidden>
          <CheckCircleFilled /> {t('complete.all')}
        </span>
      ) : (
        <span className={styles.completeWords}>
          <span aria-hidden>{t('complete.some', { count: missing.length })}</span>
          {missing.slice(0, mostNamed).map((field) => (
            <button
              key={field.id}
              type="button"
              className={styles.jump}
              title={t('complete.jump', { field: name(field.name) })}
              onClick={() => jumpToField(prefix, field.id)}
            >
              {name(field.name)}
            </button>
          ))}
          {missing.length > mostNamed ? '…' : null}
        </span>
      )}
    </div>
  );
}
