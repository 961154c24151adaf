import { EditOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import type { ReactNode } from 'react';
import type { StaffView } from '../../../contract/organisation.ts';
import { useDepartmentNames, useStaffNames } from '../../api/playbook-names.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { type Column, PlainTable } from '../../ui/plain-table.tsx';
import { AdminGate } from '../app/admin-gate.tsx';
import { Person } from '../app/people.tsx';
import { useRoleName } from '../app/use-role-name.ts';
import { ActiveMark } from './active-mark.tsx';
import styles from './admin.module.css';
import { texts } from './texts.ts';

type Props = { rows: readonly StaffView[]; onEdit: (person: StaffView) => void };

export function StaffTable({ rows, onEdit }: Props): ReactNode {
  const t = useTexts(texts);
  const roleName = useRoleName();
  const departmentName = useDepartmentNames();
  const staffName = useStaffNames();
  const columns: Column<StaffView>[] = [
    {
      key: 'name',
      title: t('staff.name'),
      isHead: true,
      render: ({ name, login, email }) => (
        <span className={styles.stack}>
          <Person name={name} />
          {login || email ? <span className={styles.code}>{[login, email].filter(Boolean).join(' · ')}</span> : null}
        </span>
      ),
    },
    {
      key: 'roles',
      title: t('staff.roles'),
      render: ({ roles }) => (
        <span className={styles.tags}>
          {roles.map((role) => (
            <Tag key={role}>{roleName(role)}</Tag>
          ))}
        </span>
      ),
    },
    {
      key: 'departments',
      title: t('staff.departments'),
      render: ({ departments }) => departments.map(departmentName).join(t('listSeparator')) || '—',
    },
    {
      key: 'supervisor',
      title: t('staff.supervisor'),
      render: ({ supervisor }) => (supervisor === null ? '—' : staffName(supervisor)),
    },
    { key: 'state', title: t('staff.state'), render: ({ isActive }) => <ActiveMark isActive={isActive} /> },
    {
      key: 'edit',
      title: t('staff.edit'),
      isAction: true,
      render: (person) => (
        <AdminGate>
          {(isAllowed) => (
            <Button
              type="text"
              icon={<EditOutlined />}
              disabled={!isAllowed}
              aria-label={t('staff.editLabel', { name: person.name })}
              onClick={() => onEdit(person)}
            />
          )}
        </AdminGate>
      ),
    },
  ];
  return <PlainTable label={t('staff.title')} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}
