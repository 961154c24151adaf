import { CheckCircleFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Playbook } from '../../../domain/playbook/schema.ts';
import { useNames, useTexts } from '../../i18n/use-texts.ts';
import { Panel } from '../../ui/panel.tsx';
import { isRequired } from '../form/completeness.ts';
import { jumpToField } from '../form/field-ids.ts';
import { isFilled } from '../form/form-values.ts';
import type { PlaybookFormState } from '../form/use-playbook-form.ts';
import styles from './register.module.css';
import { texts } from './texts.ts';

type Props = { playbook: Playbook; state: PlaybookFormState; prefix: string };

/** What to ask, in order, ticked off as it is answered: a calm companion during the call. */
export function PromptCard({ playbook, state, prefix }: Props): ReactNode {
  const t = useTexts(texts);
  const name = useNames();
  const hint = playbook.stages[0]?.hint;
  const asked = state.form.fields.filter((field) => isRequired(field, state.values));
  return (
    <Panel title={t('prompt.title')}>
      {hint ? <p className={styles.calm}>{name(hint)}</p> : null}
      <ol className={styles.prompts}>
        {asked.map((field) => (
          <li key={field.id} data-done={isFilled(state.values[field.id])}>
            <span className={styles.promptMark} aria-hidden>
              {isFilled(state.values[field.id]) ? <CheckCircleFilled /> : null}
            </span>
            <button type="button" onClick={() => jumpToField(prefix, field.id)}>
              <span>{name(field.name)}</span>
              {field.help ? <small>{name(field.help)}</small> : null}
            </button>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
