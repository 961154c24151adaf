import type { FastifySchemaCompiler } from 'fastify';
import { en, zhCN } from 'zod/locales';
import { type $ZodIssue, type $ZodType, safeParse } from 'zod/v4/core';
import type { Problem } from '../../contract/errors.ts';
import { findUnstorable, type Unstorable } from '../../contract/storable.ts';
import type { Language } from './language.ts';

/** Input that does not match its schema. Issues keep the input, so that they can be worded in the reader's language later. */
export class InvalidInput extends Error {
  readonly issues: readonly $ZodIssue[];
  /** Set by Fastify: which part of the request it was. */
  validationContext?: string;
  constructor(issues: readonly $ZodIssue[]) {
    super('the request does not match its schema');
    this.issues = issues;
  }
}

export const validatorCompiler: FastifySchemaCompiler<$ZodType> =
  ({ schema }) =>
  (data) => {
    const result = safeParse(schema, data ?? undefined, { reportInput: true });
    if (!result.success) return { error: new InvalidInput(result.error.issues) };
    // Whatever the schema says of a text, this holds for every one.
    const unstorable = findUnstorable(result.data);
    return unstorable ? { error: new InvalidInput([unstorableIssue(unstorable)]) } : { value: result.data };
  };

const unstorableTexts = {
  zh: '包含无法保存的字符（NUL 或不成对的代理字符），请去掉后重试',
  en: 'Holds a character that no text can keep (NUL or half a surrogate pair); remove it',
};

function unstorableIssue({ path, text }: Unstorable): $ZodIssue {
  return { code: 'custom', path, input: text, message: unstorableTexts.en, params: unstorableTexts };
}

/** The library's own words would be: expected string, received undefined. */
const missingTexts = { zh: '缺少此项，请补上', en: 'Is missing; give it' };

const parts = { body: 'body', querystring: 'query', params: 'path', headers: 'headers' } as const;
const wordings = { zh: zhCN().localeError, en: en().localeError };
const mostErrors = 50;

export function describeIssues(error: InvalidInput, language: Language): NonNullable<Problem['errors']> {
  const part = parts[(error.validationContext ?? 'body') as keyof typeof parts] ?? 'body';
  return error.issues
    .flatMap((issue) => unfold(issue))
    .slice(0, mostErrors)
    .map((issue) => ({ field: issue.path.map(String).join('.'), in: part, message: word(issue, language) }));
}

/** One entry per unknown key; of a union the branch that came closest. */
function unfold(issue: $ZodIssue): $ZodIssue[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ ...issue, keys: [key], path: [...issue.path, key] }));
  }
  if (issue.code !== 'invalid_union') return [issue];
  const closest = [...issue.errors]
    .filter((branch) => branch.length > 0)
    .sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0];
  if (!closest || depth(closest) === 0) return [issue];
  return closest.flatMap((inner) => unfold({ ...inner, path: [...issue.path, ...inner.path] }));
}

const depth = (issues: readonly $ZodIssue[]) => Math.max(0, ...issues.map((issue) => issue.path.length));

function word(issue: $ZodIssue, language: Language): string {
  if (issue.code === 'custom') return String(issue.params?.[language] ?? issue.message);
  if (issue.code === 'invalid_type' && issue.input === undefined) return missingTexts[language];
  const worded = wordings[language](issue as never);
  return (typeof worded === 'string' ? worded : worded?.message) ?? issue.message;
}
