import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Button, Form, Input } from 'antd';
import { type ReactNode, useState } from 'react';
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

type Values = {
  organisation: string;
  name: string;
  login: string;
  email?: string;
  password: string;
  playbook: string;
};
const { organisation, name, login, email, password } = setupBody.shape;

export function SetUpForm({ setupKey }: { setupKey: string }): ReactNode {
  const t = useTexts(texts);
  const client = useQueryClient();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  /** All of them until somebody leaves one out. */
  const [alsoUse, setAlsoUse] = useState<string[] | null>(null);
  const [step, setStep] = useState<'playbook' | 'people'>('playbook');
  const setUp = useMutation({
    mutationFn: (values: Values) => call('setUp', { body: { ...values, key: setupKey, ...(alsoUse && { alsoUse }) } }),
    onError: (error) => form.setFields(fieldErrors(error) as Parameters<typeof form.setFields>[0]),
    onSuccess: async (me) => {
      client.clear();
      client.setQueryData(keys.me, me);
      await navigate(paths.work());
    },
  });
  const checkKey = useMutation({
    mutationFn: () => call('checkSetupKey', { body: { key: setupKey } }),
    onSuccess: () => setStep('people'),
  });
  const { title, remedy } = useProblemWords(setUp.error ?? checkKey.error);
  const refused = (
    <Alert className={styles.alert} type="error" showIcon title={title} description={remedy} role="alert" />
  );
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError
      onFinish={(values) => setUp.mutate(values)}
    >
      <p className={styles.step}>{t(step === 'playbook' ? 'setUp.step1' : 'setUp.step2')}</p>
      <div hidden={step !== 'playbook'}>
        <h2 className={styles.stepHeading}>{t('setUp.playbook')}</h2>
        <p className={styles.lead}>{t('setUp.playbookHint')}</p>
        <PlaybookChoice form={form} alsoUse={alsoUse} onAlsoUse={setAlsoUse} />
        {checkKey.isError ? refused : null}
        <div className={styles.next}>
          <Button type="primary" size="large" block loading={checkKey.isPending} onClick={() => checkKey.mutate()}>
            {t('setUp.next')}
          </Button>
        </div>
      </div>
      <div hidden={step !== 'people'}>
        <Form.Item
          name="organisation"
          label={t('setUp.organisation')}
          extra={t('setUp.organisationHint')}
          rules={[zodRule(organisation, t('setUp.needOrganisation'))]}
        >
          <Input size="large" maxLength={80} />
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
          name="email"
          label={t('setUp.email')}
          extra={t('setUp.emailHint')}
          rules={[zodRule(email, t('setUp.emailWrong'))]}
        >
          <Input size="large" type="email" maxLength={200} autoComplete="email" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('setUp.password')}
          extra={t('setUp.passwordHint')}
          rules={[zodRule(password, t('setUp.needPassword'))]}
        >
          <Input.Password size="large" maxLength={200} autoComplete="new-password" />
        </Form.Item>
        {setUp.isError ? refused : null}
        <Button type="primary" size="large" htmlType="submit" block loading={setUp.isPending}>
          {t('setUp.submit')}
        </Button>
        <Button type="link" block onClick={() => setStep('playbook')}>
          {t('setUp.back')}
        </Button>
      </div>
    </Form>
  );
}
