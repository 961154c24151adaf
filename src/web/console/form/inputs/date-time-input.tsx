import type { ReactNode } from 'react';
import { useTexts } from '../../../i18n/use-texts.ts';
import type { InputProps } from '../field-props.ts';
import styles from '../form.module.css';
import { MomentPicker } from '../moment-picker.tsx';
import { liesBehind, quickTimes } from '../quick-times.ts';
import { texts } from '../texts.ts';

/** A moment; the usual choices are one click away. */
export function DateTimeInput({ id, field, value, onChange, onLeave, isDisabled, aria }: InputProps): ReactNode {
  const t = useTexts(texts);
  return (
    <div className={styles.moment}>
      <MomentPicker
        id={id}
        value={typeof value === 'string' ? value : ''}
        onChange={onChange}
        onLeave={onLeave}
        isPast={liesBehind(field)}
        isDisabled={isDisabled}
        aria={aria}
      />
      <span className={styles.quick}>
        {quickTimes(field, Date.now()).map(({ key, at: moment }) => (
          <button
            key={key}
            type="button"
            className={styles.quickTime}
            disabled={isDisabled}
            onClick={() => onChange(new Date(moment).toISOString())}
          >
            {t(key)}
          </button>
        ))}
      </span>
    </div>
  );
}
