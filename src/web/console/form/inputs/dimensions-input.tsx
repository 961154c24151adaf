import type { ReactNode } from 'react';
import { useNames } from '../../../i18n/use-texts.ts';
import type { InputProps } from '../field-props.ts';
import styles from '../form.module.css';
import { Pills } from './pills.tsx';

/** One rating for each dimension of the playbook (response speed, result, attitude…). */
export function DimensionsInput({ id, playbook, value, onChange, isDisabled, aria, labelId }: InputProps): ReactNode {
  const name = useNames();
  const rated = typeof value === 'object' && !Array.isArray(value) ? value : {};
  const options = playbook.ratings.map((one) => ({ value: one.id, label: name(one.name) }));
  return (
    <fieldset id={id} aria-labelledby={labelId} className={`${styles.group} ${styles.dimensions}`}>
      {playbook.ratingDimensions.map((dimension) => (
        <div key={dimension.id} className={styles.dimension}>
          <span id={`${id}-${dimension.id}-label`}>{name(dimension.name)}</span>
          <Pills
            id={`${id}-${dimension.id}`}
            labelId={`${id}-${dimension.id}-label`}
            options={options}
            chosen={rated[dimension.id] ?? null}
            onChoose={(rating) => onChange({ ...rated, [dimension.id]: rating })}
            isDisabled={isDisabled}
            aria={{ ...aria, 'aria-describedby': undefined }}
          />
        </div>
      ))}
    </fieldset>
  );
}
