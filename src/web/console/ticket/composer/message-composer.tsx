import { MessageOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useId } from 'react';
import { fillBlank } from '../../../../domain/phrase/render.ts';
import { type InformKind, informKinds } from '../../../../domain/ticket/events.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import { paths } from '../../app/paths.ts';
import { WritingForm } from '../../form/writing-form.tsx';
import { etaText } from '../../phrases/ticket-values.ts';
import { PhrasesButton } from '../../phrases/use-phrases.tsx';
import { showStage } from '../stages/place.ts';
import { useTicket } from '../ticket-context.tsx';
import styles from './composer.module.css';
import { MessageChoices } from './message-choices.tsx';
import { composerTexts } from './texts.ts';
import { useInsertion } from './use-insertion.ts';
import { useMessagePhrases } from './use-message-phrases.ts';
import { textOf, useWriting } from './use-writing.ts';
import { usualVia } from './via-options.ts';
import { WritingArea } from './writing-area.tsx';

/** Gates that a word of this kind opens. */
const opensBy: Partial<Record<InformKind, string>> = { result: 'gate.told-result', news: 'gate.told-news' };

/** Words to the customer: what kind, by which channel, with or without a promised time. */
export function MessageComposer(): ReactNode {
  const t = useTexts(composerTexts);
  const id = useId();
  const navigate = useNavigate();
  const { detail, playbook, composer, action } = useTicket();
  const writing = useWriting('message');
  const { typed, change } = writing.draft;

  const text = textOf(typed.message);
  const kind = informKinds.find((one) => one === typed.kind) ?? usualKind(detail.lastInformedAt);
  const via = textOf(typed.via) || usualVia(detail, playbook);
  const eta = textOf(typed.eta);
  const isKindChosen = typed.kind !== undefined;
  const phrases = useMessagePhrases({ areaId: id, text, kind, isKindChosen, via, eta, change });
  useInsertion('customer', text, (message) => change({ message }));
  useEffect(() => {
    if (composer.mode === 'customer' && composer.kind) change({ kind: composer.kind });
  }, [composer, change]);

  // Where this was all that kept the stage from being left, back to it.
  const isAwaited = action('submit-form').isAllowed && detail.openGates.some((gate) => opensBy[kind] === gate);
  const backToStage = () => {
    void navigate({ ...paths.ticket(detail.id, { tab: 'work' }), replace: true });
    showStage();
  };
  const send = () =>
    writing.send({
      text,
      phrases,
      empty: t('empty.customer'),
      sent: t('sent.customer'),
      request: (message) => ({
        action: 'inform-customer',
        body: { kind, via, message, ...(eta === '' ? {} : { eta }), attachments: writing.uploads.ids },
      }),
      ...(isAwaited && { onSent: backToStage }),
    });

  return (
    <WritingForm label={t('mode.customer')} onSubmit={send} isBusy={writing.isBusy}>
      <div className={styles.banner}>
        <MessageOutlined aria-hidden /> {t('customer.banner')}
        <PhrasesButton onOpen={phrases.openAtCursor} />
      </div>
      <MessageChoices
        id={id}
        values={{ kind, via, eta }}
        onChange={(next) => change(next.eta === undefined ? next : { ...next, ...withEta(text, next.eta) })}
      />
      <WritingArea
        id={id}
        label={t('message.label')}
        placeholder={t(via === 'phone' ? 'message.phone' : 'message.placeholder')}
        text={text}
        writing={writing}
        phrases={phrases}
        help={t(`kind.${kind}.help`)}
        button={{ type: 'primary', icon: <MessageOutlined aria-hidden />, onClick: send }}
        send={t('send.customer')}
      />
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
