import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form } from 'antd';
import type { ReactNode } from 'react';
import type { StaffRole, StaffView } from '../../../contract/organisation.ts';
import { call } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { fieldErrors } from '../../ui/use-say-problem.ts';
import { EditDrawer } from './edit-drawer.tsx';
import { StaffFields } from './staff-fields.tsx';
import { texts } from './texts.ts';

export type StaffValues = {
  name: string;
  login: string;
  email: string | null;
  chatId: string | null;
  password?: string;
  roles: StaffRole[];
  departments: string[];
  supervisor: number | null;
  isActive: boolean;
};

export function StaffDrawer({ person, onClose }: { person: StaffView | null; onClose: () => void }): ReactNode {
  const t = useTexts(texts);
  const { message } = App.useApp();
  const client = useQueryClient();
  const [form] = Form.useForm<StaffValues>();
  const save = useMutation({
    mutationFn: (values: StaffValues) => send(person, values),
    onError: (error) => form.setFields(fieldErrors(error) as Parameters<typeof form.setFields>[0]),
    onSuccess: async () => {
      message.success(t('saved'));
      onClose();
      await Promise.all(
        [keys.staff, keys.departments, keys.me].map((queryKey) => client.invalidateQueries({ queryKey })),
      );
    },
  });
  const initial = person ?? { roles: [], departments: [], supervisor: null, isActive: true };
  return (
    <EditDrawer
      title={person ? t('staff.editTitle', { name: person.name }) : t('staff.add')}
      error={save.error}
      isSaving={save.isPending}
      onSave={form.submit}
      onClose={onClose}
    >
      <Form<StaffValues>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initial}
        onFinish={(values) => save.mutate(values)}
      >
        <StaffFields person={person} />
      </Form>
    </EditDrawer>
  );
}

function send(person: StaffView | null, { login, password, isActive, ...values }: StaffValues): Promise<StaffView> {
  const supervisor = values.supervisor ?? null;
  if (!person) return call('createStaff', { body: { ...values, supervisor, login, password: password ?? '' } });
  const body = { ...values, supervisor, isActive };
  return call('changeStaff', { params: { id: person.id }, body });
}
