import { useMutation } from '@tanstack/react-query';
import { linkOptions, useNavigate } from '@tanstack/react-router';
import { App, Button, Input } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { call } from '../../api/client.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useSayProblem } from '../../ui/use-say-problem.ts';
import styles from './outputs.module.css';
import { texts } from './texts.ts';

/** From a number to the forms kept under it. */
export function FindForms(): ReactNode {
  const t = useTexts(texts);
  const id = useId();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const sayProblem = useSayProblem();
  const [number, setNumber] = useState('');
  const find = useMutation({
    mutationFn: (wanted: string) => call('getTicketByNumber', { params: { number: wanted } }),
    onSuccess: (ticket) => void navigate(linkOptions({ to: '/outputs', search: { ticket: ticket.id } })),
    onError: sayProblem,
  });
  const open = () => {
    const wanted = number.trim().toUpperCase();
    if (wanted === '') return void message.warning(t('find.needNumber'));
    find.mutate(wanted);
  };
  return (
    <>
      <p className={styles.hint}>{t('find.hint')}</p>
      <div className={styles.find}>
        <label htmlFor={id} className="visually-hidden">
          {t('find.label')}
        </label>
        <Input
          id={id}
          value={number}
          maxLength={60}
          placeholder={t('find.label')}
          onChange={(event) => setNumber(event.target.value)}
          onPressEnter={open}
        />
        <Button type="primary" loading={find.isPending} onClick={open}>
          {t('find.open')}
        </Button>
      </div>
    </>
  );
}
