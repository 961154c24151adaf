import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/use-texts.ts';
import styles from './states.module.css';
import { texts } from './texts.ts';

/** The outline of what is coming, with a word for those who cannot see it. */
export function Loading({ rows = 6 }: { rows?: number }): ReactNode {
  const t = useTexts(texts);
  return (
    <div className={styles.loading} role="status" aria-busy>
      <span className="visually-hidden">{t('loading')}</span>
      <Skeleton active title={false} paragraph={{ rows }} />
    </div>
  );
}
