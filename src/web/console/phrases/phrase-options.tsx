import { type ReactNode, useEffect, useRef } from 'react';
import type { PhraseView } from '../../../contract/phrase.ts';
import { type PhraseLanguage, type PhraseValues, renderPhrase } from '../../../domain/phrase/render.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { languageOf, titleOf } from './language-of.ts';
import styles from './picker.module.css';
import { texts } from './texts.ts';

type Props = {
  id: string;
  phrases: readonly PhraseView[];
  active: PhraseView | undefined;
  language: PhraseLanguage;
  valuesIn: (language: PhraseLanguage) => PhraseValues;
  onPoint: (phrase: PhraseView) => void;
  onPick: (phrase: PhraseView) => void;
};

export const optionId = (listId: string, { id }: PhraseView) => `${listId}-${id}`;

/** The list that the search field of the picker rules; the field keeps the focus. */
export function PhraseOptions({ id, phrases, active, language, valuesIn, onPoint, onPick }: Props): ReactNode {
  const t = useTexts(texts);
  const list = useRef<HTMLDivElement>(null);
  const activeId = active && optionId(id, active);
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);
  return (
    <div ref={list} id={id} role="listbox" aria-label={t('picker.list')} className={styles.list}>
      {phrases.map((phrase) => {
        const spoken = languageOf(phrase, language);
        return (
          // The keys of the list are those of the search field, which keeps the focus.
          <div
            key={phrase.id}
            id={optionId(id, phrase)}
            role="option"
            tabIndex={-1}
            aria-selected={phrase === active}
            className={styles.option}
            onMouseMove={() => phrase !== active && onPoint(phrase)}
            onClick={() => onPick(phrase)}
            onKeyDown={(event) => event.key === 'Enter' && onPick(phrase)}
          >
            <span className={styles.optionHead}>
              <strong>{titleOf(phrase, language)}</strong>
              <span className={styles.tag}>{t(`situation.${phrase.situation}`)}</span>
            </span>
            <span className={styles.optionText}>{renderPhrase(phrase.text[spoken], valuesIn(spoken), spoken)}</span>
          </div>
        );
      })}
    </div>
  );
}
