import { LogoutOutlined, QuestionCircleOutlined, UserOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { call } from '../../api/client.ts';
import { useMe } from '../../api/session.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useSayProblem } from '../../ui/use-say-problem.ts';
import { paths } from '../app/paths.ts';
import { Initials } from '../app/people.tsx';
import { useRoleName } from '../app/use-role-name.ts';
import { browserStorage, clearDrafts } from '../form/drafts.ts';
import styles from './header.module.css';
import { texts } from './texts.ts';

export function UserMenu({ onHelp }: { onHelp: () => void }): ReactNode {
  const t = useTexts(texts);
  const roleName = useRoleName();
  const me = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const signOut = useMutation({
    mutationFn: async () => {
      await call('signOut');
      // What was begun and not sent is nobody else's business on a shared machine.
      clearDrafts(browserStorage());
    },
    onError: useSayProblem(),
    onSuccess: async () => {
      await navigate(paths.signIn());
      client.clear();
    },
  });
  const who = (
    <span className={styles.who}>
      <strong>{me.name}</strong>
      <span className={styles.roles}>{me.roles.map(roleName).join(' · ')}</span>
    </span>
  );
  const items = [
    { key: 'who', type: 'group' as const, label: who },
    { key: 'account', icon: <UserOutlined />, label: t('user.account'), onClick: () => void navigate(paths.account()) },
    { key: 'keys', icon: <QuestionCircleOutlined />, label: t('keys.open'), onClick: onHelp },
    { type: 'divider' as const },
    { key: 'out', icon: <LogoutOutlined />, label: t('user.signOut'), onClick: () => signOut.mutate() },
  ];
  return (
    <Dropdown trigger={['click']} menu={{ items }} placement="bottomRight">
      <Button type="text" shape="circle" aria-label={t('user.label', { name: me.name })} aria-haspopup="menu">
        <Initials name={me.name} />
      </Button>
    </Dropdown>
  );
}
