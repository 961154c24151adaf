import { Input } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import type { Playbook } from '../../../../domain/playbook/schema.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { DiffView } from '../diff/diff-view.tsx';
import { useChanges } from './draft-changes.tsx';
import styles from './editor.module.css';
import { editorTexts } from './texts.ts';

type Props = {
  next: number;
  playbook: Playbook | null;
  baseSource: string;
  isPublishing: boolean;
  onPublish: (note: string) => void;
  onClose: () => void;
};

/** Lists what the new version changes before it is put into force. */
export function PublishDialog({ next, playbook, baseSource, isPublishing, onPublish, onClose }: Props): ReactNode {
  const t = useTexts(editorTexts);
  const id = useId();
  const [note, setNote] = useState('');
  const changes = useChanges(baseSource, playbook);
  return (
    <Dialog
      open
      title={t('publish.title', { version: next })}
      okText={t('publish')}
      confirmLoading={isPublishing}
      width={640}
      onOk={() => onPublish(note)}
      onCancel={onClose}
    >
      <p>{t('publish.hint')}</p>
      {baseSource === '' ? null : (
        <div className={styles.publishChanges}>
          <DiffView changes={changes} />
        </div>
      )}
      <label htmlFor={id} className={styles.noteLabel}>
        {t('publish.note')}
      </label>
      <Input
        id={id}
        maxLength={500}
        placeholder={t('publish.noteHint')}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </Dialog>
  );
}
