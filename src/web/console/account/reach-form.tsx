import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { accountPatch } from '../../../contract/account.ts';
import { call } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useMe } from '../../api/session.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { fieldErrors } from '../../ui/use-say-problem.ts';
import { zodRule } from '../../ui/zod-rule.ts';
import styles from './account.module.css';
import { texts } from './texts.ts';

type Values = { email: string; chatId: string };

/** Where I can be reached and mentioned; both may be left empty. */
export function ReachForm(): ReactNode {
  const t = useTexts(texts);
  const me = useMe();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const save = useMutation({
    mutationFn: (values: Values) => call('changeAccount', { body: values }),
    onSuccess: (changed) => {
      client.setQueryData(keys.me, changed);
      void client.invalidateQueries({ queryKey: keys.staff });
      form.setFieldsValue({ email: changed.email ?? '', chatId: changed.chatId ?? '' });
      void message.success(t('reach.saved'));
    },
    onError: (error) => form.setFields(fieldErrors(error) as Parameters<typeof form.setFields>[0]),
  });
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className={styles.email ?? ''}
      initialValues={{ email: me.email ?? '', chatId: me.chatId ?? '' }}
      onFinish={(values) => save.mutate(values)}
    >
      <Form.Item
        name="email"
        label={t('email')}
        extra={t('email.hint')}
        rules={[zodRule(accountPatch.shape.email, t('email.wrong'))]}
      >
        <Input type="email" maxLength={200} autoComplete="email" placeholder={t('none')} />
      </Form.Item>
      <Form.Item
        name="chatId"
        label={t('chatId')}
        extra={t('chatId.hint')}
        rules={[zodRule(accountPatch.shape.chatId, t('chatId.wrong'))]}
      >
        <Input maxLength={80} autoComplete="off" placeholder={t('none')} />
      </Form.Item>
      <Button htmlType="submit" loading={save.isPending}>
        {t('reach.save')}
      </Button>
    </Form>
  );
}
