import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ReasonInput, useReason } from '../../ui/reason-input.tsx';
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
  const sayProblem = useSayProblem();
  const show = (why: string) =>
    ask.mutate(why, {
      onSuccess: () => {
        given.set('');
        onClose();
      },
      onError: sayProblem,
    });
  const given = useReason(show);
  return (
    <Dialog
      open={isOpen}
      title={t('reveal.title')}
      onCancel={onClose}
      onOk={given.take}
      okText={t('reveal.submit')}
      confirmLoading={ask.isPending}
      width={460}
    >
      <WritingForm label={t('reveal.title')} onSubmit={given.take} isBusy={ask.isPending}>
        <p className={styles.hint}>{t('reveal.hint')}</p>
        <ReasonInput
          state={given}
          label={t('reveal.reason')}
          missing={t('reveal.needReason')}
          placeholder={t('reveal.reason.placeholder')}
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
