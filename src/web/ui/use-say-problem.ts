import { App } from 'antd';
import { createElement, useCallback } from 'react';
import { ApiProblem } from '../api/api-problem.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { texts } from './texts.ts';

/** For what fails after a press of a button: `onError: sayProblem` shows what happened and what to do. */
export function useSayProblem(): (error: unknown) => void {
  const { notification } = App.useApp();
  const t = useTexts(texts);
  return useCallback(
    (error) => {
      const problem = error instanceof ApiProblem ? error : null;
      const isNetwork = problem?.code === 'network';
      notification.error({
        title: isNetwork ? t('error.network.title') : problem?.title || t('error.failed'),
        description: [
          isNetwork ? t('error.network.remedy') : problem?.remedy || t('error.remedy'),
          ...moreWords(problem),
        ].map((line) => createElement('div', { key: line }, line)),
        placement: 'top',
        duration: 8,
      });
    },
    [notification, t],
  );
}

/** What is said of single inputs beyond the title; not what they are called in the API, which means nothing to people. */
export function moreWords(problem: ApiProblem | null): string[] {
  const words = new Set(problem?.errors.map(({ message }) => message));
  words.delete(problem?.title ?? '');
  return [...words];
}

/** The server's word on single fields, as antd's `form.setFields` takes it. */
export function fieldErrors(error: unknown): { name: string[]; errors: string[] }[] {
  if (!(error instanceof ApiProblem)) return [];
  return error.errors.map(({ field, message }) => ({ name: field.split('.'), errors: [message] }));
}
