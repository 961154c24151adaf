import { MessageOutlined } from '@ant-design/icons';
import { App, Button, Input, Select } from 'antd';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { fillBlank } from '../../../../domain/phrase/render.ts';
import { type InformKind, informKinds } from '../../../../domain/ticket/events.ts';
import { useNames, useTexts } from '../../../i18n/use-texts.ts';
import { useSayProblem } from '../../../ui/use-say-problem.ts';
import { DropArea } from '../../attachments/drop-area.tsx';
import { FilePicker } from '../../attachments/file-picker.tsx';
import { attachmentTexts } from '../../attachments/texts.ts';
import { useTicketUploads, whyNotYet } from '../../attachments/use-ticket-uploads.ts';
import { useDraft } from '../../form/use-draft.ts';
import { WritingForm } from '../../form/writing-form.tsx';
import { texts as phraseTexts } from '../../phrases/texts.ts';
import { etaText } from '../../phrases/ticket-values.ts';
import { PhrasesButton } from '../../phrases/use-phrases.tsx';
import { useAct } from '../actions/use-act.ts';
import { useTicket } from '../ticket-context.tsx';
import styles from './composer.module.css';
import { PromisedTime } from './promised-time.tsx';
import { composerTexts } from './texts.ts';
import { useInsertion } from './use-insertion.ts';
import { useMessagePhrases } from './use-message-phrases.ts';
import { useSendFailure } from './use-send-failure.tsx';
import { viaOptions } from './via-options.ts';

const maxLength = 8_000;

/** Words to the customer: what kind, by which channel, with or without a promised time. */
export function MessageComposer(): ReactNode {
  const t = useTexts(composerTexts);
  const phrase = useTexts(phraseTexts);
  const name = useNames();
  const id = useId();
  const { message: toast } = App.useApp();
  const { detail, playbook, me, composer } = useTicket();
  const draft = useDraft(me.id, ['ticket', detail.id, 'message']);
  const files = useTexts(attachmentTexts);
  const uploads = useTicketUploads(detail.id);
  const act = useAct(detail);
  const failure = useSendFailure(act.error, useSayProblem());
  const [problem, setProblem] = useState('');

  const text = textOf(draft.typed.message);
  const kind = informKinds.find((one) => one === draft.typed.kind) ?? usualKind(detail.lastInformedAt);
  const via = textOf(draft.typed.via) || detail.channel;
  const eta = textOf(draft.typed.eta);
  const options = viaOptions(playbook.channels);

  const { change } = draft;
  const phrases = useMessagePhrases({
    areaId: id,
    text,
    kind,
    isKindChosen: draft.typed.kind !== undefined,
    via,
    eta,
    change,
  });
  useInsertion('customer', text, (message) => change({ message }));
  useEffect(() => {
    if (composer.mode === 'customer' && composer.kind) change({ kind: composer.kind });
  }, [composer, change]);

  const send = () => {
    const said = text.trim();
    const over = said.length - maxLength;
    if (said === '') return setProblem(t('empty.customer'));
    if (over > 0) return setProblem(t('tooLong', { over, max: maxLength }));
    const [blank] = phrases.blanks;
    if (blank) {
      phrases.select(blank);
      return setProblem(phrase('blanks.refuse', { count: phrases.blanks.length }));
    }
    const notYet = whyNotYet(uploads);
    if (notYet !== null) return setProblem(files(notYet));
    setProblem('');
    const body = { kind, via, message: said, ...(eta === '' ? {} : { eta }), attachments: uploads.ids };
    act.mutate(
      { action: 'inform-customer', body },
      {
        onSuccess: () => {
          draft.drop();
          uploads.clear();
          void toast.success(t('sent.customer'));
        },
        onError: failure.onError,
      },
    );
  };

  return (
    <WritingForm label={t('mode.customer')} onSubmit={send} isBusy={act.isPending}>
      <div className={styles.banner}>
        <MessageOutlined aria-hidden /> {t('customer.banner')}
        <PhrasesButton onOpen={phrases.openAtCursor} />
      </div>
      <div className={styles.choices}>
        <label htmlFor={`${id}-kind`}>
          <span>{t('kind.label')}</span>
          <Select<InformKind>
            value={kind}
            onChange={(next) => draft.change({ kind: next })}
            options={informKinds.map((one) => ({ value: one, label: t(`kind.${one}`) }))}
            id={`${id}-kind`}
            popupMatchSelectWidth={false}
          />
        </label>
        <label htmlFor={`${id}-via`}>
          <span>{t('via.label')}</span>
          <Select
            value={via}
            onChange={(next) => draft.change({ via: next })}
            options={options.map((one) => ({ value: one.id, label: name(one.name) }))}
            id={`${id}-via`}
            popupMatchSelectWidth={false}
          />
        </label>
        <PromisedTime value={eta} onChange={(next) => draft.change({ eta: next, ...withEta(text, next) })} />
      </div>
      <DropArea uploads={uploads} isDisabled={act.isPending}>
        <Input.TextArea
          id={id}
          aria-label={t('message.label')}
          aria-invalid={problem !== ''}
          aria-describedby={`${id}-help`}
          autoSize={{ minRows: 3, maxRows: 16 }}
          value={text}
          placeholder={t(via === 'phone' ? 'message.phone' : 'message.placeholder')}
          onChange={phrases.onChange}
          disabled={act.isPending}
        />
        <FilePicker uploads={uploads} isDisabled={act.isPending} />
      </DropArea>
      {phrases.notice}
      {phrases.picker}
      {failure.notice}
      <div className={styles.foot}>
        <span id={`${id}-help`} className={styles.help} data-problem={problem !== ''}>
          {problem || t(`kind.${kind}.help`)}
        </span>
        <Button type="primary" icon={<MessageOutlined aria-hidden />} loading={act.isPending} onClick={send}>
          {act.isPending ? t('sending') : t('send.customer')}
        </Button>
      </div>
    </WritingForm>
  );
}

/** A blank that waits for the promised time is filled by it. */
function withEta(text: string, eta: string): { message?: string } {
  if (eta === '') return {};
  const message = fillBlank(text, 'eta', { zh: etaText(eta, 'zh'), en: etaText(eta, 'en') });
  return message === text ? {} : { message };
}

/** The first word to a customer answers; later ones tell of progress. */
function usualKind(lastInformedAt: string | null): InformKind {
  return lastInformedAt === null ? 'response' : 'progress';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
