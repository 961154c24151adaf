import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Popconfirm, Select, Switch } from 'antd';
import { type ReactNode, useRef } from 'react';
import type { PhraseBody, PhraseView } from '../../../contract/phrase.ts';
import type { SituationId } from '../../../domain/phrase/situations.ts';
import { call } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useLanguage, useTexts } from '../../i18n/use-texts.ts';
import { fieldErrors, useSayProblem } from '../../ui/use-say-problem.ts';
import { EditDrawer } from '../admin/edit-drawer.tsx';
import { titleOf } from './language-of.ts';
import { PhraseFields } from './phrase-fields.tsx';
import styles from './phrases.module.css';
import { texts } from './texts.ts';
import { scopeParts, useScopeOptions } from './use-scope-options.ts';
import { useSituationOptions } from './use-situation-options.ts';
import { VariableButtons } from './variable-buttons.tsx';

type Props = { phrase: PhraseView | null; situation: SituationId | undefined; onClose: () => void };

const empty = (situation: SituationId): PhraseBody => ({
  situation,
  title: { zh: '', en: '' },
  text: { zh: '', en: '' },
  playbooks: [],
  categories: [],
  priorities: [],
  channels: [],
  isActive: true,
});

/** Writing a phrase, in one language or both, with what the customer will read beside it. */
export function PhraseDrawer({ phrase, situation, onClose }: Props): ReactNode {
  const t = useTexts(texts);
  const language = useLanguage();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [form] = Form.useForm<PhraseBody>();
  const lastArea = useRef<HTMLTextAreaElement | null>(null);
  const scopes = useScopeOptions();
  const situations = useSituationOptions();
  const save = useMutation({
    mutationFn: (body: PhraseBody) =>
      phrase
        ? call('changePhrase', { params: { id: phrase.id }, body: { ...body, version: phrase.version } })
        : call('createPhrase', { body }),
    onError: (error) => form.setFields(fieldErrors(error) as Parameters<typeof form.setFields>[0]),
    onSuccess: async () => {
      message.success(t('saved'));
      onClose();
      await client.invalidateQueries({ queryKey: keys.phrases });
    },
  });
  const title = phrase ? t('editTitle', { title: titleOf(phrase, language) }) : t('add');
  return (
    <EditDrawer
      title={title}
      size={620}
      error={save.error}
      isSaving={save.isPending}
      onSave={form.submit}
      onClose={onClose}
      aside={phrase ? <Remove phrase={phrase} onDone={onClose} /> : null}
    >
      <Form<PhraseBody>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={phrase ?? empty(situation ?? 'greeting')}
        onFinish={(values) => save.mutate({ ...empty('greeting'), ...values })}
      >
        <Form.Item name="situation" label={t('situation.label')}>
          <Select options={situations} showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
        <VariableButtons form={form} lastArea={lastArea} />
        <PhraseFields form={form} language="zh" lastArea={lastArea} />
        <PhraseFields form={form} language="en" lastArea={lastArea} />
        <p className={styles.scope}>
          {t('field.scope')}
          <small>{t('field.scopeHint')}</small>
        </p>
        {scopeParts.map((part) => (
          <Form.Item key={part} name={part} label={t(`field.${part}`)}>
            <Select
              mode="multiple"
              allowClear
              placeholder={t('everywhere')}
              options={scopes[part]}
              showSearch={{ optionFilterProp: 'label' }}
            />
          </Form.Item>
        ))}
        <Form.Item name="isActive" label={t('field.active')} valuePropName="checked" extra={t('field.activeHint')}>
          <Switch />
        </Form.Item>
      </Form>
    </EditDrawer>
  );
}

function Remove({ phrase, onDone }: { phrase: PhraseView; onDone: () => void }): ReactNode {
  const t = useTexts(texts);
  const language = useLanguage();
  const { message } = App.useApp();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => call('removePhrase', { params: { id: phrase.id }, body: { version: phrase.version } }),
    onError: useSayProblem(),
    onSuccess: async () => {
      message.success(t('removed'));
      onDone();
      await client.invalidateQueries({ queryKey: keys.phrases });
    },
  });
  return (
    <Popconfirm
      title={t('remove.ask', { title: titleOf(phrase, language) })}
      description={t('remove.hint')}
      okText={t('remove')}
      okButtonProps={{ danger: true }}
      onConfirm={() => remove.mutate()}
    >
      <Button danger type="text" loading={remove.isPending}>
        {t('remove')}
      </Button>
    </Popconfirm>
  );
}
