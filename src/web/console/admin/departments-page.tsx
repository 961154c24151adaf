import { EditOutlined, ExclamationCircleOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Tooltip } from 'antd';
import { type ReactNode, useState } from 'react';
import type { GroupChatView } from '../../../contract/group-chat.ts';
import type { DepartmentView } from '../../../contract/organisation.ts';
import { mainFirst, useMainDepartments } from '../../api/main-departments.ts';
import { useStaffNames } from '../../api/playbook-names.ts';
import { queries } from '../../api/queries.ts';
import { useHasRole } from '../../api/session.ts';
import { useNames, useTexts } from '../../i18n/use-texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Column, PlainTable } from '../../ui/plain-table.tsx';
import { AdminGate } from '../app/admin-gate.tsx';
import { Person } from '../app/people.tsx';
import { ChatCell } from '../group-chats/chat-cell.tsx';
import { GroupChatDrawer } from '../group-chats/group-chat-drawer.tsx';
import { groupChatQueries } from '../group-chats/queries.ts';
import { texts as chatTexts } from '../group-chats/texts.ts';
import styles from './admin.module.css';
import { DepartmentDrawer } from './department-drawer.tsx';
import { texts } from './texts.ts';

export function DepartmentsPage(): ReactNode {
  const t = useTexts(texts);
  const departments = useQuery(queries.departments());
  const [edited, setEdited] = useState<DepartmentView | 'new' | null>(null);
  const [chatOf, setChatOf] = useState<DepartmentView | null>(null);
  const chats = useQuery({ ...groupChatQueries.list(), enabled: useHasRole('admin') }).data;
  const columns = useColumns(setEdited, chats?.items ?? null, setChatOf);
  const names = useNames();
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
      {chatOf && chats ? (
        <GroupChatDrawer
          department={chatOf.code}
          name={names(chatOf.name)}
          chat={chats.items.find(({ department }) => department === chatOf.code)}
          hasLinks={chats.hasLinks}
          onClose={() => setChatOf(null)}
        />
      ) : null}
    </>
  );
}

/** @param chats null for those who may not see them */
function useColumns(
  onEdit: (department: DepartmentView) => void,
  chats: readonly GroupChatView[] | null,
  onChat: (department: DepartmentView) => void,
): Column<DepartmentView>[] {
  const t = useTexts(texts);
  const chat = useTexts(chatTexts);
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
    ...(chats === null
      ? []
      : [
          {
            key: 'chat',
            title: chat('column'),
            render: (department: DepartmentView) => (
              <ChatCell
                chat={chats.find((one) => one.department === department.code)}
                name={names(department.name)}
                onOpen={() => onChat(department)}
              />
            ),
          },
        ]),
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
