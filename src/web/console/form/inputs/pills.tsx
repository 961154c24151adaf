import type { ReactNode } from 'react';
import type { InputProps } from '../field-props.ts';
import styles from '../form.module.css';

type Props = Pick<InputProps, 'id' | 'labelId' | 'isDisabled' | 'aria'> & {
  options: readonly { value: string; label: string }[];
  chosen: string | null;
  hint?: string;
  onChoose: (value: string) => void;
  /** A second click takes the choice back. */
  isClearable?: boolean;
};

/** Radio buttons that look like pills: every option in view, arrow keys move between them. */
export function Pills({
  id,
  labelId,
  options,
  chosen,
  hint,
  onChoose,
  isClearable,
  isDisabled,
  aria,
}: Props): ReactNode {
  return (
    <div id={id}>
      <div
        role="radiogroup"
        aria-labelledby={labelId}
        aria-required={aria['aria-required']}
        aria-invalid={aria['aria-invalid']}
        aria-describedby={aria['aria-describedby']}
        className={styles.pills}
      >
        {options.map(({ value, label }) => (
          <label key={value} className={styles.pill} data-chosen={value === chosen} data-off={isDisabled}>
            <input
              type="radio"
              name={id}
              value={value}
              checked={value === chosen}
              disabled={isDisabled}
              onChange={() => onChoose(value)}
              onClick={() => (isClearable && value === chosen ? onChoose('') : undefined)}
            />
            {label}
          </label>
        ))}
      </div>
      {hint ? <p className={styles.hint}>{hint}</p> : null}
    </div>
  );
}
