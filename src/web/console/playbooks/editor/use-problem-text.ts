import { useCallback } from 'react';
import type { Problem } from '../../../../domain/playbook/problem.ts';
import { remedyOf } from '../../../../domain/playbook/remedies.ts';
import { useLanguage } from '../../../i18n/use-texts.ts';

/** A problem and what to do about it in the reader's language. */
export function useProblemText(): (problem: Problem) => { message: string; remedy: string } {
  const language = useLanguage();
  return useCallback(
    (problem) => ({
      message: (language === 'zh' && problem.zh?.message) || problem.message,
      remedy: remedyOf(problem)[language],
    }),
    [language],
  );
}
