import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select, Switch } from 'antd';
import type { ReactNode } from 'react';
import { type StaffView, staffBody } from '../../../contract/organisation.ts';
import { queries } from '../../api/queries.ts';
import { useMe } from '../../api/session.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { zodRule } from '../../ui/zod-rule.ts';
import { DepartmentSelect } from './department-select.tsx';
import { ResetPassword } from './reset-password.tsx';
import { RoleChoice } from './role-choice.tsx';
import { texts } from './texts.ts';

const { name, login, email, chatId, password } = staffBody.shape;

export function StaffFields({ person }: { person: StaffView | null }): ReactNode {
  const t = useTexts(texts);
  const isSelf = useMe().id === person?.id;
  const staff = useQuery(queries.staff()).data?.items ?? [];
  const superiors = staff.filter((one) => one.isActive && one.id !== person?.id);
  return (
    <>
      <Form.Item name="name" label={t('staff.name')} rules={[zodRule(name, t('staff.needName'))]}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      {person ? null : (
        <Form.Item
          name="login"
          label={t('staff.login')}
          extra={t('staff.loginHint')}
          rules={[zodRule(login, t('staff.loginHint'))]}
        >
          <Input maxLength={39} autoComplete="off" />
        </Form.Item>
      )}
      <Form.Item
        name="email"
        label={t('staff.email')}
        extra={t('staff.emailHint')}
        rules={[zodRule(email, t('staff.emailWrong'))]}
      >
        <Input type="email" maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="chatId"
        label={t('staff.chatId')}
        extra={t('staff.chatIdHint')}
        rules={[zodRule(chatId, t('staff.chatIdWrong'))]}
      >
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
      {person ? (
        isSelf ? (
          <Form.Item label={t('staff.password')}>{t('staff.ownPassword')}</Form.Item>
        ) : (
          <ResetPassword person={person} />
        )
      ) : (
        <Form.Item
          name="password"
          label={t('staff.firstPassword')}
          extra={t('staff.passwordHint')}
          rules={[zodRule(password, t('staff.passwordHint'))]}
        >
          <Input.Password maxLength={200} autoComplete="new-password" />
        </Form.Item>
      )}
      <Form.Item
        name="roles"
        label={t('staff.roles')}
        rules={[{ required: true, type: 'array', min: 1, message: t('staff.needRole') }]}
      >
        <RoleChoice />
      </Form.Item>
      <Form.Item name="departments" label={t('staff.departments')}>
        <DepartmentSelect />
      </Form.Item>
      <Form.Item name="supervisor" label={t('staff.supervisor')}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('staff.noSupervisor')}
          options={superiors.map((one) => ({ value: one.id, label: one.name }))}
        />
      </Form.Item>
      {person ? (
        <Form.Item
          name="isActive"
          label={t('staff.state')}
          valuePropName="checked"
          extra={t(isSelf ? 'staff.self' : 'staff.activeHint')}
        >
          <Switch disabled={isSelf} checkedChildren={t('active')} unCheckedChildren={t('inactive')} />
        </Form.Item>
      ) : null}
    </>
  );
}
