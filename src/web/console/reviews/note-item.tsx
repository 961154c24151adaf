import { CheckCircleFilled } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import type { ReviewNoteView } from '../../../contract/review-note.ts';
import { call } from '../../api/client.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Tag } from '../../ui/tag.tsx';
import { useSayProblem } from '../../ui/use-say-problem.ts';
import { Mark } from './mark.tsx';
import { dayFormat } from './period.ts';
import { reviewNotesKey } from './queries.ts';
import styles from './reviews.module.css';
import { texts } from './texts.ts';
import type { ReviewNames } from './use-review-names.ts';

type Props = { note: ReviewNoteView; names: ReviewNames; mayWrite: boolean; onEdit: () => void };

export function NoteItem({ note, names, mayWrite, onEdit }: Props): ReactNode {
  const t = useTexts(texts);
  const marking = useMarkDone(note);
  const isDone = note.doneAt !== null;
  const isOverdue = !isDone && note.due !== null && note.due < dayjs().format(dayFormat);
  const type = note.category === null ? t('notes.wholePlaybook') : names.category(note.playbook, note.category);
  return (
    <li className={styles.note}>
      <div className={styles.noteHead}>
        <h3 className={styles.subhead}>{type}</h3>
        <span className={styles.quiet}>{names.playbook(note.playbook)}</span>
        {note.isCarriedOver && <Mark tone="watch">{t('notes.carriedOver', { from: note.from, to: note.to })}</Mark>}
        {isOverdue && <Mark tone="bad">{t('notes.overdue')}</Mark>}
        {isDone && (
          <Tag isSmall tone="green">
            <CheckCircleFilled aria-hidden /> {t('notes.done')}
          </Tag>
        )}
        {mayWrite && (
          <span className={styles.noteActions}>
            <Button size="small" onClick={onEdit}>
              {t('notes.edit')}
            </Button>
            <Button size="small" loading={marking.isPending} onClick={() => marking.mutate()}>
              {t(isDone ? 'notes.reopen' : 'notes.markDone')}
            </Button>
          </span>
        )}
      </div>
      <dl className={styles.noteWords}>
        <dt>{t('notes.rootCause')}</dt>
        <dd>{note.rootCause}</dd>
        <dt>{t('notes.longTermFix')}</dt>
        <dd>{note.longTermFix || '—'}</dd>
        <dt>{t('owner')}</dt>
        <dd>{names.staff(note.owner)}</dd>
        <dt>{t('notes.due')}</dt>
        <dd>{note.due ?? '—'}</dd>
      </dl>
    </li>
  );
}

function useMarkDone({ id, version, doneAt, ...note }: ReviewNoteView) {
  const client = useQueryClient();
  const { playbook, category, rootCause, longTermFix, owner, due } = note;
  return useMutation({
    mutationFn: () =>
      call('changeReviewNote', {
        params: { id },
        body: { playbook, category, rootCause, longTermFix, owner, due, version, isDone: doneAt === null },
      }),
    onError: useSayProblem(),
    onSettled: () => client.invalidateQueries({ queryKey: reviewNotesKey }),
  });
}
