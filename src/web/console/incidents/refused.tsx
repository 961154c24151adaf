import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useFindError } from '../../api/use-find-error.ts';
import { useLanguage, useTexts } from '../../i18n/use-texts.ts';
import { dialogTexts } from './dialog-texts.ts';
import styles from './incidents.module.css';

/** Which tickets could not be linked, and why. */
export function Refused({ refused }: { refused: readonly { ticket: string; code: string }[] }): ReactNode {
  const t = useTexts(dialogTexts);
  const language = useLanguage();
  const findError = useFindError();
  return (
    <Alert
      type="warning"
      showIcon
      className={styles.refused ?? ''}
      title={t('link.refused', { count: refused.length })}
      description={
        <ul className={styles.asideList}>
          {refused.map(({ ticket, code }) => (
            <li key={ticket}>
              {ticket} {findError(code)?.[language] ?? code}
            </li>
          ))}
        </ul>
      }
    />
  );
}
