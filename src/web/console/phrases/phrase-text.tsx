import type { ReactNode } from 'react';
import { type PhraseLanguage, type PhraseValues, renderPieces } from '../../../domain/phrase/render.ts';
import { variables } from '../../../domain/phrase/variables.ts';
import styles from './phrases.module.css';

/** Without values the variables stand by their names, as in a library. */
type Props = { text: string; values?: PhraseValues; language: PhraseLanguage };

/** A phrase as it will read, with what was filled in and what is still blank told apart by more than colour. */
export function PhraseText({ text, values, language }: Props): ReactNode {
  return (
    <span className={styles.rendered} lang={language === 'zh' ? 'zh-CN' : 'en'}>
      {renderPieces(text, values ?? {}, language).map((piece, at) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no name, and never move without being written anew
        if (piece.variable === null) return <span key={at}>{piece.text}</span>;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <mark key={at} className={!values ? styles.name : piece.isBlank ? styles.blank : styles.filled}>
            {values ? piece.text : variables[piece.variable].name[language]}
          </mark>
        );
      })}
    </span>
  );
}
