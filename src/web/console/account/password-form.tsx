import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import type { MeView } from '../../../contract/organisation.ts';
import { password } from '../../../contract/organisation.ts';
import { ApiProblem } from '../../api/api-problem.ts';
import { call } from '../../api/client.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useProblemWords } from '../../ui/error-state.tsx';
import { fieldErrors } from '../../ui/use-say-problem.ts';
import { zodRule } from '../../ui/zod-rule.ts';
import styles from './account.module.css';
import { texts } from './texts.ts';

type Values = { current: string; password: string; again: string };
type Props = { login: string; isOnce?: boolean; onChanged: (me: MeView) => void };

/** The current password and a new one, twice. `isOnce`: the current one was given for one sign-in. */
export function PasswordForm({ login, isOnce = false, onChanged }: Props): ReactNode {
  const t = useTexts(texts);
  const [form] = Form.useForm<Values>();
  const change = useMutation({
    mutationFn: ({ current, password: next }: Values) => call('changePassword', { body: { current, password: next } }),
    onSuccess: (me) => {
      form.resetFields();
      onChanged(me);
    },
    onError: (error) => form.setFields(fieldErrors(error) as Parameters<typeof form.setFields>[0]),
  });
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      className={styles.form ?? ''}
      onFinish={(values) => change.mutate(values)}
    >
      {/* Tells password managers whose password it is. */}
      <input hidden readOnly autoComplete="username" value={login} />
      {change.error && !isOfField(change.error) ? <Failed error={change.error} /> : null}
      <Form.Item
        name="current"
        label={t(isOnce ? 'once' : 'current')}
        rules={[{ required: true, message: t('needCurrent') }]}
      >
        <Input.Password autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <Form.Item name="password" label={t('next')} extra={t('nextHint')} rules={[zodRule(password, t('nextHint'))]}>
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('again')}
        dependencies={['password']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value === getFieldValue('password') ? Promise.resolve() : Promise.reject(new Error(t('mismatch'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {t('save')}
      </Button>
    </Form>
  );
}

/** What is said beside the field need not be said twice. */
function isOfField(error: Error): boolean {
  return error instanceof ApiProblem && error.errors.length > 0;
}

function Failed({ error }: { error: Error }): ReactNode {
  const { title, remedy } = useProblemWords(error);
  return <Alert className={styles.alert ?? ''} type="error" showIcon title={title} description={remedy} role="alert" />;
}
