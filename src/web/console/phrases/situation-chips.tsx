import type { ReactNode } from 'react';
import type { SituationId } from '../../../domain/phrase/situations.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import styles from './picker.module.css';
import { texts } from './texts.ts';

type Props = {
  situations: readonly SituationId[];
  chosen: SituationId | undefined;
  onChoose: (situation: SituationId | undefined) => void;
};

/** One press narrows the list to a situation, another widens it again. */
export function SituationChips({ situations, chosen, onChoose }: Props): ReactNode {
  const t = useTexts(texts);
  return (
    <fieldset className={styles.chips}>
      <legend className="visually-hidden">{t('situation.label')}</legend>
      <button
        type="button"
        className={styles.chip}
        aria-pressed={chosen === undefined}
        onClick={() => onChoose(undefined)}
      >
        {t('situation.all')}
      </button>
      {situations.map((id) => (
        <button
          key={id}
          type="button"
          className={styles.chip}
          aria-pressed={chosen === id}
          onClick={() => onChoose(chosen === id ? undefined : id)}
        >
          {t(`situation.${id}`)}
        </button>
      ))}
    </fieldset>
  );
}
