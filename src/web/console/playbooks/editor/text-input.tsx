import { Input } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';

type Props = {
  value: unknown;
  onChange: (value: string) => void;
  id?: string;
  isDisabled?: boolean;
  isLong?: boolean;
  placeholder?: string;
  label?: string;
  lang?: string;
};

const restMs = 350;

/** Text that reaches the document when the writer pauses, so that the YAML beside it follows without being written anew at every key. */
export function TextInput({ value, onChange, id, isDisabled, isLong, placeholder, label, lang }: Props): ReactNode {
  const given = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const [text, setText] = useState(given);
  useEffect(() => setText(given), [given]);
  useEffect(() => {
    if (text === given) return;
    const timer = setTimeout(() => onChange(text), restMs);
    return () => clearTimeout(timer);
  });
  const shared = {
    value: text,
    disabled: isDisabled ?? false,
    onBlur: () => (text === given ? undefined : onChange(text)),
    ...(id ? { id } : {}),
    ...(label ? { 'aria-label': label } : {}),
    ...(placeholder ? { placeholder } : {}),
    ...(lang ? { lang } : {}),
  };
  if (isLong)
    return (
      <Input.TextArea
        {...shared}
        autoSize={{ minRows: 1, maxRows: 6 }}
        onChange={(event) => setText(event.target.value)}
      />
    );
  return <Input {...shared} onChange={(event) => setText(event.target.value)} />;
}
