import { App, Button, Input } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useSayProblem } from '../../ui/use-say-problem.ts';
import { WritingForm } from '../form/writing-form.tsx';
import styles from './customers.module.css';
import { texts } from './texts.ts';
import type { useReveal } from './use-reveal.ts';

type Props = { isOpen: boolean; onClose: () => void; ask: ReturnType<typeof useReveal>['ask'] };

const usualReasons = ['reveal.reason.callback', 'reveal.reason.contact', 'reveal.reason.verify'] as const;

/** Asks why before showing personal fields. The usual reasons are one click. */
export function RevealDialog({ isOpen, onClose, ask }: Props): ReactNode {
  const t = useTexts(texts);
  const id = useId();
  const { message } = App.useApp();
  const sayProblem = useSayProblem();
  const [reason, setReason] = useState('');
  const show = (why: string) => {
    if (why.trim().length < 2) return void message.warning(t('reveal.needReason'));
    ask.mutate(why.trim(), {
      onSuccess: () => {
        setReason('');
        onClose();
      },
      onError: sayProblem,
    });
  };
  return (
    <Dialog
      open={isOpen}
      title={t('reveal.title')}
      onCancel={onClose}
      onOk={() => show(reason)}
      okText={t('reveal.submit')}
      confirmLoading={ask.isPending}
      width={460}
    >
      <WritingForm label={t('reveal.title')} onSubmit={() => show(reason)} isBusy={ask.isPending}>
        <p className={styles.hint}>{t('reveal.hint')}</p>
        <label htmlFor={id} className={styles.label}>
          {t('reveal.reason')}
        </label>
        <Input
          id={id}
          value={reason}
          maxLength={400}
          placeholder={t('reveal.reason.placeholder')}
          onChange={(event) => setReason(event.target.value)}
          onPressEnter={() => show(reason)}
        />
        <p className={styles.quick}>
          {usualReasons.map((key) => (
            <Button key={key} size="small" shape="round" onClick={() => show(t(key))} disabled={ask.isPending}>
              {t(key)}
            </Button>
          ))}
        </p>
      </WritingForm>
    </Dialog>
  );
}
