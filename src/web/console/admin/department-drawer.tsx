import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { type DepartmentView, departmentBody } from '../../../contract/organisation.ts';
import { call } from '../../api/client.ts';
import { keys, queries } from '../../api/queries.ts';
import { useNames, useTexts } from '../../i18n/use-texts.ts';
import { fieldErrors } from '../../ui/use-say-problem.ts';
import { zodRule } from '../../ui/zod-rule.ts';
import { EditDrawer } from './edit-drawer.tsx';
import { texts } from './texts.ts';

type Values = { code: string; name: { zh: string; en: string }; contact?: number | null };
const { code, name } = departmentBody.shape;

export function DepartmentDrawer({
  department,
  onClose,
}: {
  department: DepartmentView | null;
  onClose: () => void;
}): ReactNode {
  const t = useTexts(texts);
  const names = useNames();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const staff = useQuery(queries.staff()).data?.items ?? [];
  const members = staff.filter((one) => one.isActive && department && one.departments.includes(department.code));
  const save = useMutation({
    mutationFn: (values: Values) =>
      call('saveDepartment', {
        body: { name: values.name, code: department?.code ?? values.code, contact: values.contact ?? null },
      }),
    onError: (error) => form.setFields(fieldErrors(error) as Parameters<typeof form.setFields>[0]),
    onSuccess: async () => {
      message.success(t('saved'));
      onClose();
      await client.invalidateQueries({ queryKey: keys.departments });
    },
  });
  return (
    <EditDrawer
      title={department ? t('departments.editTitle', { name: names(department.name) }) : t('departments.add')}
      error={save.error}
      isSaving={save.isPending}
      onSave={form.submit}
      onClose={onClose}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={department ?? {}}
        onFinish={(values) => save.mutate(values)}
      >
        <Form.Item
          name={['name', 'zh']}
          label={t('departments.nameZh')}
          rules={[zodRule(name.shape.zh, t('departments.needName'))]}
        >
          <Input maxLength={80} lang="zh-CN" />
        </Form.Item>
        <Form.Item
          name={['name', 'en']}
          label={t('departments.nameEn')}
          rules={[zodRule(name.shape.en, t('departments.needName'))]}
        >
          <Input maxLength={80} lang="en" />
        </Form.Item>
        {department ? (
          <Form.Item
            name="contact"
            label={t('departments.contact')}
            extra={t(members.length === 0 ? 'departments.noMembers' : 'departments.contactHint')}
          >
            <Select
              allowClear
              disabled={members.length === 0}
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={t('departments.noContact')}
              options={members.map((one) => ({ value: one.id, label: one.name }))}
            />
          </Form.Item>
        ) : (
          <Form.Item
            name="code"
            label={t('departments.code')}
            extra={t('departments.codeHint')}
            rules={[zodRule(code, t('departments.codeHint'))]}
          >
            <Input maxLength={60} />
          </Form.Item>
        )}
      </Form>
    </EditDrawer>
  );
}
