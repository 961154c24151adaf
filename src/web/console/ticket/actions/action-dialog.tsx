import { Alert, App, Button, Modal } from 'antd';
import { type ReactNode, useId, useMemo, useState } from 'react';
import { useNames, useTexts } from '../../../i18n/use-texts.ts';
import { useProblemWords } from '../../../ui/error-state.tsx';
import { texts as uiTexts } from '../../../ui/texts.ts';
import { DropArea } from '../../attachments/drop-area.tsx';
import { FilePicker } from '../../attachments/file-picker.tsx';
import { attachmentTexts } from '../../attachments/texts.ts';
import { useTicketUploads, whyNotYet } from '../../attachments/use-ticket-uploads.ts';
import { CompletenessBar } from '../../form/completeness-bar.tsx';
import { DraftNotice } from '../../form/draft-notice.tsx';
import { jumpToField } from '../../form/field-ids.ts';
import { FormFields } from '../../form/form-fields.tsx';
import { usePlaybookForm } from '../../form/use-playbook-form.ts';
import { WritingForm } from '../../form/writing-form.tsx';
import { useTicket } from '../ticket-context.tsx';
import { actionBody, actionForm, type DialogAction } from './action-forms.ts';
import styles from './actions.module.css';
import { ChangesSince } from './changes-since.tsx';
import { isConflict } from './is-conflict.ts';
import { actionTexts } from './texts.ts';
import { useAct } from './use-act.ts';

/** Where people have something to show besides words. */
const withFiles: ReadonlySet<DialogAction> = new Set([
  'attach',
  'record-reply',
  'record-progress',
  'hand-off',
  'bounce',
]);

/** The open action's dialog. What is typed outlives closing, reloads, conflicts and lost answers. */
export function ActionDialog(): ReactNode {
  const { openDialog, setOpenDialog, detail } = useTicket();
  if (openDialog === null) return null;
  return <Dialog key={`${detail.id}.${openDialog}`} action={openDialog} onClose={() => setOpenDialog(null)} />;
}

function Dialog({ action, onClose }: { action: DialogAction; onClose: () => void }): ReactNode {
  const t = useTexts(actionTexts);
  const ui = useTexts(uiTexts);
  const name = useNames();
  const { message } = App.useApp();
  const { detail, playbook, me } = useTicket();
  const prefix = useId();
  const [seenVersion, setSeenVersion] = useState(detail.version);
  const { form, known } = useMemo(() => actionForm(action, playbook, detail), [action, playbook, detail]);
  const state = usePlaybookForm({ playbook, form, known, staffId: me.id, about: ['ticket', detail.id, action] });
  const files = useTexts(attachmentTexts);
  const uploads = useTicketUploads(detail.id);
  const [fileProblem, setFileProblem] = useState('');
  const act = useAct(detail);
  const hasConflict = isConflict(act.error);

  const submit = () => {
    const wrong = state.check();
    if (wrong !== null) return jumpToField(prefix, wrong);
    const notYet = action === 'attach' && uploads.items.length === 0 ? 'empty' : whyNotYet(uploads);
    setFileProblem(notYet === null ? '' : files(notYet));
    if (notYet !== null) return;
    const body = { ...actionBody(action, state.answers(), detail), attachments: uploads.ids };
    act.mutate(
      { action, body },
      {
        onSuccess: () => {
          state.clear();
          void message.success(t('done', { action: name(form.name) }));
          onClose();
        },
        onError: (error) => {
          const { first } = state.refuse(error);
          if (first !== null) jumpToField(prefix, first);
          else if (!isConflict(error)) setSeenVersion(detail.version);
        },
      },
    );
  };

  return (
    <Modal
      open
      title={name(form.name)}
      onCancel={onClose}
      mask={{ closable: false }}
      width={640}
      rootClassName={styles.dialog ?? ''}
      destroyOnHidden
      footer={
        <div className={styles.footer}>
          <CompletenessBar completeness={state.completeness} prefix={prefix} />
          <span className={styles.footerButtons}>
            <Button onClick={onClose}>{ui('cancel')}</Button>
            <Button type="primary" danger={action === 'dismiss'} loading={act.isPending} onClick={submit}>
              {act.isPending ? t('submitting') : name(form.name)}
            </Button>
          </span>
        </div>
      }
    >
      <WritingForm label={name(form.name)} onSubmit={submit} isBusy={act.isPending}>
        <p className={styles.dialogHint}>{t(`${action}.hint`)}</p>
        {detail.customer.isErased ? <p className={styles.dialogHint}>{t('erased.hint')}</p> : null}
        <DraftNotice at={state.restoredAt} onDiscard={state.clear} />
        <ChangesSince version={seenVersion} isConflict={hasConflict} />
        {act.error && !hasConflict ? <Refused error={act.error} /> : null}
        {withFiles.has(action) ? (
          <DropArea uploads={uploads} isDisabled={act.isPending}>
            <FormFields playbook={playbook} state={state} prefix={prefix} isDisabled={act.isPending} />
            <FilePicker uploads={uploads} isDisabled={act.isPending} />
          </DropArea>
        ) : (
          <FormFields playbook={playbook} state={state} prefix={prefix} isDisabled={act.isPending} />
        )}
        {fileProblem === '' ? null : (
          <Alert type="warning" showIcon className={styles.changes ?? ''} title={fileProblem} />
        )}
      </WritingForm>
    </Modal>
  );
}

function Refused({ error }: { error: Error }): ReactNode {
  const { title, remedy } = useProblemWords(error);
  return <Alert type="error" showIcon className={styles.changes ?? ''} title={title} description={remedy} />;
}
