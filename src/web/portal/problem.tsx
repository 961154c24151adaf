import type { ReactNode } from 'react';
import { ApiProblem } from '../api/api-problem.ts';
import { type Say, useSay } from './language.ts';
import { Button, Notice } from './parts.tsx';

/** What went wrong and what to do, in the server's words where it has some. */
export function problemText(error: unknown, say: Say): string {
  if (!(error instanceof ApiProblem)) return say('error.unknown');
  if (error.code === 'network') return say('error.network');
  const { title, remedy } = error;
  if (title !== '' && remedy !== '') return say('error.both', { title: title.replace(/[。.]$/, ''), remedy });
  return title || remedy || say('error.unknown');
}

/** The server's remarks on single fields, by the last part of their path. */
export function fieldProblems(error: unknown): Record<string, string> {
  if (!(error instanceof ApiProblem)) return {};
  return Object.fromEntries(error.errors.map(({ field, message }) => [field.split('.').at(-1) ?? field, message]));
}

export function Problem({
  error,
  title,
  onRetry,
}: {
  error: unknown;
  title?: string;
  onRetry?: () => void;
}): ReactNode {
  const say = useSay();
  return (
    <Notice tone="red">
      {title && <strong className="noticeTitle">{title}</strong>}
      <span>{problemText(error, say)}</span>
      {onRetry && <Button onClick={onRetry}>{say('error.retry')}</Button>}
    </Notice>
  );
}
