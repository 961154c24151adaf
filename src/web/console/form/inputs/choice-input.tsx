import { Checkbox, Select } from 'antd';
import type { ReactNode } from 'react';
import { optionsOf } from '../../../../domain/playbook/field-options.ts';
import { useNames, useTexts } from '../../../i18n/use-texts.ts';
import { isRequired } from '../completeness.ts';
import { mostPills } from '../field-lines.ts';
import type { InputProps } from '../field-props.ts';
import styles from '../form.module.css';
import { optionHint } from '../options.ts';
import { texts } from '../texts.ts';
import { Pills } from './pills.tsx';

/** Few options stand open as pills; more fold into a list with search. */
export function ChoiceInput(props: InputProps): ReactNode {
  const { id, field, playbook, values, value, onChange, onLeave, isDisabled, aria, labelId } = props;
  const t = useTexts(texts);
  const name = useNames();
  const options = (optionsOf(playbook, field) ?? []).map((one) => ({ value: one.id, label: name(one.name) }));
  const chosen = typeof value === 'string' && value !== '' ? value : null;
  // Pressing again what is chosen already, as by what is known of the customer, must not take back an answer that is asked for.
  const isClearable = !isRequired(field, values);
  if (options.length <= mostPills) {
    const hint = chosen === null ? '' : name(optionHint(playbook, field, chosen));
    return (
      <Pills
        id={id}
        labelId={labelId}
        options={options}
        chosen={chosen}
        hint={hint}
        onChoose={onChange}
        isClearable={isClearable}
        isDisabled={isDisabled}
        aria={aria}
      />
    );
  }
  return (
    <Select
      id={id}
      value={chosen}
      options={options}
      onChange={(next) => onChange(next ?? '')}
      onBlur={onLeave}
      allowClear={isClearable}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('choice.placeholder')}
      notFoundContent={t('choice.none')}
      disabled={isDisabled}
      style={{ width: '100%' }}
      aria-labelledby={labelId}
      {...aria}
    />
  );
}

export function ChoicesInput({ id, field, playbook, value, onChange, isDisabled, labelId }: InputProps): ReactNode {
  const name = useNames();
  const options = (optionsOf(playbook, field) ?? []).map((one) => ({ value: one.id, label: name(one.name) }));
  const chosen = Array.isArray(value) ? value.map(String) : [];
  return (
    <fieldset id={id} aria-labelledby={labelId} className={styles.group}>
      <Checkbox.Group options={options} value={chosen} onChange={(next) => onChange(next)} disabled={isDisabled} />
    </fieldset>
  );
}

/** A box to tick; where an answer is required, a question with yes and no, since "no" is an answer too. */
export function CheckInput(props: InputProps): ReactNode {
  const { id, field, values, value, onChange, onLeave, isDisabled, aria, labelId } = props;
  const t = useTexts(texts);
  const name = useNames()(field.name);
  if (isRequired(field, values)) {
    const options = [
      { value: 'yes', label: t('check.yes') },
      { value: 'no', label: t('check.no') },
    ];
    const chosen = typeof value === 'boolean' ? (value ? 'yes' : 'no') : null;
    const choose = (next: string) => onChange(next === 'yes');
    return <Pills {...{ id, labelId, options, chosen, isDisabled, aria }} onChoose={choose} />;
  }
  return (
    <Checkbox
      id={id}
      checked={value === true}
      onChange={(event) => onChange(event.target.checked)}
      onBlur={onLeave}
      disabled={isDisabled}
      {...aria}
    >
      {name}
    </Checkbox>
  );
}
