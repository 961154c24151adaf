import { useQuery } from '@tanstack/react-query';
import { Form, type FormInstance } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { queries } from '../../api/queries.ts';
import { useNames, useTexts } from '../../i18n/use-texts.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import { FlowPicture } from '../playbooks/flow/flow-picture.tsx';
import styles from './playbook-choice.module.css';
import { texts } from './texts.ts';

type Props = { form: FormInstance; alsoUse: string[] | null; onAlsoUse: (ids: string[]) => void };

/** Each playbook as a card with what it is for and what its flow looks like; one is the first, others can stand beside it. */
export function PlaybookChoice({ form, alsoUse, onAlsoUse }: Props): ReactNode {
  const t = useTexts(texts);
  const names = useNames();
  const playbooks = useQuery(queries.playbooks());
  const first = playbooks.data?.items[0]?.id;
  const ids = playbooks.data?.items.map(({ id }) => id) ?? [];
  const used = alsoUse ?? ids;
  const use = (id: string, isUsed: boolean) => onAlsoUse(isUsed ? [...used, id] : used.filter((one) => one !== id));
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
      {playbooks.data.items.map(({ id, name, summary, flow }) => (
        <div key={id} className={`${styles.card} ${chosen === id ? styles.chosen : ''}`}>
          <label className={styles.main}>
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
              <FlowPicture flow={flow} />
            </span>
          </label>
          {chosen === id ? null : (
            <label className={styles.also}>
              <input type="checkbox" checked={used.includes(id)} onChange={(event) => use(id, event.target.checked)} />
              {t('setUp.alsoUse')}
              <span className="visually-hidden">{names(name)}</span>
            </label>
          )}
        </div>
      ))}
    </fieldset>
  );
}
