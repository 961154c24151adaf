import { GlobalOutlined } from '@ant-design/icons';
import { Alert, Form, Input, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { impacts, phases } from '../../../domain/incident/events.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { MomentPicker } from '../form/moment-picker.tsx';
import { dialogTexts } from './dialog-texts.ts';
import styles from './incidents.module.css';
import { texts } from './texts.ts';

/** The parts that the dialogs share. Names of fields are the keys of the request's body. */

/** Says before anybody writes that everybody will read it. */
export function PublicNotice(): ReactNode {
  const t = useTexts(dialogTexts);
  return (
    <Alert type="warning" showIcon icon={<GlobalOutlined />} title={t('form.public')} className={styles.notice ?? ''} />
  );
}

export function TitleFields(): ReactNode {
  const t = useTexts(dialogTexts);
  return (
    <>
      <Form.Item
        name={['title', 'zh']}
        label={t('form.title')}
        rules={[{ required: true, whitespace: true, message: t('form.required') }]}
      >
        <Input maxLength={120} placeholder={t('form.titlePlaceholder')} autoFocus />
      </Form.Item>
      <Form.Item name={['title', 'en']} label={t('form.titleEn')}>
        <Input maxLength={120} lang="en" />
      </Form.Item>
    </>
  );
}

export function MessageFields({ label, placeholder }: { label?: string; placeholder?: string }): ReactNode {
  const t = useTexts(dialogTexts);
  return (
    <>
      <Form.Item
        name={['message', 'zh']}
        label={label ?? t('form.message')}
        rules={[{ required: true, whitespace: true, message: t('form.required') }]}
      >
        <Input.TextArea
          maxLength={2_000}
          autoSize={{ minRows: 3, maxRows: 8 }}
          placeholder={placeholder ?? t('form.messagePlaceholder')}
        />
      </Form.Item>
      <Form.Item name={['message', 'en']} label={t('form.messageEn')}>
        <Input.TextArea maxLength={2_000} autoSize={{ minRows: 1, maxRows: 6 }} lang="en" />
      </Form.Item>
    </>
  );
}

export function StandingFields(): ReactNode {
  const t = useTexts(dialogTexts);
  const name = useTexts(texts);
  return (
    <>
      <Form.Item name="phase" label={t('form.phase')}>
        <Segmented
          block
          className={styles.steps ?? ''}
          options={phases.map((phase) => ({ value: phase, label: name(`phase.${phase}`) }))}
        />
      </Form.Item>
      <Form.Item name="impact" label={t('form.impact')}>
        <Segmented
          block
          className={styles.steps ?? ''}
          options={impacts.map((impact) => ({ value: impact, label: name(`impact.${impact}`) }))}
        />
      </Form.Item>
      <Form.Item name="estimate" label={t('form.estimate')} getValueProps={(value) => ({ value: value ?? '' })}>
        <Moment />
      </Form.Item>
    </>
  );
}

/** antd hands value, change and id down to it. */
function Moment({
  id,
  value = '',
  onChange = () => {},
}: {
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
}): ReactNode {
  return <MomentPicker {...(id === undefined ? {} : { id })} value={value} onChange={onChange} />;
}
