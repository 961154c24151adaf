import { useCallback } from 'react';
import type { Problem } from '../../../../domain/playbook/problem.ts';
import { useLanguage } from '../../../i18n/use-texts.ts';

/** A problem in the reader's language, as far as it has been put into it. */
export function useProblemText(): (problem: Problem) => { message: string; remedy: string } {
  const language = useLanguage();
  return useCallback(
    ({ message, remedy, zh }) =>
      language === 'zh' && zh ? { message: zh.message, remedy: zh.remedy ?? '' } : { message, remedy: remedy ?? '' },
    [language],
  );
}
