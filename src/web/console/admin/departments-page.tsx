import { EditOutlined, ExclamationCircleOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Tooltip } from 'antd';
import { type ReactNode, useState } from 'react';
import type { DepartmentView } from '../../../contract/organisation.ts';
import { mainFirst, useMainDepartments } from '../../api/main-departments.ts';
import { useStaffNames } from '../../api/playbook-names.ts';
import { queries } from '../../api/queries.ts';
import { useNames, useTexts } from '../../i18n/use-texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Column, PlainTable } from '../../ui/plain-table.tsx';
import { AdminGate } from '../app/admin-gate.tsx';
import { Person } from '../app/people.tsx';
import styles from './admin.module.css';
import { DepartmentDrawer } from './department-drawer.tsx';
import { texts } from './texts.ts';

export function DepartmentsPage(): ReactNode {
  const t = useTexts(texts);
  const departments = useQuery(queries.departments());
  const [edited, setEdited] = useState<DepartmentView | 'new' | null>(null);
  const columns = useColumns(setEdited);
  const items = mainFirst(departments.data?.items ?? [], useMainDepartments());
  const add = (
    <AdminGate>
      {(isAllowed) => (
        <Button type="primary" icon={<PlusOutlined />} disabled={!isAllowed} onClick={() => setEdited('new')}>
          {t('departments.add')}
        </Button>
      )}
    </AdminGate>
  );
  return (
    <>
      <PageHeader title={t('departments.title')} subtitle={t('departments.subtitle')} actions={add} />
      <Panel isFlush>
        {departments.isPending ? (
          <Loading />
        ) : departments.isError ? (
          <ErrorState error={departments.error} onRetry={() => void departments.refetch()} />
        ) : items.length === 0 ? (
          <EmptyState title={t('departments.empty')} hint={t('departments.emptyHint')} action={add} />
        ) : (
          <PlainTable label={t('departments.title')} columns={columns} rows={items} rowKey={({ code }) => code} />
        )}
      </Panel>
      {edited ? (
        <DepartmentDrawer department={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      ) : null}
    </>
  );
}

function useColumns(onEdit: (department: DepartmentView) => void): Column<DepartmentView>[] {
  const t = useTexts(texts);
  const names = useNames();
  const staffName = useStaffNames();
  const staff = useQuery(queries.staff()).data?.items ?? [];
  const members = (code: string) => staff.filter((one) => one.isActive && one.departments.includes(code)).length;
  return [
    { key: 'name', title: t('departments.name'), isHead: true, render: ({ name }) => names(name) },
    {
      key: 'code',
      title: t('departments.code'),
      render: ({ code }) => <span className={styles.code}>{code}</span>,
    },
    {
      key: 'contact',
      title: t('departments.contact'),
      render: ({ contact }) =>
        contact === null ? (
          <Tooltip title={t('departments.noContactHint')}>
            <span className={styles.warn}>
              <ExclamationCircleOutlined aria-hidden /> {t('departments.noContact')}
            </span>
          </Tooltip>
        ) : (
          <Person name={staffName(contact)} />
        ),
    },
    { key: 'members', title: t('departments.members'), render: ({ code }) => members(code) },
    {
      key: 'edit',
      title: t('departments.edit'),
      isAction: true,
      render: (department) => (
        <AdminGate>
          {(isAllowed) => (
            <Button
              type="text"
              icon={<EditOutlined />}
              disabled={!isAllowed}
              aria-label={t('departments.editLabel', { name: names(department.name) })}
              onClick={() => onEdit(department)}
            />
          )}
        </AdminGate>
      ),
    },
  ];
}
