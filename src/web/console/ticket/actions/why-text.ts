import { useCallback } from 'react';
import { useFindError } from '../../../api/use-find-error.ts';
import { useLanguage, useTexts } from '../../../i18n/use-texts.ts';
import { actionTexts } from './texts.ts';

/** Why an action is not available now, and what would change that, from the one table of refusals. */
export function useWhyText(): (code: string | undefined) => string {
  const language = useLanguage();
  const findError = useFindError();
  const t = useTexts(actionTexts);
  return useCallback(
    (code) => {
      const entry = code === undefined ? null : findError(code);
      if (!entry) return t('unavailable.unknown');
      const [what, remedy] = language === 'zh' ? [entry.zh, entry.remedyZh] : [entry.en, entry.remedyEn];
      return withoutBlanks(remedy === '' ? what : `${what}${language === 'zh' ? '。' : '. '}${remedy}`);
    },
    [language, t, findError],
  );
}

/** Placeholders are filled only where a refusal has really happened. */
function withoutBlanks(text: string): string {
  return text.replace(/[（(][^（()）]*\{\w+\}[^（()）]*[)）]/g, '').replace(/\{\w+\}/g, '…');
}
