import { Input } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './outputs.module.css';
import { texts } from './texts.ts';

type Props = { isOpen: boolean; onClose: () => void; onReason: (reason: string) => void };

/** Why contacts shall be written out; the server keeps it with the name of who asked. */
export function RevealReason({ isOpen, onClose, onReason }: Props): ReactNode {
  const t = useTexts(texts);
  const id = useId();
  const [reason, setReason] = useState('');
  const [isShort, setShort] = useState(false);
  const give = () => {
    const given = reason.trim();
    setShort(given.length < 2);
    if (given.length < 2) return;
    onReason(given);
    onClose();
  };
  return (
    <Dialog open={isOpen} title={t('reveal.title')} onCancel={onClose} onOk={give} okText={t('reveal.do')} width={460}>
      <p className={styles.hint}>{t('reveal.hint')}</p>
      <label htmlFor={id}>{t('reveal.reason')}</label>
      <Input
        id={id}
        value={reason}
        maxLength={400}
        {...(isShort ? { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': `${id}-error` } : {})}
        onChange={(event) => {
          setReason(event.target.value);
          setShort(false);
        }}
        onPressEnter={give}
      />
      {isShort && (
        <p id={`${id}-error`} className={styles.problem}>
          {t('reveal.needReason')}
        </p>
      )}
    </Dialog>
  );
}
