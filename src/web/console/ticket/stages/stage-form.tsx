import { Alert, App, Button } from 'antd';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { TicketDetail } from '../../../../contract/ticket.ts';
import type { Answers } from '../../../../domain/ticket/events.ts';
import { useNames, useTexts } from '../../../i18n/use-texts.ts';
import { useProblemWords } from '../../../ui/error-state.tsx';
import { KeyCap } from '../../../ui/key-cap.tsx';
import { DropArea } from '../../attachments/drop-area.tsx';
import { FilePicker } from '../../attachments/file-picker.tsx';
import { attachmentTexts } from '../../attachments/texts.ts';
import { useTicketUploads, whyNotYet } from '../../attachments/use-ticket-uploads.ts';
import { CompletenessBar } from '../../form/completeness-bar.tsx';
import { departmentByCategory } from '../../form/department-by-category.ts';
import { DraftNotice } from '../../form/draft-notice.tsx';
import { jumpToField } from '../../form/field-ids.ts';
import { FormFields } from '../../form/form-fields.tsx';
import type { FormValues } from '../../form/form-values.ts';
import { keptForm } from '../../form/kept-form.ts';
import { submitKeyNames } from '../../form/submit-key.ts';
import { usePlaybookForm } from '../../form/use-playbook-form.ts';
import { WritingForm } from '../../form/writing-form.tsx';
import { ChangesSince } from '../actions/changes-since.tsx';
import { isConflict } from '../actions/is-conflict.ts';
import { useAct } from '../actions/use-act.ts';
import { useTicket } from '../ticket-context.tsx';
import { nextStage } from './next-stage.ts';
import { holdingGates, type OpenGate } from './open-gates.ts';
import { showStage } from './place.ts';
import styles from './stages.module.css';
import { stageTexts } from './texts.ts';

type Playbook = ReturnType<typeof useTicket>['playbook'];

type Props = {
  current: NonNullable<TicketDetail['currentForm']>;
  gates: readonly OpenGate[];
  prefix: string;
};

/** The form of the current stage. Sending it completes the stage. */
export function StageForm({ current, gates, prefix }: Props): ReactNode {
  const { playbook, detail } = useTicket();
  const { isErased } = detail.customer;
  const found = playbook.forms.find((one) => one.id === current.form);
  const form = useMemo(() => found && keptForm(found, isErased), [found, isErased]);
  return form ? <Filling form={form} known={current.answers} gates={gates} prefix={prefix} /> : null;
}

type FillingProps = {
  form: Playbook['forms'][number];
  known: Props['current']['answers'];
  gates: Props['gates'];
  prefix: string;
};

function Filling({ form, known, gates, prefix }: FillingProps): ReactNode {
  const t = useTexts(stageTexts);
  const name = useNames();
  const { message } = App.useApp();
  const { detail, playbook, me } = useTicket();
  const about = ['ticket', detail.id, 'form', form.id, detail.cycle];
  const suggest = useCallback((typed: FormValues) => departmentByCategory(playbook, form, typed), [playbook, form]);
  const state = usePlaybookForm({ playbook, form, known, staffId: me.id, about, suggest });
  const files = useTexts(attachmentTexts);
  const uploads = useTicketUploads(detail.id);
  const act = useAct(detail);
  const [seenVersion, setSeenVersion] = useState<number | null>(null);
  const hasConflict = isConflict(act.error);
  const holding = holdingGates(gates);
  const stage = playbook.stages.find((one) => one.id === detail.stage);
  const next = nextStage(playbook, detail, form, state.values);
  const startsAgain = stage?.dissatisfied !== undefined && isDissatisfied(playbook, form, state.values);
  const label = next ? t('submit', { next: name(next.name) }) : t('submit.last');

  // The writer saw the ticket as it was when the first word was typed.
  if (state.isTouched !== (seenVersion !== null)) setSeenVersion(state.isTouched ? detail.version : null);

  const submit = () => {
    const wrong = state.check();
    if (wrong !== null) return jumpToField(prefix, wrong);
    const notYet = whyNotYet(uploads);
    if (notYet !== null) return void message.warning(files(notYet));
    const body = { form: form.id, answers: state.answers(), attachments: uploads.ids };
    act.mutate(
      { action: 'submit-form', body },
      {
        onSuccess: (reply) => {
          state.clear();
          uploads.clear();
          const reached = playbook.stages.find((one) => one.id === reply.stage);
          const moved = reply.status === 'closed' ? t('closed') : reached && t('moved', { stage: name(reached.name) });
          const hasMoved = reply.stage !== detail.stage || reply.status === 'closed';
          void message.success(hasMoved ? moved : t('submitted', { form: name(form.name) }));
          if (hasMoved) showStage();
        },
        onError: (error) => {
          const { first } = state.refuse(error);
          if (first !== null) jumpToField(prefix, first);
        },
      },
    );
  };

  return (
    <WritingForm label={name(form.name)} onSubmit={submit} isBusy={act.isPending}>
      {detail.customer.isErased ? <p className={styles.stageHint}>{t('erased.hint')}</p> : null}
      <DraftNotice at={state.restoredAt} onDiscard={state.clear} />
      {seenVersion === null ? null : <ChangesSince version={seenVersion} isConflict={hasConflict} />}
      <DropArea uploads={uploads} isDisabled={act.isPending}>
        <FormFields playbook={playbook} state={state} prefix={prefix} isDisabled={act.isPending} />
        <FilePicker uploads={uploads} isDisabled={act.isPending} />
      </DropArea>
      {act.error && !hasConflict ? <Refused error={act.error} /> : null}
      <div className={styles.formFoot}>
        <CompletenessBar completeness={state.completeness} prefix={prefix} />
        <span className={styles.formButtons}>
          <span className={styles.keys} aria-hidden>
            {submitKeyNames().map((key) => (
              <KeyCap key={key}>{key}</KeyCap>
            ))}
          </span>
          <Button type="primary" loading={act.isPending} onClick={submit}>
            {act.isPending ? t('submitting') : startsAgain ? t('submit.again') : label}
          </Button>
        </span>
      </div>
      {holding.length > 0 && state.completeness.isComplete ? (
        <p className={styles.held} role="status">
          {t('held.title')}
        </p>
      ) : null}
    </WritingForm>
  );
}

/** A rating among these answers that makes the ticket start again. */
function isDissatisfied(playbook: Playbook, form: FillingProps['form'], values: Answers): boolean {
  const field = form.fields.find((one) => one.binds === 'rating');
  return playbook.ratings.some((one) => field !== undefined && one.id === values[field.id] && !one.isSatisfied);
}

function Refused({ error }: { error: Error }): ReactNode {
  const { title, remedy } = useProblemWords(error);
  return <Alert type="error" showIcon className={styles.refused ?? ''} title={title} description={remedy} />;
}
