import { useQuery } from '@tanstack/react-query';
import { Form, type FormInstance } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { queries } from '../../api/queries.ts';
import { useNames, useTexts } from '../../i18n/use-texts.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import styles from './playbook-choice.module.css';
import { texts } from './texts.ts';

/** Each playbook as a card with what it is for; one is chosen. The first is offered. */
export function PlaybookChoice({ form }: { form: FormInstance }): ReactNode {
  const t = useTexts(texts);
  const names = useNames();
  const playbooks = useQuery(queries.playbooks());
  const first = playbooks.data?.items[0]?.id;
  useEffect(() => {
    if (first && !form.getFieldValue('playbook')) form.setFieldValue('playbook', first);
  }, [first, form]);
  const chosen = Form.useWatch('playbook', form);
  if (playbooks.isPending) return <Loading rows={4} />;
  if (playbooks.isError) return <ErrorState error={playbooks.error} onRetry={() => void playbooks.refetch()} />;
  return (
    <fieldset className={styles.cards}>
      <legend className="visually-hidden">{t('setUp.playbook')}</legend>
      <Form.Item name="playbook" hidden>
        <input type="hidden" />
      </Form.Item>
      {playbooks.data.items.map(({ id, name, summary }) => (
        <label key={id} className={`${styles.card} ${chosen === id ? styles.chosen : ''}`}>
          <input
            type="radio"
            name="playbook-card"
            value={id}
            checked={chosen === id}
            onChange={() => form.setFieldValue('playbook', id)}
          />
          <span className={styles.words}>
            <strong>{names(name)}</strong>
            <span className={styles.summary}>{names(summary)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
