import { EditOutlined } from '@ant-design/icons';
import { Popover } from 'antd';
import { type ReactNode, useState } from 'react';
import type { TrackingRow } from '../../../contract/tracking.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { TimeText } from '../../ui/time-text.tsx';
import { texts } from './texts.ts';
import styles from './tracking.module.css';
import { UpdateForm } from './update-form.tsx';

/** What was said last; pressing it opens one line to bring it up to date. */
export function NoteCell({ row }: { row: TrackingRow }): ReactNode {
  const t = useTexts(texts);
  const [isOpen, setOpen] = useState(false);
  if (row.updates.length === 0) {
    return <span className={styles.noteText}>{row.latestNote ? <Note row={row} /> : t('note.none')}</span>;
  }
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      destroyOnHidden
      title={t('update.title', { number: row.number })}
      content={<UpdateForm row={row} onDone={() => setOpen(false)} />}
    >
      <button type="button" className={styles.noteButton} aria-haspopup="dialog" aria-expanded={isOpen}>
        {row.latestNote ? <Note row={row} /> : <span className={styles.fine}>{t('note.first')}</span>}
        <span className="visually-hidden">{t('note.update', { number: row.number })}</span>
        <EditOutlined aria-hidden className={styles.pen} />
      </button>
    </Popover>
  );
}

const kinds = {
  'progress.recorded': null,
  'obstacle.reported': 'note.obstacle',
  'contact.noted': 'note.contact',
  'customer.informed': 'note.informed',
  'note.added': 'note.remark',
} as const;

function Note({ row }: { row: TrackingRow }): ReactNode {
  const t = useTexts(texts);
  const note = row.latestNote;
  if (!note) return null;
  const kind = kinds[note.type];
  const { name, kind: who } = note.actor;
  const by = name || (who === 'customer' ? t('note.customer') : who === 'system' ? t('note.system') : '');
  return (
    <span className={styles.stack}>
      <span className={styles.said} title={note.text}>
        {kind ? <span className={kind === 'note.obstacle' ? styles.obstacle : styles.kind}>{t(kind)}</span> : null}
        {note.text || t('note.erased')}
      </span>
      <span className={styles.fine}>
        {by ? `${by} · ` : null}
        <TimeText at={note.at} />
      </span>
    </span>
  );
}
