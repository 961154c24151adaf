import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { PlaybookField } from '../../../domain/playbook/schema.ts';
import { queries } from '../../api/queries.ts';
import { isRequired } from './completeness.ts';
import { wideFields } from './field-lines.ts';
import styles from './form.module.css';
import { FormField } from './form-field.tsx';
import type { FormPlaybook } from './options.ts';
import type { PlaybookFormState } from './use-playbook-form.ts';

type Props = {
  playbook: FormPlaybook;
  state: PlaybookFormState;
  /** Distinguishes this form's inputs from those of other forms on the page. */
  prefix: string;
  isDisabled?: boolean;
  /** Only these fields, in this order; the default is all. */
  fields?: readonly PlaybookField[];
  /** Shown whether they are required just now or not. */
  always?: readonly string[];
  extras?: Readonly<Record<string, ReactNode>>;
};

/**
 * The fields of a form. One that is required only under a condition appears with its condition or when it has an answer;
 * what sets an attribute of the ticket (a contact, a remark) is always there.
 */
export function FormFields({
  playbook,
  state,
  prefix,
  isDisabled = false,
  fields,
  always = [],
  extras = {},
}: Props): ReactNode {
  const staff = useQuery(queries.staff()).data?.items ?? [];
  const shown = (fields ?? state.form.fields).filter(
    (field) => always.includes(field.id) || isShown(field, state.values),
  );
  const wide = wideFields(playbook, shown);
  return (
    <div className={styles.fields}>
      {shown.map((field) => (
        <FormField
          key={field.id}
          field={field}
          state={state}
          playbook={playbook}
          staff={staff}
          prefix={prefix}
          isDisabled={isDisabled}
          isWide={wide.has(field)}
          extra={extras[field.id]}
        />
      ))}
    </div>
  );
}

function isShown(field: PlaybookField, values: PlaybookFormState['values']): boolean {
  return (
    !field.requiredWhen || field.binds !== undefined || isRequired(field, values) || (values[field.id] ?? '') !== ''
  );
}
