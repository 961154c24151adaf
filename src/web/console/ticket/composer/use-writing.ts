import { App } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../../i18n/use-texts.ts';
import { useSayProblem } from '../../../ui/use-say-problem.ts';
import { attachmentTexts } from '../../attachments/texts.ts';
import { useTicketUploads, whyNotYet } from '../../attachments/use-ticket-uploads.ts';
import { useDraft } from '../../form/use-draft.ts';
import { texts as phraseTexts } from '../../phrases/texts.ts';
import type { usePhrases } from '../../phrases/use-phrases.tsx';
import { useAct } from '../actions/use-act.ts';
import { useTicket } from '../ticket-context.tsx';
import { composerTexts } from './texts.ts';
import { useSendFailure } from './use-send-failure.tsx';

const maxLength = 8_000;

export type Phrases = ReturnType<typeof usePhrases>;
export type Writing = ReturnType<typeof useWriting>;
type Request = Parameters<ReturnType<typeof useAct>['mutate']>[0];
/** Something that is to be sent; `empty` says what is missing, null where the text may be. */
type Sending = {
  text: string;
  phrases: Phrases;
  empty: string | null;
  sent: string;
  request: (said: string) => Request;
  onSent?: () => void;
};

/** What is written on a ticket, with its files, kept as a draft until it is sent; refused in words while something is wrong with it. */
export function useWriting(about: 'message' | 'note') {
  const t = useTexts(composerTexts);
  const phrase = useTexts(phraseTexts);
  const files = useTexts(attachmentTexts);
  const { message: toast } = App.useApp();
  const { detail, me } = useTicket();
  const draft = useDraft(me.id, ['ticket', detail.id, about]);
  const uploads = useTicketUploads(detail.id);
  const act = useAct(detail);
  const failure = useSendFailure(act.error, useSayProblem());
  const [problem, setProblem] = useState('');

  const whyNot = (said: string, { phrases, empty }: Sending): string | null => {
    const over = said.length - maxLength;
    if (said === '' && empty !== null) return empty;
    if (over > 0) return t('tooLong', { over, max: maxLength });
    const [blank] = phrases.blanks;
    if (blank) {
      phrases.select(blank);
      return phrase('blanks.refuse', { count: phrases.blanks.length });
    }
    const notYet = whyNotYet(uploads);
    return notYet === null ? null : files(notYet);
  };

  const send = (sending: Sending) => {
    const said = sending.text.trim();
    const refusal = whyNot(said, sending);
    setProblem(refusal ?? '');
    if (refusal !== null) return;
    const onSuccess = () => {
      draft.drop();
      uploads.clear();
      void toast.success(sending.sent);
      sending.onSent?.();
    };
    act.mutate(sending.request(said), { onSuccess, onError: failure.onError });
  };

  return { draft, uploads, isBusy: act.isPending, problem, conflict: failure.notice, send };
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
