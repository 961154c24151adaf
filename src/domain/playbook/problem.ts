import { nearest } from './nearest.ts';

/** What is wrong with a playbook document: where (keys and indexes from the root), why, and the valid name closest to what was written. */
export type Problem = { path: (string | number)[]; message: string; nearest?: string };

export function problemAt(path: (string | number)[], message: string): Problem {
  return { path, message };
}

/** A name that should be one of `valid`; the message lists them while they are few. */
export function unknownName(path: (string | number)[], thing: string, given: string, valid: Iterable<string>): Problem {
  const names = [...valid];
  const near = nearest(given, names);
  const list = names.length <= 12 ? `; there ${names.length === 0 ? 'are none' : `is ${names.join(', ')}`}` : '';
  const message = `there is no ${thing} "${given}"${near === undefined ? list : ''}`;
  return near === undefined ? { path, message } : { path, message, nearest: near };
}

/** `stages[2].form`, as messages name a place. */
export function formatPath(path: readonly (string | number)[]): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return text.replace(/^\./, '');
}

export function formatProblem({ path, message, nearest }: Problem): string {
  const place = formatPath(path);
  const hint = nearest === undefined ? '' : ` (did you mean ${nearest}?)`;
  return `${place === '' ? '' : `${place}: `}${message}${hint}`;
}
