import { EyeInvisibleOutlined } from '@ant-design/icons';
import { type ReactNode, useId } from 'react';
import { useTexts } from '../../../i18n/use-texts.ts';
import { WritingForm } from '../../form/writing-form.tsx';
import { PhrasesButton } from '../../phrases/use-phrases.tsx';
import styles from './composer.module.css';
import { composerTexts } from './texts.ts';
import { useInsertion } from './use-insertion.ts';
import { useNotePhrases } from './use-message-phrases.ts';
import { textOf, useWriting } from './use-writing.ts';
import { WritingArea } from './writing-area.tsx';

/** A note among colleagues; the customer never sees it. */
export function NoteComposer(): ReactNode {
  const t = useTexts(composerTexts);
  const id = useId();
  const writing = useWriting('note');
  const { draft, uploads } = writing;
  const text = textOf(draft.typed.note);
  const setText = (note: string) => draft.change({ note });
  const phrases = useNotePhrases({ areaId: id, text, setText });
  useInsertion('note', text, setText);

  const save = () => {
    const attachments = uploads.ids;
    writing.send({
      text,
      phrases,
      empty: attachments.length === 0 ? t('empty.note') : null,
      sent: t('sent.note'),
      request: (note) =>
        note === '' ? { action: 'attach', body: { attachments } } : { action: 'add-note', body: { note, attachments } },
    });
  };

  return (
    <WritingForm label={t('mode.note')} onSubmit={save} isBusy={writing.isBusy}>
      <div className={styles.banner}>
        <EyeInvisibleOutlined aria-hidden /> {t('note.banner')}
        <PhrasesButton onOpen={phrases.openAtCursor} />
      </div>
      <WritingArea
        id={id}
        label={t('note.label')}
        placeholder={t('note.placeholder')}
        text={text}
        writing={writing}
        phrases={phrases}
        button={{ icon: <EyeInvisibleOutlined aria-hidden />, className: styles.noteButton ?? '', onClick: save }}
        send={t('send.note')}
      />
    </WritingForm>
  );
}
