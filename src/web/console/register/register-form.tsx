import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Popconfirm } from 'antd';
import { type ReactNode, useEffect, useId, useMemo, useState } from 'react';
import type { CustomerView } from '../../../contract/customer.ts';
import type { TicketDetail } from '../../../contract/ticket.ts';
import type { Playbook, PlaybookForm } from '../../../domain/playbook/schema.ts';
import type { Answers } from '../../../domain/ticket/events.ts';
import { call } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useMe } from '../../api/session.ts';
import type { Uploads } from '../../api/use-uploads.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useProblemWords } from '../../ui/error-state.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { useIsCompact } from '../../ui/use-width.ts';
import { DropArea } from '../attachments/drop-area.tsx';
import { FilePicker } from '../attachments/file-picker.tsx';
import { useTicketUploads } from '../attachments/use-ticket-uploads.ts';
import { SimilarWhileRegistering } from '../cases/similar-card.tsx';
import { CompletenessBar } from '../form/completeness-bar.tsx';
import { DraftNotice } from '../form/draft-notice.tsx';
import { jumpToField } from '../form/field-ids.ts';
import { submitKeyNames } from '../form/submit-key.ts';
import { useIdempotencyKey } from '../form/use-idempotency-key.ts';
import { usePlaybookForm } from '../form/use-playbook-form.ts';
import { WritingForm } from '../form/writing-form.tsx';
import { IncidentOffer } from '../incidents/register-offer.tsx';
import { CustomerCard } from './customer-card.tsx';
import { DuplicatesCard } from './duplicates-card.tsx';
import { fieldBoundTo } from './field-groups.ts';
import { customerAnswers, startAnswers } from './known-answers.ts';
import { PromptCard } from './prompt-card.tsx';
import styles from './register.module.css';
import { RegisterFields } from './register-fields.tsx';
import { SayCard } from './say-card.tsx';
import { texts } from './texts.ts';
import { useCustomerLookup } from './use-customer-lookup.ts';
import { useDebounced } from './use-debounced.ts';

type Props = {
  playbook: Playbook;
  form: PlaybookForm;
  asked: { customer: number | undefined; contact: string | undefined };
  onRegistered: (detail: TicketDetail, files: File[]) => void;
};

/** Everything on one screen: the form at the left, who calls and what looks alike at the right. */
export function RegisterForm({ playbook, form, asked, onRegistered }: Props): ReactNode {
  const t = useTexts(texts);
  const prefix = useId();
  const me = useMe();
  const isCompact = useIsCompact();
  const client = useQueryClient();
  const keyFor = useIdempotencyKey();
  const uploads = useTicketUploads(null);
  const [customer, setCustomer] = useState<CustomerView | undefined>(undefined);
  const start = useMemo(() => startAnswers(playbook, form, asked.contact), [playbook, form, asked.contact]);
  const known = useMemo(
    () => ({ ...start, ...customerAnswers(playbook, form, customer) }),
    [start, playbook, form, customer],
  );
  const state = usePlaybookForm({ playbook, form, known, staffId: me.id, about: ['register', playbook.id] });
  // Only what was typed leads to a customer; what a customer brings along must not lead elsewhere.
  const lookup = useCustomerLookup(form, { ...start, ...state.typed }, asked.customer);
  if (lookup.chosen !== customer) setCustomer(lookup.chosen);

  useEffect(() => {
    const contact = fieldBoundTo(form, 'customer-contact') ?? form.fields[0];
    if (contact) jumpToField(prefix, contact.id);
  }, [form, prefix]);

  const register = useMutation({
    mutationFn: (answers: Answers) => {
      const customer = lookup.chosenId === undefined ? {} : { customerId: lookup.chosenId };
      const body = { playbook: playbook.id, ...customer, answers };
      return call('registerTicket', { body, idempotencyKey: keyFor(body) });
    },
    onSuccess: (detail) => {
      client.setQueryData(keys.ticket(detail.id), detail);
      void client.invalidateQueries({ queryKey: keys.lists });
      void client.invalidateQueries({ queryKey: keys.customer(detail.customer.id) });
      state.clear();
      onRegistered(detail, filesToSend(uploads));
    },
    onError: (error) => {
      const { first } = state.refuse(error);
      if (first !== null) jumpToField(prefix, first);
    },
  });
  const submit = () => {
    const wrong = state.check();
    if (wrong !== null) return jumpToField(prefix, wrong);
    register.mutate(state.answers());
  };
  // Read aloud during the call, so before the form where there is no room beside it.
  const say = <SayCard playbook={playbook} state={state} prefix={prefix} />;
  const description = fieldBoundTo(form, 'description');
  const said = useDebounced(String(state.values[description?.id ?? ''] ?? '').trim(), 600).slice(0, 8_000);

  return (
    <div className={styles.page}>
      {isCompact ? <div className={styles.sayAbove}>{say}</div> : null}
      <WritingForm label={t('title')} className={styles.form} onSubmit={submit} isBusy={register.isPending}>
        <DraftNotice at={state.restoredAt} onDiscard={state.clear} />
        <DropArea uploads={uploads} isDisabled={register.isPending}>
          <RegisterFields
            playbook={playbook}
            state={state}
            prefix={prefix}
            isDisabled={register.isPending}
            lookup={lookup}
          />
          <FilePicker uploads={uploads} isDisabled={register.isPending} isLater />
        </DropArea>
        {register.error ? <Refused error={register.error} /> : null}
        <div className={styles.foot}>
          <CompletenessBar completeness={state.completeness} prefix={prefix} />
          <span className={styles.footButtons}>
            {state.isTouched ? (
              <Popconfirm title={t('reset.confirm')} onConfirm={state.clear}>
                <Button type="text">{t('reset')}</Button>
              </Popconfirm>
            ) : null}
            <Button type="primary" size="large" loading={register.isPending} onClick={submit}>
              {register.isPending ? t('submitting') : t('submit')}
              <span className={styles.keys} aria-hidden>
                {submitKeyNames().map((key) => (
                  <KeyCap key={key}>{key}</KeyCap>
                ))}
              </span>
            </Button>
          </span>
        </div>
      </WritingForm>
      <aside className={styles.side}>
        {isCompact ? null : say}
        <CustomerCard lookup={lookup} />
        <IncidentOffer text={said} />
        <DuplicatesCard text={String(state.values[description?.id ?? ''] ?? '')} customerId={lookup.chosenId} />
        <SimilarWhileRegistering text={String(state.values[description?.id ?? ''] ?? '')} />
        <PromptCard playbook={playbook} state={state} prefix={prefix} />
      </aside>
    </div>
  );
}

function filesToSend({ items }: Uploads): File[] {
  return items.filter(({ status }) => status !== 'failed').map(({ file }) => file);
}

function Refused({ error }: { error: Error }): ReactNode {
  const t = useTexts(texts);
  const { title, remedy } = useProblemWords(error);
  return (
    <Alert
      type="error"
      showIcon
      className={styles.refused ?? ''}
      title={t('failed.title')}
      description={`${title} ${remedy}`}
    />
  );
}
