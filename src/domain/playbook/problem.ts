import { nearest } from './nearest.ts';

/**
 * What is wrong with a playbook document: where (keys and indexes from the root), why, what to do where that is not plain from it, and the
 * valid name closest to what was written.
 */
export type Problem = ProblemWords & {
  path: (string | number)[];
  nearest?: string;
  /** It is the key at the end of the path that is wrong, not what stands under it. */
  isKey?: true;
};
export type ProblemWords = { message: string; remedy?: string; zh?: { message: string; remedy?: string } };

export function problemAt(
  path: (string | number)[],
  message: string,
  more: Omit<ProblemWords, 'message'> = {},
): Problem {
  return { path, message, ...more };
}

const longestQuote = 120;

/** What was written, as messages quote it: no more of it than tells what is meant. */
export const quoted = (input: unknown): string => `"${String(input).slice(0, longestQuote)}"`;

/** A name that should be one of `valid`; the message lists them while they are few. */
export function unknownName(path: (string | number)[], thing: string, given: string, valid: Iterable<string>): Problem {
  const names = [...valid];
  const near = nearest(given.slice(0, longestQuote), names);
  const list = names.length <= 12 ? `; there ${names.length === 0 ? 'are none' : `is ${names.join(', ')}`}` : '';
  const message = `there is no ${thing} ${quoted(given)}${near === undefined ? list : ''}`;
  const where = thing === 'key' ? { path, isKey: true as const } : { path };
  return near === undefined ? { ...where, message } : { ...where, message, nearest: near };
}

/** `stages[2].form`, as messages name a place. */
export function formatPath(path: readonly (string | number)[]): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return text.replace(/^\./, '');
}

export function formatProblem({ path, message, remedy, nearest }: Problem): string {
  const place = formatPath(path);
  const hint = nearest === undefined ? '' : ` (did you mean ${nearest}?)`;
  return `${place === '' ? '' : `${place}: `}${message}${remedy === undefined ? '' : `; ${remedy}`}${hint}`;
}
