import type { PhraseView } from '../../../contract/phrase.ts';
import type { PhraseLanguage } from '../../../domain/phrase/render.ts';

/** The language a phrase is shown in: the one wanted, or the only one it is written in. */
export function languageOf({ text }: Pick<PhraseView, 'text'>, wanted: PhraseLanguage): PhraseLanguage {
  if (text[wanted] !== '') return wanted;
  return wanted === 'zh' ? 'en' : 'zh';
}

export function titleOf(phrase: Pick<PhraseView, 'title' | 'text'>, wanted: PhraseLanguage): string {
  return phrase.title[languageOf(phrase, wanted)];
}
