import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm, Tag } from 'antd';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { tokenView } from '../../../contract/organisation.ts';
import { call } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { type Column, PlainTable } from '../../ui/plain-table.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { useSayProblem } from '../../ui/use-say-problem.ts';
import { AdminGate } from '../app/admin-gate.tsx';
import { useRoleName } from '../app/use-role-name.ts';
import styles from './admin.module.css';
import { texts } from './texts.ts';

type Token = z.infer<typeof tokenView>;

export function TokenTable({ rows }: { rows: readonly Token[] }): ReactNode {
  const t = useTexts(texts);
  const roleName = useRoleName();
  const columns: Column<Token>[] = [
    { key: 'name', title: t('tokens.name'), isHead: true, render: ({ name }) => name },
    {
      key: 'roles',
      title: t('tokens.roles'),
      render: ({ roles }) => (
        <span className={styles.tags}>
          {roles.map((role) => (
            <Tag key={role}>{roleName(role)}</Tag>
          ))}
        </span>
      ),
    },
    { key: 'created', title: t('tokens.created'), render: ({ createdAt }) => <TimeText at={createdAt} /> },
    {
      key: 'used',
      title: t('tokens.lastUsed'),
      render: ({ lastUsedAt }) => (lastUsedAt ? <TimeText at={lastUsedAt} /> : t('tokens.neverUsed')),
    },
    { key: 'revoke', title: t('tokens.revoke'), isAction: true, render: (token) => <Revoke token={token} /> },
  ];
  return <PlainTable label={t('tokens.title')} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

function Revoke({ token: { id, name, isRevoked } }: { token: Token }): ReactNode {
  const t = useTexts(texts);
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => call('revokeToken', { params: { id } }),
    onError: useSayProblem(),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.tokens }),
  });
  if (isRevoked) return <span className={styles.inactive}>{t('tokens.revoked')}</span>;
  return (
    <Popconfirm
      title={t('tokens.revokeAsk', { name })}
      description={t('tokens.revokeHint')}
      okText={t('tokens.revoke')}
      okButtonProps={{ danger: true }}
      onConfirm={() => revoke.mutateAsync().catch(() => {})}
    >
      <span>
        <AdminGate>
          {(isAllowed) => (
            <Button danger size="small" disabled={!isAllowed} aria-label={t('tokens.revokeLabel', { name })}>
              {t('tokens.revoke')}
            </Button>
          )}
        </AdminGate>
      </span>
    </Popconfirm>
  );
}
