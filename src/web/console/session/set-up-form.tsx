import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { setupBody } from '../../../contract/organisation.ts';
import { call } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useProblemWords } from '../../ui/error-state.tsx';
import { fieldErrors } from '../../ui/use-say-problem.ts';
import { zodRule } from '../../ui/zod-rule.ts';
import { paths } from '../app/paths.ts';
import styles from './door.module.css';
import { PlaybookChoice } from './playbook-choice.tsx';
import { texts } from './texts.ts';

type Values = { organisation: string; name: string; login: string; password: string; playbook: string };
const { organisation, name, login, password } = setupBody.shape;

export function SetUpForm({ setupKey }: { setupKey: string }): ReactNode {
  const t = useTexts(texts);
  const client = useQueryClient();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const setUp = useMutation({
    mutationFn: (values: Values) => call('setUp', { body: { ...values, key: setupKey } }),
    onError: (error) => form.setFields(fieldErrors(error) as Parameters<typeof form.setFields>[0]),
    onSuccess: async (me) => {
      client.clear();
      client.setQueryData(keys.me, me);
      await navigate(paths.work());
    },
  });
  const { title, remedy } = useProblemWords(setUp.error);
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError
      onFinish={(values) => setUp.mutate(values)}
    >
      <Form.Item
        name="organisation"
        label={t('setUp.organisation')}
        extra={t('setUp.organisationHint')}
        rules={[zodRule(organisation, t('setUp.needOrganisation'))]}
      >
        <Input size="large" maxLength={80} autoFocus />
      </Form.Item>
      <h2 className={styles.heading}>{t('setUp.admin')}</h2>
      <div className={styles.two}>
        <Form.Item name="name" label={t('setUp.name')} rules={[zodRule(name, t('setUp.needName'))]}>
          <Input size="large" maxLength={60} autoComplete="name" />
        </Form.Item>
        <Form.Item name="login" label={t('setUp.login')} rules={[zodRule(login, t('setUp.loginHint'))]}>
          <Input size="large" maxLength={39} autoComplete="username" />
        </Form.Item>
      </div>
      <Form.Item
        name="password"
        label={t('setUp.password')}
        extra={t('setUp.passwordHint')}
        rules={[zodRule(password, t('setUp.needPassword'))]}
      >
        <Input.Password size="large" maxLength={200} autoComplete="new-password" />
      </Form.Item>
      <h2 className={styles.heading}>{t('setUp.playbook')}</h2>
      <p className={styles.lead}>{t('setUp.playbookHint')}</p>
      <PlaybookChoice form={form} />
      {setUp.isError ? (
        <Alert className={styles.alert} type="error" showIcon title={title} description={remedy} role="alert" />
      ) : null}
      <Button type="primary" size="large" htmlType="submit" block loading={setUp.isPending}>
        {t('setUp.submit')}
      </Button>
    </Form>
  );
}
