import { Alert, App, Button } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import type { PlaybookForm } from '../../../../domain/playbook/schema.ts';
import type { CommandName } from '../../../../domain/ticket/commands.ts';
import type { Answers } from '../../../../domain/ticket/events.ts';
import { useNames, useTexts } from '../../../i18n/use-texts.ts';
import { Dialog } from '../../../ui/dialog.tsx';
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
import type { FormPlaybook } from '../../form/options.ts';
import { type PlaybookFormState, usePlaybookForm } from '../../form/use-playbook-form.ts';
import { WritingForm } from '../../form/writing-form.tsx';
import { useTicket } from '../ticket-context.tsx';
import styles from './actions.module.css';
import { ChangesSince } from './changes-since.tsx';
import { isConflict } from './is-conflict.ts';
import { actionTexts } from './texts.ts';
import { useAct } from './use-act.ts';

type Props = {
  action: CommandName;
  form: PlaybookForm;
  known: Answers;
  /** Where its choices come from, if not from the ticket's playbook. */
  playbook?: FormPlaybook;
  /** Names the draft, within the ticket. */
  about: readonly (string | number)[];
  hint: string;
  bodyOf: (answers: Answers) => Record<string, unknown>;
  isDanger?: boolean;
  /** Whether files may, or must, go with it. */
  files?: 'may' | 'must';
  /** Draws the fields otherwise than one after the other. */
  draw?: (state: PlaybookFormState, prefix: string, isDisabled: boolean) => ReactNode;
  onClose: () => void;
};

/** What is asked before something is done with the ticket. What is typed outlives closing, reloads, conflicts and lost answers. */
export function CommandDialog({ action, form, known, about, hint, bodyOf, draw, onClose, ...given }: Props): ReactNode {
  const { files, isDanger = false } = given;
  const t = useTexts(actionTexts);
  const ui = useTexts(uiTexts);
  const name = useNames();
  const { message } = App.useApp();
  const { detail, playbook: own, me } = useTicket();
  const playbook = given.playbook ?? own;
  const prefix = useId();
  const [seenVersion, setSeenVersion] = useState(detail.version);
  const state = usePlaybookForm({ playbook, form, known, staffId: me.id, about: ['ticket', detail.id, ...about] });
  const file = useTexts(attachmentTexts);
  const uploads = useTicketUploads(detail.id);
  const [fileProblem, setFileProblem] = useState('');
  const act = useAct(detail);
  const hasConflict = isConflict(act.error);

  const submit = () => {
    const wrong = state.check();
    if (wrong !== null) return jumpToField(prefix, wrong);
    const notYet = files === 'must' && uploads.items.length === 0 ? 'empty' : whyNotYet(uploads);
    setFileProblem(notYet === null ? '' : file(notYet));
    if (notYet !== null) return;
    act.mutate(
      { action, body: { ...bodyOf(state.answers()), attachments: uploads.ids } },
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

  const fields = draw?.(state, prefix, act.isPending) ?? (
    <FormFields playbook={playbook} state={state} prefix={prefix} isDisabled={act.isPending} />
  );
  return (
    <Dialog
      open
      title={name(form.name)}
      onCancel={onClose}
      mask={{ closable: false }}
      width={640}
      rootClassName={styles.dialog ?? ''}
      footer={
        <div className={styles.footer}>
          <CompletenessBar completeness={state.completeness} prefix={prefix} />
          <span className={styles.footerButtons}>
            <Button onClick={onClose}>{ui('cancel')}</Button>
            <Button type="primary" danger={isDanger} loading={act.isPending} onClick={submit}>
              {act.isPending ? t('submitting') : name(form.name)}
            </Button>
          </span>
        </div>
      }
    >
      <WritingForm label={name(form.name)} onSubmit={submit} isBusy={act.isPending}>
        {hint === '' ? null : <p className={styles.dialogHint}>{hint}</p>}
        {detail.customer.isErased ? <p className={styles.dialogHint}>{t('erased.hint')}</p> : null}
        <DraftNotice at={state.restoredAt} onDiscard={state.clear} />
        <ChangesSince version={seenVersion} isConflict={hasConflict} />
        {act.error && !hasConflict ? <Refused error={act.error} /> : null}
        {files ? (
          <DropArea uploads={uploads} isDisabled={act.isPending}>
            {files === 'must' ? <FilePicker uploads={uploads} isDisabled={act.isPending} isFirst /> : null}
            {fields}
            {files === 'may' ? <FilePicker uploads={uploads} isDisabled={act.isPending} /> : null}
          </DropArea>
        ) : (
          fields
        )}
        {fileProblem === '' ? null : (
          <Alert type="warning" showIcon role="alert" className={styles.fileProblem ?? ''} title={fileProblem} />
        )}
      </WritingForm>
    </Dialog>
  );
}

function Refused({ error }: { error: Error }): ReactNode {
  const { title, remedy } = useProblemWords(error);
  return <Alert type="error" showIcon className={styles.changes ?? ''} title={title} description={remedy} />;
}
