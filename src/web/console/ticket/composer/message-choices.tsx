import { Select } from 'antd';
import type { ReactNode } from 'react';
import { type InformKind, informKinds } from '../../../../domain/ticket/events.ts';
import { useNames, useTexts } from '../../../i18n/use-texts.ts';
import { useTicket } from '../ticket-context.tsx';
import styles from './composer.module.css';
import { PromisedTime } from './promised-time.tsx';
import { composerTexts } from './texts.ts';
import { viaOptions } from './via-options.ts';

type Choices = { kind: InformKind; via: string; eta: string };
type Props = { id: string; values: Choices; onChange: (values: Partial<Choices>) => void };

/** What kind of message it is, how it reaches the customer, and what time it promises. */
export function MessageChoices({ id, values, onChange }: Props): ReactNode {
  const t = useTexts(composerTexts);
  const name = useNames();
  const { playbook } = useTicket();
  return (
    <div className={styles.choices}>
      <label htmlFor={`${id}-kind`}>
        <span>{t('kind.label')}</span>
        <Select<InformKind>
          value={values.kind}
          onChange={(kind) => onChange({ kind })}
          options={informKinds.map((one) => ({ value: one, label: t(`kind.${one}`) }))}
          id={`${id}-kind`}
          popupMatchSelectWidth={false}
        />
      </label>
      <label htmlFor={`${id}-via`}>
        <span>{t('via.label')}</span>
        <Select
          value={values.via}
          onChange={(via) => onChange({ via })}
          options={viaOptions(playbook.channels).map((one) => ({ value: one.id, label: name(one.name) }))}
          id={`${id}-via`}
          popupMatchSelectWidth={false}
        />
      </label>
      <PromisedTime value={values.eta} onChange={(eta) => onChange({ eta })} />
    </div>
  );
}
