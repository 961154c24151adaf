import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Popconfirm } from 'antd';
import { type ReactNode, useState } from 'react';
import type { GroupChatView } from '../../../contract/group-chat.ts';
import type { ChatProduct } from '../../../domain/group-chat/products.ts';
import { call } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { fieldErrors, useSayProblem } from '../../ui/use-say-problem.ts';
import { EditDrawer } from '../admin/edit-drawer.tsx';
import { ChatFields } from './chat-fields.tsx';
import styles from './group-chats.module.css';
import { TestMessage } from './test-message.tsx';
import { texts } from './texts.ts';

export type ChatValues = {
  product: ChatProduct;
  url?: string;
  secret?: string;
  dropsSecret?: boolean;
  language: 'zh' | 'en';
  isOn: boolean;
};

type Props = {
  department: string;
  name: string;
  chat: GroupChatView | undefined;
  hasLinks: boolean;
  onClose: () => void;
};

/** The robot of one department's group chat: it stays open after saving, so that it can be tried at once. */
export function GroupChatDrawer({ department, name, chat, hasLinks, onClose }: Props): ReactNode {
  const t = useTexts(texts);
  const { message } = App.useApp();
  const client = useQueryClient();
  const [form] = Form.useForm<ChatValues>();
  const [isChanged, setChanged] = useState(false);
  const save = useMutation({
    mutationFn: (values: ChatValues) => call('saveGroupChat', { params: { department }, body: bodyOf(values) }),
    onError: (error) => form.setFields(fieldErrors(error) as Parameters<typeof form.setFields>[0]),
    onSuccess: async () => {
      form.setFieldsValue({ url: '', secret: '', dropsSecret: false });
      setChanged(false);
      void message.success(t('saved'));
      await client.invalidateQueries({ queryKey: keys.departments });
    },
  });
  const initial: ChatValues = {
    product: chat?.product ?? 'wecom',
    language: chat?.language ?? 'zh',
    isOn: chat?.isOn ?? true,
  };
  return (
    <EditDrawer
      title={t('title', { name })}
      error={save.error}
      isSaving={save.isPending}
      onSave={form.submit}
      onClose={onClose}
      aside={chat ? <Remove department={department} onRemoved={onClose} /> : null}
    >
      <Intro isOpen={chat === undefined} />
      {hasLinks ? null : (
        <Alert className={styles.alert ?? ''} type="info" showIcon title={t('noLinks')} description={t('noLinks.do')} />
      )}
      <Form<ChatValues>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initial}
        onValuesChange={() => setChanged(true)}
        onFinish={(values) => save.mutate(values)}
      >
        <ChatFields chat={chat} form={form} />
      </Form>
      <p className={styles.fine}>{t('mention')}</p>
      <TestMessage department={department} isSaved={chat !== undefined && !isChanged} />
    </EditDrawer>
  );
}

function bodyOf({ product, url, secret, dropsSecret, language, isOn }: ChatValues) {
  const newSecret = product === 'wecom' || dropsSecret ? null : secret || undefined;
  return { product, url: url?.trim() || undefined, secret: newSecret, language, isOn };
}

function Intro({ isOpen }: { isOpen: boolean }): ReactNode {
  const t = useTexts(texts);
  return (
    <>
      <p className={styles.intro}>{t('intro')}</p>
      <details className={styles.how} open={isOpen}>
        <summary>{t('how')}</summary>
        <ol>
          <li>{t('how.1')}</li>
          <li>{t('how.2')}</li>
          <li>{t('how.3')}</li>
        </ol>
        <p className={styles.fine}>{t('how.keyword')}</p>
      </details>
    </>
  );
}

function Remove({ department, onRemoved }: { department: string; onRemoved: () => void }): ReactNode {
  const t = useTexts(texts);
  const { message } = App.useApp();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => call('removeGroupChat', { params: { department } }),
    onError: useSayProblem(),
    onSuccess: async () => {
      void message.success(t('removed'));
      onRemoved();
      await client.invalidateQueries({ queryKey: keys.departments });
    },
  });
  return (
    <Popconfirm
      title={t('remove.ask')}
      description={t('remove.hint')}
      okText={t('remove')}
      onConfirm={() => remove.mutate()}
    >
      <Button danger type="text" loading={remove.isPending}>
        {t('remove')}
      </Button>
    </Popconfirm>
  );
}
