import { Input, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import type { InputProps } from '../field-props.ts';

/** Where much is expected there is more room from the start; every field grows as it fills. */
const muchText = 4_000;
const mostRows = 14;

export function TextInput({ id, field, value, onChange, onLeave, isDisabled, aria }: InputProps): ReactNode {
  const isContact = field.binds === 'customer-contact';
  return (
    <Input
      id={id}
      value={textOf(value)}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onLeave}
      disabled={isDisabled}
      autoComplete="off"
      {...(isContact ? { inputMode: 'tel' as const } : {})}
      {...aria}
    />
  );
}

export function LongTextInput({ id, field, value, onChange, onLeave, isDisabled, aria }: InputProps): ReactNode {
  const text = textOf(value);
  const isNearEnd = field.maxLength !== undefined && text.length > field.maxLength * 0.8;
  return (
    <Input.TextArea
      id={id}
      value={text}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onLeave}
      disabled={isDisabled}
      autoSize={{ minRows: (field.maxLength ?? muchText) < muchText ? 2 : 3, maxRows: mostRows }}
      {...(isNearEnd ? { count: { show: true, max: field.maxLength ?? 0 } } : {})}
      {...aria}
    />
  );
}

export function NumberInput({ id, value, onChange, onLeave, isDisabled, aria }: InputProps): ReactNode {
  return (
    <InputNumber
      id={id}
      value={typeof value === 'number' && Number.isFinite(value) ? value : null}
      onChange={(next) => onChange(next ?? '')}
      onBlur={onLeave}
      disabled={isDisabled}
      style={{ width: 180 }}
      {...aria}
    />
  );
}

function textOf(value: InputProps['value']): string {
  return typeof value === 'string' ? value : '';
}
