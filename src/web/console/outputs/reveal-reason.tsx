import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ReasonInput, useReason } from '../../ui/reason-input.tsx';
import styles from './outputs.module.css';
import { texts } from './texts.ts';

type Props = { isOpen: boolean; onClose: () => void; onReason: (reason: string) => void };

/** Why contacts shall be written out; the server keeps it with the name of who asked. */
export function RevealReason({ isOpen, onClose, onReason }: Props): ReactNode {
  const t = useTexts(texts);
  const given = useReason((reason) => {
    onReason(reason);
    onClose();
  });
  return (
    <Dialog
      open={isOpen}
      title={t('reveal.title')}
      onCancel={onClose}
      onOk={given.take}
      okText={t('reveal.do')}
      width={460}
    >
      <p className={styles.hint}>{t('reveal.hint')}</p>
      <ReasonInput state={given} label={t('reveal.reason')} missing={t('reveal.needReason')} />
    </Dialog>
  );
}
