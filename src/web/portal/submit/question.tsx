import type { ReactNode } from 'react';
import type { PlaybookField } from '../../../domain/playbook/schema.ts';
import type { AnswerValue } from '../../../domain/ticket/events.ts';
import { useName, useSay } from '../language.ts';
import { type ControlIds, Field, FieldGroup } from '../parts.tsx';

type Props = {
  field: PlaybookField;
  value: AnswerValue | undefined;
  error: string | undefined;
  onChange: (answer: AnswerValue) => void;
};

/** A further question of the registration form. Kinds that only staff can answer are not asked. */
export function Question({ field, value, error, onChange }: Props): ReactNode {
  const name = useName();
  const say = useSay();
  const hint = field.help ? name(field.help) : field.type === 'list' ? say('submit.listHint') : undefined;
  const shared = { label: name(field.name), hint, error, isOptional: !field.required };
  if (field.type === 'choices') {
    return (
      <FieldGroup {...shared}>
        <Choices field={field} value={value} onChange={onChange} />
      </FieldGroup>
    );
  }
  if (field.type === 'check') {
    return (
      <FieldGroup {...shared}>
        <label className="choice">
          <input type="checkbox" checked={value === true} onChange={(event) => onChange(event.target.checked)} />
          <span>{name(field.name)}</span>
        </label>
      </FieldGroup>
    );
  }
  const control = controlOf(field);
  if (!control) return null;
  return (
    <Field {...shared}>{(ids) => control({ ids, field, value, onChange, choose: say('submit.choose'), name })}</Field>
  );
}

type ControlProps = Pick<Props, 'field' | 'value' | 'onChange'> & {
  ids: ControlIds;
  choose: string;
  name: ReturnType<typeof useName>;
};
type Control = (props: ControlProps) => ReactNode;

function controlOf(field: PlaybookField): Control | null {
  switch (field.type) {
    case 'text':
      return (props) => <TextInput {...props} type="text" />;
    case 'number':
      return (props) => <TextInput {...props} type="number" />;
    case 'date-time':
      return (props) => <TimeInput {...props} />;
    case 'long-text':
    case 'list':
      return (props) => <TextArea {...props} />;
    case 'choice':
      return field.options ? (props) => <Select {...props} /> : null;
    default:
      return null;
  }
}

function TextInput({ ids, field, value, onChange, type }: ControlProps & { type: 'text' | 'number' }): ReactNode {
  const read = (text: string) => (type === 'number' && text !== '' ? Number(text) : text);
  return (
    <input
      {...ids}
      className="input"
      type={type}
      maxLength={field.maxLength ?? 400}
      value={value === undefined ? '' : String(value)}
      onChange={(event) => onChange(read(event.target.value))}
    />
  );
}

/** The customer's own wall clock, sent with its offset. */
function TimeInput({ ids, field, value, onChange }: ControlProps): ReactNode {
  return (
    <input
      {...ids}
      className="input"
      type="datetime-local"
      {...(field.past && { max: localInput(new Date()) })}
      defaultValue={typeof value === 'string' && value !== '' ? localInput(new Date(value)) : ''}
      onChange={({ target }) => onChange(target.value === '' ? '' : new Date(target.value).toISOString())}
    />
  );
}

function localInput(date: Date): string {
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function TextArea({ ids, field, value, onChange }: ControlProps): ReactNode {
  const isList = field.type === 'list';
  const text = Array.isArray(value) ? value.join('\n') : String(value ?? '');
  return (
    <textarea
      {...ids}
      className="input"
      rows={3}
      maxLength={field.maxLength ?? 8_000}
      defaultValue={text}
      onChange={({ target }) => onChange(isList ? linesOf(target.value) : target.value)}
    />
  );
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function Select({ ids, field, value, onChange, choose, name }: ControlProps): ReactNode {
  return (
    <select {...ids} className="input" value={String(value ?? '')} onChange={(event) => onChange(event.target.value)}>
      <option value="">{choose}</option>
      {field.options?.map((option) => (
        <option key={option.id} value={option.id}>
          {name(option.name)}
        </option>
      ))}
    </select>
  );
}

function Choices({ field, value, onChange }: Pick<Props, 'field' | 'value' | 'onChange'>): ReactNode {
  const name = useName();
  const chosen = Array.isArray(value) ? value.map(String) : [];
  const toggle = (id: string, is: boolean) => onChange(is ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <div className="choices">
      {field.options?.map((option) => (
        <label key={option.id} className="choice">
          <input
            type="checkbox"
            checked={chosen.includes(option.id)}
            onChange={(event) => toggle(option.id, event.target.checked)}
          />
          <span>{name(option.name)}</span>
        </label>
      ))}
    </div>
  );
}
