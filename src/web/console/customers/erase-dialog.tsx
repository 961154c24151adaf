import { WarningFilled } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import type { CustomerView } from '../../../contract/customer.ts';
import { call } from '../../api/client.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { texts as uiTexts } from '../../ui/texts.ts';
import { useSayProblem } from '../../ui/use-say-problem.ts';
import styles from './customers.module.css';
import { texts } from './texts.ts';

const consequences = ['erase.key', 'erase.search', 'erase.keeps', 'erase.never'] as const;

/** Erasing destroys the customer's key. It is asked for in full knowledge: what goes, what stays, a reason, and a typed word. */
export function EraseDialog({ customer, onClose }: { customer: CustomerView; onClose: () => void }): ReactNode {
  const t = useTexts(texts);
  const ui = useTexts(uiTexts);
  const id = useId();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [word, setWord] = useState('');
  const openCount = customer.tickets.filter(({ status }) => status !== 'closed').length;
  const isSure = reason.trim().length >= 2 && word.trim() === t('erase.word');
  const erase = useMutation({
    mutationFn: () => call('eraseCustomer', { params: { id: customer.id }, body: { reason: reason.trim() } }),
    onError: useSayProblem(),
    onSuccess: async () => {
      void message.success(t('erase.done'));
      onClose();
      // Nothing of the person may stay on any page.
      await client.invalidateQueries();
    },
  });

  return (
    <Dialog
      open
      title={
        <span className={styles.danger}>
          <WarningFilled aria-hidden /> {t('erase.title')}
        </span>
      }
      onCancel={onClose}
      mask={{ closable: false }}
      width={560}
      footer={
        <div className={styles.footer}>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button type="primary" danger disabled={!isSure} loading={erase.isPending} onClick={() => erase.mutate()}>
            {erase.isPending ? t('erase.working') : t('erase.submit')}
          </Button>
        </div>
      }
    >
      <p>{t('erase.intro')}</p>
      {openCount > 0 ? <p className={styles.warning}>{t('erase.open.tickets', { count: openCount })}</p> : null}
      <h3 className={styles.smallTitle}>{t('erase.what')}</h3>
      <ul className={styles.consequences}>
        {consequences.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
      <label htmlFor={`${id}-reason`} className={styles.label}>
        {t('erase.reason')}
      </label>
      <Input.TextArea
        id={`${id}-reason`}
        value={reason}
        maxLength={400}
        autoSize={{ minRows: 2, maxRows: 5 }}
        placeholder={t('erase.reason.placeholder')}
        onChange={(event) => setReason(event.target.value)}
      />
      <label htmlFor={`${id}-word`} className={styles.label}>
        {t('erase.type', { word: t('erase.word') })}
      </label>
      <Input id={`${id}-word`} value={word} autoComplete="off" onChange={(event) => setWord(event.target.value)} />
    </Dialog>
  );
}
