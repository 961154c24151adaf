import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { call } from '../../api/client.ts';
import { keys, queries } from '../../api/queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useDocumentTitle } from '../../ui/page-header.tsx';
import { useSayProblem } from '../../ui/use-say-problem.ts';
import { PasswordForm } from '../account/password-form.tsx';
import { texts } from '../account/texts.ts';
import { paths } from '../app/paths.ts';
import styles from './door.module.css';
import { Door } from './door.tsx';

/** Between the door and the work for whoever came with a one-time password. */
export function NewPasswordPage(): ReactNode {
  const t = useTexts(texts);
  const client = useQueryClient();
  const navigate = useNavigate();
  const me = useQuery(queries.me()).data;
  const leave = useMutation({
    mutationFn: () => call('signOut'),
    onError: useSayProblem(),
    onSuccess: async () => {
      await navigate(paths.signIn());
      client.clear();
    },
  });
  useDocumentTitle(t('must.title'));
  return (
    <Door>
      <div className={styles.narrow}>
        <h1 className={styles.title}>{t('must.title')}</h1>
        <p className={styles.lead}>{t('must.lead')}</p>
        <PasswordForm
          login={me?.login ?? ''}
          isOnce
          onChanged={(changed) => {
            client.clear();
            client.setQueryData(keys.me, changed);
            void navigate(paths.work());
          }}
        />
        <p className={styles.fine}>
          <Button type="link" loading={leave.isPending} onClick={() => leave.mutate()}>
            {t('must.leave')}
          </Button>
        </p>
      </div>
    </Door>
  );
}
