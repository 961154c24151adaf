import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { useTexts } from '../../../i18n/use-texts.ts';
import type { InputProps } from '../field-props.ts';
import styles from '../form.module.css';
import { quickTimes } from '../quick-times.ts';
import { texts } from '../texts.ts';

/** A moment in the reader's own time zone, sent as UTC. The usual choices are one click away. */
export function DateTimeInput({ id, field, value, onChange, onLeave, isDisabled, aria }: InputProps): ReactNode {
  const t = useTexts(texts);
  const at = typeof value === 'string' && value !== '' ? dayjs(value) : null;
  return (
    <div className={styles.moment}>
      <DatePicker
        id={id}
        value={at?.isValid() ? at : null}
        onChange={(next) => onChange(next ? next.second(0).millisecond(0).toISOString() : '')}
        onBlur={onLeave}
        showTime={{ format: 'HH:mm' }}
        format="YYYY-MM-DD HH:mm"
        needConfirm={false}
        placeholder={t('time.placeholder')}
        disabled={isDisabled}
        classNames={{ popup: { root: styles.momentPopup ?? '' } }}
        {...aria}
      />
      <span className={styles.quick}>
        {quickTimes(field.binds, Date.now()).map(({ key, at: moment }) => (
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
