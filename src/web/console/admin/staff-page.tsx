import { PlusOutlined, SearchOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import type { StaffView } from '../../../contract/organisation.ts';
import { queries } from '../../api/queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { AdminGate } from '../app/admin-gate.tsx';
import styles from './admin.module.css';
import { StaffDrawer } from './staff-drawer.tsx';
import { StaffTable } from './staff-table.tsx';
import { texts } from './texts.ts';

export function StaffPage(): ReactNode {
  const t = useTexts(texts);
  const staff = useQuery(queries.staff());
  const [edited, setEdited] = useState<StaffView | 'new' | null>(null);
  const [words, setWords] = useState('');
  const items = staff.data?.items ?? [];
  const shown = items.filter(({ name, login, email }) =>
    `${name} ${login} ${email ?? ''}`.toLowerCase().includes(words.trim().toLowerCase()),
  );
  const add = (
    <AdminGate>
      {(isAllowed) => (
        <Button type="primary" icon={<PlusOutlined />} disabled={!isAllowed} onClick={() => setEdited('new')}>
          {t('staff.add')}
        </Button>
      )}
    </AdminGate>
  );
  return (
    <>
      <PageHeader title={t('staff.title')} subtitle={t('staff.subtitle')} actions={add} />
      {items.length > 8 ? (
        <Input
          className={styles.find}
          prefix={<SearchOutlined aria-hidden />}
          placeholder={t('staff.search')}
          aria-label={t('staff.search')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          allowClear
        />
      ) : null}
      <Panel isFlush>
        {staff.isPending ? (
          <Loading />
        ) : staff.isError ? (
          <ErrorState error={staff.error} onRetry={() => void staff.refetch()} />
        ) : items.length === 0 ? (
          <EmptyState title={t('staff.empty')} hint={t('staff.emptyHint')} action={add} />
        ) : (
          <StaffTable rows={shown} onEdit={setEdited} />
        )}
      </Panel>
      {edited ? <StaffDrawer person={edited === 'new' ? null : edited} onClose={() => setEdited(null)} /> : null}
    </>
  );
}
