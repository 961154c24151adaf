import { EyeInvisibleOutlined } from '@ant-design/icons';
import { App, Button, Input } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useTexts } from '../../../i18n/use-texts.ts';
import { useSayProblem } from '../../../ui/use-say-problem.ts';
import { DropArea } from '../../attachments/drop-area.tsx';
import { FilePicker } from '../../attachments/file-picker.tsx';
import { attachmentTexts } from '../../attachments/texts.ts';
import { useTicketUploads, whyNotYet } from '../../attachments/use-ticket-uploads.ts';
import { useDraft } from '../../form/use-draft.ts';
import { WritingForm } from '../../form/writing-form.tsx';
import { texts as phraseTexts } from '../../phrases/texts.ts';
import { PhrasesButton } from '../../phrases/use-phrases.tsx';
import { useAct } from '../actions/use-act.ts';
import { useTicket } from '../ticket-context.tsx';
import styles from './composer.module.css';
import { composerTexts } from './texts.ts';
import { useInsertion } from './use-insertion.ts';
import { useNotePhrases } from './use-message-phrases.ts';
import { useSendFailure } from './use-send-failure.tsx';

const maxLength = 8_000;

/** A note among colleagues; the customer never sees it. */
export function NoteComposer(): ReactNode {
  const t = useTexts(composerTexts);
  const phrase = useTexts(phraseTexts);
  const id = useId();
  const { message: toast } = App.useApp();
  const { detail, me } = useTicket();
  const draft = useDraft(me.id, ['ticket', detail.id, 'note']);
  const files = useTexts(attachmentTexts);
  const uploads = useTicketUploads(detail.id);
  const act = useAct(detail);
  const failure = useSendFailure(act.error, useSayProblem());
  const [problem, setProblem] = useState('');
  const note = typeof draft.typed.note === 'string' ? draft.typed.note : '';
  const phrases = useNotePhrases({ areaId: id, text: note, setText: (next) => draft.change({ note: next }) });
  useInsertion('note', note, (words) => draft.change({ note: words }));

  const save = () => {
    const over = note.trim().length - maxLength;
    const attachments = uploads.ids;
    if (note.trim() === '' && attachments.length === 0) return setProblem(t('empty.note'));
    if (over > 0) return setProblem(t('tooLong', { over, max: maxLength }));
    const [blank] = phrases.blanks;
    if (blank) {
      phrases.select(blank);
      return setProblem(phrase('blanks.refuse', { count: phrases.blanks.length }));
    }
    const notYet = whyNotYet(uploads);
    if (notYet !== null) return setProblem(files(notYet));
    setProblem('');
    act.mutate(
      note.trim() === ''
        ? { action: 'attach', body: { attachments } }
        : { action: 'add-note', body: { note: note.trim(), attachments } },
      {
        onSuccess: () => {
          draft.drop();
          uploads.clear();
          void toast.success(t('sent.note'));
        },
        onError: failure.onError,
      },
    );
  };

  return (
    <WritingForm label={t('mode.note')} onSubmit={save} isBusy={act.isPending}>
      <div className={styles.banner}>
        <EyeInvisibleOutlined aria-hidden /> {t('note.banner')}
        <PhrasesButton onOpen={phrases.openAtCursor} />
      </div>
      <DropArea uploads={uploads} isDisabled={act.isPending}>
        <Input.TextArea
          id={id}
          aria-label={t('note.label')}
          aria-invalid={problem !== ''}
          aria-describedby={`${id}-help`}
          autoSize={{ minRows: 3, maxRows: 16 }}
          value={note}
          placeholder={t('note.placeholder')}
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
          {problem}
        </span>
        <Button
          icon={<EyeInvisibleOutlined aria-hidden />}
          loading={act.isPending}
          onClick={save}
          className={styles.noteButton ?? ''}
        >
          {act.isPending ? t('sending') : t('send.note')}
        </Button>
      </div>
    </WritingForm>
  );
}
