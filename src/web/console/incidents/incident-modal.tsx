import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, type FormInstance } from 'antd';
import type { ReactNode } from 'react';
import type { IncidentDetail } from '../../../contract/incident.ts';
import { ApiProblem } from '../../api/api-problem.ts';
import { keys } from '../../api/queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { texts as uiTexts } from '../../ui/texts.ts';
import { fieldErrors, useSayProblem } from '../../ui/use-say-problem.ts';
import styles from './incidents.module.css';

type Props<V extends object> = {
  title: string;
  form: FormInstance<V>;
  initial: Partial<V>;
  submitLabel: string;
  doneText: (incident: IncidentDetail) => string;
  send: (values: V) => Promise<IncidentDetail>;
  onDone?: (incident: IncidentDetail) => void;
  onClose: () => void;
  children: ReactNode;
};

/** A dialog that says something of an incident. What was typed stays when it is refused. */
export function IncidentModal<V extends object>(props: Props<V>): ReactNode {
  const { title, form, initial, submitLabel, doneText, send, onDone, onClose, children } = props;
  const ui = useTexts(uiTexts);
  const { message } = App.useApp();
  const client = useQueryClient();
  const sayProblem = useSayProblem();
  const saying = useMutation({
    mutationFn: send,
    onSuccess: (incident) => {
      void client.invalidateQueries({ queryKey: keys.incidents });
      void message.success(doneText(incident));
      onClose();
      onDone?.(incident);
    },
    onError: (error) => {
      if (!sayAtFields(form, error)) sayProblem(error);
      // Somebody else may have posted: the page behind shows it, and the next try goes by it.
      void client.invalidateQueries({ queryKey: keys.incidents });
    },
  });
  return (
    <Dialog
      open
      title={title}
      width={640}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <div className={styles.footer}>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button type="primary" loading={saying.isPending} onClick={() => form.submit()}>
            {submitLabel}
          </Button>
        </div>
      }
    >
      <Form<V>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initial}
        disabled={saying.isPending}
        onFinish={(values) => saying.mutate(values)}
      >
        {children}
      </Form>
    </Dialog>
  );
}

/** Puts what was refused, and what to do, under the fields that it is about; false when it is about something else. */
function sayAtFields<V extends object>(form: FormInstance<V>, error: unknown): boolean {
  const remedy = error instanceof ApiProblem && error.code !== 'request.invalid' ? [error.remedy] : [];
  const fields = fieldErrors(error).map(({ name, errors }) => ({ name, errors: [...errors, ...remedy] }));
  const shown = form.getFieldsValue();
  const [first] = fields;
  if (!first || fields.some(({ name }) => !((name[0] ?? '') in shown))) return false;
  // biome-ignore lint/suspicious/noExplicitAny: antd types the path of a field by the form's own values
  form.setFields(fields as any);
  // biome-ignore lint/suspicious/noExplicitAny: as above
  form.scrollToField(first.name as any, { block: 'center' });
  return true;
}
