import { CheckCircleFilled, IdcardOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import type { Playbook, PlaybookField } from '../../../domain/playbook/schema.ts';
import { useNames, useTexts } from '../../i18n/use-texts.ts';
import { useSayProblem } from '../../ui/use-say-problem.ts';
import { useReveal } from '../customers/use-reveal.ts';
import { FormFields } from '../form/form-fields.tsx';
import { isFilled } from '../form/form-values.ts';
import type { PlaybookFormState } from '../form/use-playbook-form.ts';
import { useNamesOf } from '../ticket/use-names-of.ts';
import { fieldBoundTo, fieldGroups } from './field-groups.ts';
import styles from './register.module.css';
import { texts } from './texts.ts';
import type { CustomerLookup } from './use-customer-lookup.ts';

type Props = {
  playbook: Playbook;
  state: PlaybookFormState;
  prefix: string;
  isDisabled: boolean;
  lookup: CustomerLookup;
};

const groupNames = ['customer', 'source', 'demand', 'urgency'] as const;

/** The form in the order of a call; what is neither required nor usual is folded away. */
export function RegisterFields({ playbook, state, prefix, isDisabled, lookup }: Props): ReactNode {
  const t = useTexts(texts);
  const groups = fieldGroups(state.form, state.values);
  const contact = fieldBoundTo(state.form, 'customer-contact');
  const extras = contact ? { [contact.id]: <ContactExtra field={contact} state={state} lookup={lookup} /> } : {};
  const shared = { playbook, state, prefix, isDisabled, extras };
  return (
    <>
      {groupNames.map((group) =>
        groups[group].length === 0 ? null : (
          <Group key={group} title={t(`group.${group}`)}>
            <FormFields {...shared} fields={groups[group]} />
          </Group>
        ),
      )}
      {fieldBoundTo(state.form, 'priority') ? null : <InitialPriority playbook={playbook} />}
      {groups.more.length === 0 ? null : <More {...shared} fields={groups.more} />}
    </>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }): ReactNode {
  const id = useId();
  return (
    <fieldset className={styles.group} aria-labelledby={id}>
      <p id={id} className={styles.groupTitle}>
        {title}
      </p>
      {children}
    </fieldset>
  );
}

type MoreProps = Omit<Props, 'lookup'> & { fields: readonly PlaybookField[] };

function More({ fields, state, ...shared }: MoreProps): ReactNode {
  const t = useTexts(texts);
  const isInUse = fields.some((field) => isFilled(state.values[field.id]));
  const [wasInUse, setWasInUse] = useState(isInUse);
  const [isOpen, setOpen] = useState(isInUse);
  // It opens for what is known or restored, and does not fold up under the hands of whoever empties its last field.
  if (isInUse !== wasInUse) {
    setWasInUse(isInUse);
    if (isInUse) setOpen(true);
  }
  return (
    <details className={styles.more} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('group.more', { count: fields.length })}</summary>
      <FormFields {...shared} state={state} fields={fields} />
    </details>
  );
}

/** Where the form asks for no priority: which one counts meanwhile, and who settles it. */
function InitialPriority({ playbook }: { playbook: Playbook }): ReactNode {
  const t = useTexts(texts);
  const name = useNames();
  const names = useNamesOf(playbook);
  const priority = playbook.priorities.find((one) => one.id === playbook.initialPriority);
  const settles = playbook.stages.find((stage) => stage.gates.includes('classified'));
  if (!priority || !settles) return null;
  const roles = names.list(settles.who.map(names.role));
  return <p className={styles.initial}>{t('priority.initial', { priority: name(priority.name), roles })}</p>;
}

type ExtraProps = { field: PlaybookField; state: PlaybookFormState; lookup: CustomerLookup };

/** Beside the contact: who it belongs to, or the way to the contact of a customer who was found otherwise. */
function ContactExtra({ field, state, lookup }: ExtraProps): ReactNode {
  const t = useTexts(texts);
  if (lookup.chosenId !== undefined && !isFilled(state.values[field.id])) {
    return <UseContact customerId={lookup.chosenId} onContact={(value) => state.set(field.id, value)} />;
  }
  if (!lookup.chosen) return null;
  const openCount = lookup.chosen.tickets.filter(({ status }) => status !== 'closed').length;
  return (
    <span className={styles.linked}>
      <CheckCircleFilled aria-hidden /> {lookup.chosen.name}
      {openCount > 0 ? ` · ${t('lookup.open', { count: openCount })}` : null}
    </span>
  );
}

/** The contact on record, in full, written into the form: seeing it has its reason, and is logged as such. */
function UseContact({
  customerId,
  onContact,
}: {
  customerId: number;
  onContact: (contact: string) => void;
}): ReactNode {
  const t = useTexts(texts);
  const sayProblem = useSayProblem();
  const { ask } = useReveal(customerId);
  const use = () =>
    ask.mutate(t('lookup.useContactReason'), { onSuccess: ({ contact }) => onContact(contact), onError: sayProblem });
  return (
    <Button type="link" size="small" icon={<IdcardOutlined aria-hidden />} loading={ask.isPending} onClick={use}>
      {t('lookup.useContact')}
    </Button>
  );
}
