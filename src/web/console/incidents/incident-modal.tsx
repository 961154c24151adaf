import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, type FormInstance, Modal } from 'antd';
import type { ReactNode } from 'react';
import type { IncidentDetail } from '../../../contract/incident.ts';
import { keys } from '../../api/queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
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
      // biome-ignore lint/suspicious/noExplicitAny: antd types the path of a field by the form's own values
      form.setFields(fieldErrors(error) as any);
      sayProblem(error);
      // Somebody else may have posted: the page behind shows it, and the next try goes by it.
      void client.invalidateQueries({ queryKey: keys.incidents });
    },
  });
  return (
    <Modal
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
    </Modal>
  );
}
