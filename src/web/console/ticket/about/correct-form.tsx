import { App, Button } from 'antd';
import { type ReactNode, useId } from 'react';
import type { TicketDetail } from '../../../../contract/ticket.ts';
import type { PlaybookForm } from '../../../../domain/playbook/schema.ts';
import { useNames, useTexts } from '../../../i18n/use-texts.ts';
import { useSayProblem } from '../../../ui/use-say-problem.ts';
import { CompletenessBar } from '../../form/completeness-bar.tsx';
import { DraftNotice } from '../../form/draft-notice.tsx';
import { jumpToField } from '../../form/field-ids.ts';
import { FormFields } from '../../form/form-fields.tsx';
import { usePlaybookForm } from '../../form/use-playbook-form.ts';
import { WritingForm } from '../../form/writing-form.tsx';
import { useAct } from '../actions/use-act.ts';
import { stageTexts } from '../stages/texts.ts';
import { texts } from '../texts.ts';
import { useTicket } from '../ticket-context.tsx';
import styles from './about.module.css';

type Props = { form: PlaybookForm; submitted: TicketDetail['forms'][number]; onDone: () => void };

/** Masked everywhere, and corrected on the customer's own page; sent along unchanged. */
const ofTheCustomer = ['customer-contact', 'customer-number'] as const;

/** Corrects a form of a stage that has passed; the ticket stays where it is. */
export function CorrectForm({ form, submitted, onDone }: Props): ReactNode {
  const t = useTexts(texts);
  const stage = useTexts(stageTexts);
  const name = useNames();
  const prefix = useId();
  const { message } = App.useApp();
  const sayProblem = useSayProblem();
  const { detail, playbook, me } = useTicket();
  const about = ['ticket', detail.id, 'correct', form.id, submitted.cycle];
  const state = usePlaybookForm({ playbook, form, known: submitted.answers, staffId: me.id, about });
  const act = useAct(detail);
  const fields = form.fields.filter(({ binds }) => !ofTheCustomer.some((one) => one === binds));

  const submit = () => {
    const wrong = state.check();
    if (wrong !== null) return jumpToField(prefix, wrong);
    act.mutate(
      { action: 'submit-form', body: { form: form.id, answers: state.answers() } },
      {
        onSuccess: () => {
          state.clear();
          void message.success(stage('submitted', { form: name(form.name) }));
          onDone();
        },
        onError: (error) => {
          const { first } = state.refuse(error);
          if (first === null) sayProblem(error);
          else jumpToField(prefix, first);
        },
      },
    );
  };

  return (
    <WritingForm label={t('forms.correcting', { form: name(form.name) })} onSubmit={submit} isBusy={act.isPending}>
      <p className={styles.hint}>{t('forms.correctHint')}</p>
      <DraftNotice at={state.restoredAt} onDiscard={state.clear} />
      <FormFields playbook={playbook} state={state} prefix={prefix} isDisabled={act.isPending} fields={fields} />
      <div className={styles.drawerFoot}>
        <CompletenessBar completeness={state.completeness} prefix={prefix} />
        <Button type="primary" loading={act.isPending} onClick={submit}>
          {act.isPending ? stage('submitting') : stage('submit.short')}
        </Button>
      </div>
    </WritingForm>
  );
}
