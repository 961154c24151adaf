import { ExclamationCircleFilled } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import { type ReactNode, useId, useRef, useState } from 'react';
import styles from './reason-input.module.css';

/** The least that says something. */
const shortest = 2;

/** A reason that must be given: what was typed, and `take`, which hands it on or says at the field that it is missing. */
export function useReason(onReason: (reason: string) => void) {
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const input = useRef<InputRef>(null);
  const take = () => {
    const given = reason.trim();
    setMissing(given.length < shortest);
    if (given.length < shortest) input.current?.focus();
    else onReason(given);
  };
  const set = (next: string) => {
    setReason(next);
    setMissing(false);
  };
  return { reason, set, isMissing, input, take };
}

type Props = { state: ReturnType<typeof useReason>; label: string; missing: string; placeholder?: string };

export function ReasonInput({ state, label, missing, placeholder }: Props): ReactNode {
  const id = useId();
  const wrong = { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': `${id}-missing` };
  return (
    <>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <Input
        ref={state.input}
        id={id}
        value={state.reason}
        maxLength={400}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(state.isMissing ? wrong : {})}
        onChange={(event) => state.set(event.target.value)}
        onPressEnter={state.take}
      />
      {state.isMissing ? (
        <p id={`${id}-missing`} className={styles.missing} role="alert">
          <ExclamationCircleFilled aria-hidden /> {missing}
        </p>
      ) : null}
    </>
  );
}
