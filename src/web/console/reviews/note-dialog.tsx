import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { ReactNode } from 'react';
import type { ReviewNoteView } from '../../../contract/review-note.ts';
import { call } from '../../api/client.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { fieldErrors, useSayProblem } from '../../ui/use-say-problem.ts';
import { useIdempotencyKey } from '../form/use-idempotency-key.ts';
import { dayFormat } from './period.ts';
import { type ReviewAsk, reviewNotesKey } from './queries.ts';
import { texts } from './texts.ts';
import { readType, useTypeOptions, writeType } from './type-options.ts';
import { useStaffOptions } from './use-staff-options.ts';

type Values = { type: string; rootCause: string; longTermFix?: string; owner?: number; due?: Dayjs | null };
type Props = {
  ask: ReviewAsk;
  /** Null for a new one. */
  note: ReviewNoteView | null;
  onClose: () => void;
};

/** Root cause and long-term fix of a problem type. What was typed stays when it is refused. */
export function NoteDialog({ ask, note, onClose }: Props): ReactNode {
  const t = useTexts(texts);
  const [form] = Form.useForm<Values>();
  const types = useTypeOptions(ask.playbook);
  const staff = useStaffOptions();
  const saving = useSaveNote(ask, note, form.setFields, onClose);
  return (
    <Dialog
      open
      title={t(note ? 'notes.edit' : 'notes.add')}
      okText={t('notes.save')}
      confirmLoading={saving.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
      width={600}
    >
      <p>{t('notes.hint')}</p>
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={note ? valuesOf(note) : {}}
        disabled={saving.isPending}
        onFinish={(values) => saving.mutate(values)}
      >
        <Form.Item name="type" label={t('category')} rules={[{ required: true, message: t('notes.needType') }]}>
          <Select options={types} showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
        <Form.Item
          name="rootCause"
          label={t('notes.rootCause')}
          rules={[{ required: true, whitespace: true, message: t('notes.needCause') }]}
        >
          <Input.TextArea maxLength={2_000} autoSize={{ minRows: 2, maxRows: 8 }} />
        </Form.Item>
        <Form.Item name="longTermFix" label={t('notes.longTermFix')}>
          <Input.TextArea maxLength={2_000} autoSize={{ minRows: 2, maxRows: 8 }} />
        </Form.Item>
        <Form.Item name="owner" label={t('owner')}>
          <Select options={staff} allowClear showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
        <Form.Item name="due" label={t('notes.due')}>
          <DatePicker />
        </Form.Item>
      </Form>
    </Dialog>
  );
}

type SetFields = (fields: { name: keyof Values; errors: string[] }[]) => void;
const fieldNames: readonly (keyof Values)[] = ['rootCause', 'longTermFix', 'owner', 'due'];

function useSaveNote(ask: ReviewAsk, note: ReviewNoteView | null, setFields: SetFields, onClose: () => void) {
  const t = useTexts(texts);
  const client = useQueryClient();
  const { message } = App.useApp();
  const sayProblem = useSayProblem();
  const keyFor = useIdempotencyKey();
  return useMutation({
    mutationFn: (values: Values) => {
      const body = bodyOf(values);
      if (note) {
        const isDone = note.doneAt !== null;
        return call('changeReviewNote', { params: { id: note.id }, body: { ...body, isDone, version: note.version } });
      }
      const fresh = { ...body, from: ask.from, to: ask.to };
      return call('createReviewNote', { body: fresh, idempotencyKey: keyFor(fresh) });
    },
    onSuccess: () => {
      void message.success(t('notes.saved'));
      onClose();
    },
    onError: (error) => {
      setFields(
        fieldErrors(error).flatMap(({ name, errors }) => {
          const field = fieldNames.find((one) => one === name[0]);
          return field ? [{ name: field, errors }] : [];
        }),
      );
      sayProblem(error);
    },
    onSettled: () => client.invalidateQueries({ queryKey: reviewNotesKey }),
  });
}

function bodyOf({ type, rootCause, longTermFix = '', owner = undefined, due = null }: Values) {
  return { ...readType(type), rootCause, longTermFix, owner: owner ?? null, due: due ? due.format(dayFormat) : null };
}

function valuesOf({ playbook, category, rootCause, longTermFix, owner, due }: ReviewNoteView): Values {
  return {
    type: writeType({ playbook, category }),
    rootCause,
    longTermFix,
    ...(owner === null ? {} : { owner }),
    due: due === null ? null : dayjs(due),
  };
}
