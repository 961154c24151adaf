import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Alert, Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { call } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useProblemWords } from '../../ui/error-state.tsx';
import styles from './door.module.css';
import { texts } from './texts.ts';

type Values = { login: string; password: string };

export function SignInForm({ to }: { to: string }): ReactNode {
  const t = useTexts(texts);
  const client = useQueryClient();
  const router = useRouter();
  const signIn = useMutation({
    mutationFn: (body: Values) => call('signIn', { body }),
    onSuccess: (me) => {
      client.clear();
      client.setQueryData(keys.me, me);
      router.history.push(to);
    },
  });
  const { title, remedy } = useProblemWords(signIn.error);
  return (
    <Form<Values> layout="vertical" requiredMark={false} onFinish={(values) => signIn.mutate(values)}>
      {signIn.isError ? (
        <Alert className={styles.alert} type="error" showIcon title={title} description={remedy} role="alert" />
      ) : null}
      <Form.Item
        name="login"
        label={t('signIn.login')}
        rules={[{ required: true, whitespace: true, message: t('signIn.needLogin') }]}
      >
        <Input size="large" autoComplete="username" autoFocus maxLength={100} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('signIn.password')}
        rules={[{ required: true, message: t('signIn.needPassword') }]}
      >
        <Input.Password size="large" autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <Button type="primary" size="large" htmlType="submit" block loading={signIn.isPending}>
        {t('signIn.submit')}
      </Button>
    </Form>
  );
}
