import { CheckCircleOutlined, StopOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import styles from './admin.module.css';
import { texts } from './texts.ts';

export function ActiveMark({ isActive }: { isActive: boolean }): ReactNode {
  const t = useTexts(texts);
  return (
    <span className={isActive ? styles.active : styles.inactive}>
      {isActive ? <CheckCircleOutlined aria-hidden /> : <StopOutlined aria-hidden />}{' '}
      {t(isActive ? 'active' : 'inactive')}
    </span>
  );
}
