import { KeyOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Form, Popconfirm } from 'antd';
import { type ReactNode, useState } from 'react';
import type { StaffView } from '../../../contract/organisation.ts';
import { call } from '../../api/client.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useSayProblem } from '../../ui/use-say-problem.ts';
import { texts } from './texts.ts';
import { TokenOnce } from './token-once.tsx';

/** For somebody who forgot their password: a one-time one, shown once, to be handed over. */
export function ResetPassword({ person }: { person: StaffView }): ReactNode {
  const t = useTexts(texts);
  const [once, setOnce] = useState<string | null>(null);
  const reset = useMutation({
    mutationFn: () => call('resetPassword', { params: { id: person.id } }),
    onSuccess: ({ password }) => setOnce(password),
    onError: useSayProblem(),
  });
  return (
    <Form.Item label={t('staff.password')} extra={t('staff.resetHint')}>
      <Popconfirm title={t('staff.resetConfirm', { name: person.name })} onConfirm={() => reset.mutate()}>
        <Button icon={<KeyOutlined aria-hidden />} loading={reset.isPending}>
          {t('staff.reset')}
        </Button>
      </Popconfirm>
      {once === null ? null : (
        <TokenOnce
          token={once}
          name={t('staff.resetDone', { name: person.name })}
          label={t('staff.oneTime')}
          hint={t('staff.oneTimeHint')}
          onClose={() => setOnce(null)}
        />
      )}
    </Form.Item>
  );
}
