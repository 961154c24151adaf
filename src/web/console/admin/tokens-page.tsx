import { ApiOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { queries } from '../../api/queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { AdminGate } from '../app/admin-gate.tsx';
import { texts } from './texts.ts';
import { TokenDrawer } from './token-drawer.tsx';
import { TokenTable } from './token-table.tsx';

export function TokensPage(): ReactNode {
  const t = useTexts(texts);
  const tokens = useQuery(queries.tokens());
  const [isAdding, setIsAdding] = useState(false);
  const add = (
    <AdminGate>
      {(isAllowed) => (
        <Button type="primary" icon={<PlusOutlined />} disabled={!isAllowed} onClick={() => setIsAdding(true)}>
          {t('tokens.add')}
        </Button>
      )}
    </AdminGate>
  );
  const docs = (
    <Button icon={<ApiOutlined />} href="/api/v1/docs" target="_blank">
      {t('tokens.docs')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('tokens.title')}
        subtitle={t('tokens.subtitle')}
        actions={
          <>
            {docs}
            {add}
          </>
        }
      />
      <Panel isFlush>
        {tokens.isPending ? (
          <Loading rows={4} />
        ) : tokens.isError ? (
          <ErrorState error={tokens.error} onRetry={() => void tokens.refetch()} />
        ) : tokens.data.items.length === 0 ? (
          <EmptyState icon={<ApiOutlined />} title={t('tokens.empty')} hint={t('tokens.emptyHint')} action={add} />
        ) : (
          <TokenTable rows={tokens.data.items} />
        )}
      </Panel>
      {isAdding ? <TokenDrawer onClose={() => setIsAdding(false)} /> : null}
    </>
  );
}
