import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { queries } from '../../api/queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useDocumentTitle } from '../../ui/page-header.tsx';
import styles from './door.module.css';
import { Door } from './door.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { texts } from './texts.ts';

export function SignInPage(): ReactNode {
  const t = useTexts(texts);
  const { to } = useSearch({ from: '/sign-in' });
  const door = useQuery(queries.door()).data;
  useDocumentTitle(t('signIn.title'));
  return (
    <Door>
      <div className={styles.narrow}>
        <h1 className={styles.title}>{t('signIn.title')}</h1>
        <p className={styles.lead}>
          {door?.organisation ? t('signIn.welcome', { organisation: door.organisation }) : t('slogan')}
        </p>
        {to !== undefined && door?.isSetUp ? <p className={styles.back}>{t('signIn.back')}</p> : null}
        {door?.isSetUp === false ? (
          <Alert
            className={styles.alert}
            type="warning"
            showIcon
            title={t('signIn.notSetUp')}
            description={t('signIn.notSetUpHint')}
          />
        ) : (
          <>
            <SignInForm to={to ?? '/'} />
            <p className={styles.fine}>{t('signIn.forgot')}</p>
          </>
        )}
      </div>
    </Door>
  );
}
