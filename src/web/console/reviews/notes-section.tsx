import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Tooltip } from 'antd';
import { type ReactNode, useState } from 'react';
import type { ReviewNoteView } from '../../../contract/review-note.ts';
import { mayWriteReviewNotes } from '../../../domain/access/review-rules.ts';
import { useMe } from '../../api/session.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Panel } from '../../ui/panel.tsx';
import { NoteDialog } from './note-dialog.tsx';
import { NoteItem } from './note-item.tsx';
import { type ReviewAsk, reviewQueries } from './queries.ts';
import styles from './reviews.module.css';
import { texts } from './texts.ts';
import type { ReviewNames } from './use-review-names.ts';

/** What the review comes to; open notes of earlier periods stand first and say so. */
export function NotesSection({ ask, names }: { ask: ReviewAsk; names: ReviewNames }): ReactNode {
  const t = useTexts(texts);
  const me = useMe();
  const mayWrite = mayWriteReviewNotes({ kind: 'staff', id: me.id, roles: me.roles, departments: me.departments });
  const [writing, setWriting] = useState<ReviewNoteView | 'new' | null>(null);
  const notes = useQuery(reviewQueries.notes(ask));
  const add = (
    <Tooltip title={mayWrite ? null : t('notes.forbidden')}>
      <Button icon={<PlusOutlined aria-hidden />} disabled={!mayWrite} onClick={() => setWriting('new')}>
        {t('notes.add')}
      </Button>
    </Tooltip>
  );
  return (
    <div className={styles.notes}>
      <Panel title={t('notes.title')} extra={add} isFlush>
        {notes.isPending && <Loading rows={2} />}
        {notes.isError && <ErrorState error={notes.error} onRetry={() => void notes.refetch()} />}
        {notes.data?.items.length === 0 && <p className={styles.nothing}>{t('notes.none')}</p>}
        <ul className={styles.noteList}>
          {notes.data?.items.map((note) => (
            <NoteItem key={note.id} note={note} names={names} mayWrite={mayWrite} onEdit={() => setWriting(note)} />
          ))}
        </ul>
      </Panel>
      {writing && <NoteDialog ask={ask} note={writing === 'new' ? null : writing} onClose={() => setWriting(null)} />}
    </div>
  );
}
