import { Form, Input, Switch } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { texts as uiTexts } from '../../ui/texts.ts';
import { texts } from './texts.ts';
import type { ViewValues } from './use-saved-views.ts';

type Props = {
  title: string;
  start: ViewValues;
  mayShare: boolean;
  isSaving: boolean;
  onSave: (values: ViewValues) => void;
  onClose: () => void;
};

/** A name for the filters as they stand; supervisors may give it to everybody. */
export function ViewDialog({ title, start, mayShare, isSaving, onSave, onClose }: Props): ReactNode {
  const t = useTexts(texts);
  const ui = useTexts(uiTexts);
  const [form] = Form.useForm<ViewValues>();
  return (
    <Dialog
      open
      title={title}
      okText={ui('save')}
      cancelText={ui('cancel')}
      confirmLoading={isSaving}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<ViewValues>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={start}
        onFinish={({ name, isShared }) => onSave({ name, isShared: isShared ?? start.isShared })}
      >
        <Form.Item
          name="name"
          label={t('views.name')}
          extra={t('views.nameHint')}
          rules={[{ required: true, whitespace: true, max: 40, message: t('views.needName') }]}
        >
          <Input autoFocus maxLength={40} />
        </Form.Item>
        {mayShare ? (
          <Form.Item name="isShared" label={t('views.share')} valuePropName="checked" extra={t('views.shareHint')}>
            <Switch />
          </Form.Item>
        ) : null}
      </Form>
    </Dialog>
  );
}
