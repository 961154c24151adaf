import { type ButtonHTMLAttributes, type ReactNode, useId } from 'react';
import { useSay } from './language.ts';

/** The portal's plain parts: a labelled field, a button that says it is busy, a notice. */
type FieldProps = {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  isOptional?: boolean;
  /** Gets the ids to put on the control. */
  children: (ids: ControlIds) => ReactNode;
};
export type ControlIds = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true };

export function Field({ label, hint, error, isOptional = false, children }: FieldProps): ReactNode {
  const id = useId();
  const say = useSay();
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
        {isOptional && <span className="optional">{say('submit.optional')}</span>}
      </label>
      {children(controlIds(id, hint, error))}
      <Help id={id} hint={hint} error={error} />
    </div>
  );
}

/** A question that is answered by ticking: the label belongs to the whole group. */
export function FieldGroup({
  label,
  hint,
  error,
  isOptional = false,
  children,
}: Omit<FieldProps, 'children'> & { children: ReactNode }): ReactNode {
  const id = useId();
  const say = useSay();
  const { 'aria-describedby': describedBy } = controlIds(id, hint, error);
  return (
    <fieldset className="field" aria-describedby={describedBy}>
      <legend className="label">
        {label}
        {isOptional && <span className="optional">{say('submit.optional')}</span>}
      </legend>
      {children}
      <Help id={id} hint={hint} error={error} />
    </fieldset>
  );
}

function controlIds(id: string, hint: string | undefined, error: string | undefined): ControlIds {
  const describedBy = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter((one) => one !== '').join(' ');
  return {
    id,
    ...(describedBy ? { 'aria-describedby': describedBy } : {}),
    ...(error ? { 'aria-invalid': true } : {}),
  };
}

function Help({ id, hint, error }: { id: string; hint: string | undefined; error: string | undefined }): ReactNode {
  return (
    <>
      {error && (
        <p className="fieldError" id={`${id}-error`}>
          {error}
        </p>
      )}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </>
  );
}

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  isBusy?: boolean;
  busyText?: string;
  tone?: 'primary' | 'plain';
};

/** A press while it is busy does nothing; it stays focusable. */
export function Button({
  isBusy = false,
  busyText,
  tone = 'plain',
  children,
  onClick,
  ...rest
}: ButtonProps): ReactNode {
  return (
    <button
      type="button"
      {...rest}
      className={`button ${tone}`}
      aria-disabled={isBusy || undefined}
      onClick={isBusy ? (event) => event.preventDefault() : onClick}
    >
      {isBusy && <span className="spinner" aria-hidden="true" />}
      {isBusy && busyText ? busyText : children}
    </button>
  );
}

export function Notice({
  tone,
  children,
}: {
  tone: 'red' | 'amber' | 'green' | 'teal';
  children: ReactNode;
}): ReactNode {
  return (
    <div className={`notice ${tone}`} role={tone === 'red' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}
