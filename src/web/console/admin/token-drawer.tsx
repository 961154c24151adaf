import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { type StaffRole, tokenBody } from '../../../contract/organisation.ts';
import { call } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { fieldErrors } from '../../ui/use-say-problem.ts';
import { zodRule } from '../../ui/zod-rule.ts';
import { DepartmentSelect } from './department-select.tsx';
import { EditDrawer } from './edit-drawer.tsx';
import { RoleChoice } from './role-choice.tsx';
import { texts } from './texts.ts';
import { TokenOnce } from './token-once.tsx';

type Values = { name: string; roles: StaffRole[]; departments: string[] };

export function TokenDrawer({ onClose }: { onClose: () => void }): ReactNode {
  const t = useTexts(texts);
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const create = useMutation({
    mutationFn: (body: Values) => call('createToken', { body }),
    onError: (error) => form.setFields(fieldErrors(error) as Parameters<typeof form.setFields>[0]),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.tokens }),
  });
  if (create.data) return <TokenOnce token={create.data.token} name={create.data.name} onClose={onClose} />;
  return (
    <EditDrawer
      title={t('tokens.add')}
      error={create.error}
      isSaving={create.isPending}
      onSave={form.submit}
      onClose={onClose}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ roles: ['agent'], departments: [] }}
        onFinish={(values) => create.mutate(values)}
      >
        <Form.Item
          name="name"
          label={t('tokens.name')}
          extra={t('tokens.nameHint')}
          rules={[zodRule(tokenBody.shape.name, t('tokens.needName'))]}
        >
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item
          name="roles"
          label={t('tokens.roles')}
          rules={[{ required: true, type: 'array', min: 1, message: t('staff.needRole') }]}
        >
          <RoleChoice />
        </Form.Item>
        <Form.Item name="departments" label={t('tokens.departments')} extra={t('tokens.departmentsHint')}>
          <DepartmentSelect />
        </Form.Item>
      </Form>
    </EditDrawer>
  );
}
