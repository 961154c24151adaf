import { CloudServerOutlined, CompassOutlined, ReloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { ApiProblem } from '../api/api-problem.ts';
import { useTexts } from '../i18n/use-texts.ts';
import styles from './states.module.css';
import { texts } from './texts.ts';

type Props = {
  error: unknown;
  onRetry?: () => void;
  /** A link for when asking again would not help. */
  wayOn?: ReactNode;
};

/** What went wrong in words, what to do, and the button that does it. */
export function ErrorState({ error, onRetry, wayOn }: Props): ReactNode {
  const t = useTexts(texts);
  const { title, remedy, requestId } = useProblemWords(error);
  const isFinal = isRefusal(error);
  return (
    <div className={styles.state} role="alert">
      <div className={`${styles.icon} ${styles.bad}`} aria-hidden>
        {isFinal ? <CompassOutlined /> : <CloudServerOutlined />}
      </div>
      <p className={styles.title}>{title}</p>
      <p className={styles.hint}>{remedy}</p>
      {requestId && !isFinal ? <p className={styles.fine}>{t('error.requestId', { id: requestId })}</p> : null}
      {onRetry && !isFinal ? (
        <div className={styles.action}>
          <Button icon={<ReloadOutlined />} onClick={onRetry}>
            {t('error.retry')}
          </Button>
        </div>
      ) : null}
      {wayOn && isFinal ? <div className={styles.action}>{wayOn}</div> : null}
    </div>
  );
}

/** A no that asking again will not change: not there, or not for this reader. */
function isRefusal(error: unknown): boolean {
  return error instanceof ApiProblem && [400, 403, 404, 410, 422].includes(error.status);
}

/** Title and remedy of anything thrown, in the current language. */
export function useProblemWords(error: unknown): { title: string; remedy: string; requestId: string } {
  const t = useTexts(texts);
  if (error instanceof ApiProblem) {
    if (error.code === 'network') {
      return { title: t('error.network.title'), remedy: t('error.network.remedy'), requestId: '' };
    }
    return {
      title: error.title || t('error.title'),
      remedy: error.remedy || t('error.remedy'),
      requestId: error.requestId,
    };
  }
  const detail = error instanceof Error ? t('error.detail', { detail: error.message }) : t('error.remedy');
  return { title: t('error.title'), remedy: detail, requestId: '' };
}
