import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import type { ReactNode } from 'react';
import { keys, queries } from '../../api/queries.ts';
import { useMe } from '../../api/session.ts';
import { useNames, useTexts } from '../../i18n/use-texts.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useRoleName } from '../app/use-role-name.ts';
import styles from './account.module.css';
import { PasswordForm } from './password-form.tsx';
import { Preferences } from './preferences.tsx';
import { ReachForm } from './reach-form.tsx';
import { SessionsPanel } from './sessions-panel.tsx';
import { texts } from './texts.ts';

/** What a person settles for themselves. */
export function AccountPage(): ReactNode {
  const t = useTexts(texts);
  const me = useMe();
  const client = useQueryClient();
  const { message } = App.useApp();
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <div className={styles.page}>
        <div className={styles.column}>
          <Profile />
          <Preferences />
        </div>
        <div className={styles.column}>
          <Panel title={t('password')}>
            <p className={styles.hint}>{t('password.hint')}</p>
            <PasswordForm
              login={me.login}
              onChanged={(changed) => {
                client.setQueryData(keys.me, changed);
                void client.invalidateQueries({ queryKey: keys.sessions });
                void message.success(t('saved'));
              }}
            />
          </Panel>
          <SessionsPanel />
        </div>
      </div>
    </>
  );
}

function Profile(): ReactNode {
  const t = useTexts(texts);
  const roleName = useRoleName();
  const name = useNames();
  const me = useMe();
  const departments = useQuery(queries.departments()).data?.items ?? [];
  const own = me.departments.map((code) => name(departments.find((one) => one.code === code)?.name) || code);
  return (
    <Panel title={t('profile')}>
      <p className={styles.hint}>{t('profile.hint')}</p>
      <dl className={styles.facts}>
        <dt>{t('name')}</dt>
        <dd>{me.name}</dd>
        <dt>{t('login')}</dt>
        <dd>{me.login}</dd>
        <dt>{t('roles')}</dt>
        <dd>{me.roles.map(roleName).join(' · ')}</dd>
        <dt>{t('departments')}</dt>
        <dd>{own.join(' · ') || t('none')}</dd>
      </dl>
      <ReachForm />
    </Panel>
  );
}
