import { ExclamationCircleFilled } from '@ant-design/icons';
import type { FC, ReactNode } from 'react';
import type { StaffView } from '../../../contract/organisation.ts';
import type { PlaybookField } from '../../../domain/playbook/schema.ts';
import type { FieldType } from '../../../domain/playbook/schema-form.ts';
import { useNames, useTexts } from '../../i18n/use-texts.ts';
import { isRequired } from './completeness.ts';
import { fieldIds } from './field-ids.ts';
import type { FieldProblem } from './field-problems.ts';
import type { InputProps } from './field-props.ts';
import styles from './form.module.css';
import { CheckInput, ChoiceInput, ChoicesInput } from './inputs/choice-input.tsx';
import { DateTimeInput } from './inputs/date-time-input.tsx';
import { DimensionsInput } from './inputs/dimensions-input.tsx';
import { ListInput } from './inputs/list-input.tsx';
import { StaffInput } from './inputs/staff-input.tsx';
import { LongTextInput, NumberInput, TextInput } from './inputs/text-input.tsx';
import type { FormPlaybook } from './options.ts';
import { texts } from './texts.ts';
import type { PlaybookFormState } from './use-playbook-form.ts';

const inputs: Record<FieldType, FC<InputProps>> = {
  text: TextInput,
  'long-text': LongTextInput,
  list: ListInput,
  number: NumberInput,
  'date-time': DateTimeInput,
  choice: ChoiceInput,
  choices: ChoicesInput,
  check: CheckInput,
  staff: StaffInput,
  'staff-list': StaffInput,
  department: ChoiceInput,
  'rating-dimensions': DimensionsInput,
};

/** Types whose label cannot point at one input; it names their group instead. */
const grouped: readonly FieldType[] = ['list', 'choices', 'rating-dimensions', 'choice', 'department'];

type Props = {
  field: PlaybookField;
  state: PlaybookFormState;
  playbook: FormPlaybook;
  staff: readonly StaffView[];
  prefix: string;
  isDisabled?: boolean;
  /** Takes the whole line instead of half of it. */
  isWide: boolean;
  /** Beside the label: what was found, a hint of the page. */
  extra?: ReactNode;
};

/** One field with its label, help, input and what is wrong with it. */
export function FormField({
  field,
  state,
  playbook,
  staff,
  prefix,
  isDisabled = false,
  isWide,
  extra,
}: Props): ReactNode {
  const name = useNames();
  const ids = fieldIds(prefix, field.id);
  const problem = state.problemOf(field.id);
  const required = isRequired(field, state.values);
  const isNamedByItsBox = field.type === 'check' && !required;
  const Input = inputs[field.type];
  const described = [field.help ? ids.help : '', problem ? ids.problem : ''].filter((one) => one !== '').join(' ');
  return (
    <div className={styles.field} data-invalid={problem !== null} data-wide={isWide}>
      {isNamedByItsBox ? null : (
        <FieldLabel field={field} labelId={ids.label} inputId={ids.input} isRequired={required} extra={extra} />
      )}
      <Input
        id={ids.input}
        field={field}
        form={state.form}
        playbook={playbook}
        staff={staff}
        values={state.values}
        value={state.values[field.id]}
        onChange={(value) => state.set(field.id, value)}
        onLeave={() => state.leave(field.id)}
        isDisabled={isDisabled}
        labelId={ids.label}
        aria={{
          'aria-required': required,
          'aria-invalid': problem !== null,
          'aria-describedby': described === '' ? undefined : described,
        }}
      />
      {field.help ? (
        <p id={ids.help} className={styles.help}>
          {name(field.help)}
        </p>
      ) : null}
      {problem ? <ProblemText id={ids.problem} problem={problem} field={name(field.name)} /> : null}
    </div>
  );
}

type LabelProps = { field: PlaybookField; labelId: string; inputId: string; isRequired: boolean; extra: ReactNode };

function FieldLabel({ field, labelId, inputId, isRequired: required, extra }: LabelProps): ReactNode {
  const t = useTexts(texts);
  const name = useNames();
  const words = (
    <>
      {name(field.name)}
      {required ? (
        <span className={styles.required} title={t('required')} aria-hidden>
          *
        </span>
      ) : null}
    </>
  );
  return (
    <div className={styles.label}>
      {grouped.includes(field.type) ? (
        <span id={labelId}>{words}</span>
      ) : (
        <label id={labelId} htmlFor={inputId}>
          {words}
        </label>
      )}
      {extra}
    </div>
  );
}

function ProblemText({ id, problem, field }: { id: string; problem: FieldProblem; field: string }): ReactNode {
  const t = useTexts(texts);
  const { code, field: _, ...values } = problem;
  return (
    <p id={id} className={styles.problem} role="alert">
      <ExclamationCircleFilled aria-hidden /> {t(`problem.${code}`, { ...values, field })}
    </p>
  );
}
