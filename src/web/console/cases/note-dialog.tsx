import { Input } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { WritingForm } from '../form/writing-form.tsx';
import styles from './cases.module.css';

type Props = {
  isOpen: boolean;
  title: string;
  label: string;
  hint?: string;
  isBusy: boolean;
  onClose: () => void;
  onSend: (note: string) => void;
};

/** Asks for a word of explanation before something is done. */
export function NoteDialog({ isOpen, title, label, hint, isBusy, onClose, onSend }: Props): ReactNode {
  const id = useId();
  const [note, setNote] = useState('');
  const send = () => {
    if (note.trim() !== '') onSend(note.trim());
  };
  return (
    <Dialog
      open={isOpen}
      title={title}
      onCancel={onClose}
      onOk={send}
      okText={title}
      okButtonProps={{ disabled: note.trim() === '' }}
      confirmLoading={isBusy}
      width={480}
    >
      <WritingForm label={title} onSubmit={send} isBusy={isBusy}>
        {hint ? <p className={styles.hint}>{hint}</p> : null}
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
        <Input.TextArea
          id={id}
          value={note}
          maxLength={2_000}
          autoSize={{ minRows: 3, maxRows: 10 }}
          onChange={(event) => setNote(event.target.value)}
        />
      </WritingForm>
    </Dialog>
  );
}
