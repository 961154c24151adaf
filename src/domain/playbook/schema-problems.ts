import { z } from 'zod';
import type { $ZodIssue } from 'zod/v4/core';
import { fullWidthSign } from './full-width.ts';
import { type Problem, problemAt, quoted, unknownName } from './problem.ts';

/** More are not worth reading: the first ones explain the rest. */
export const mostProblems = 100;

/** Says what zod found in words for people who write playbooks, with the nearest valid name where a name is wrong. */
export function schemaProblems(schema: z.ZodType, issues: readonly $ZodIssue[]): Problem[] {
  return issues.slice(0, mostProblems).flatMap((issue) => problemsOf(schema, issue, []));
}

type Path = (string | number)[];

function problemsOf(schema: z.ZodType, issue: $ZodIssue, above: Path): Problem[] {
  const path: Path = [...above, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys
        .slice(0, mostProblems)
        .map(
          (key) => fullWidthAt([...path, key], key) ?? unknownName([...path, key], 'key', key, keysAt(schema, path)),
        );
    case 'invalid_union':
      return unionProblems(schema, issue, path);
    case 'invalid_value':
      return [wrongValue(path, issue)];
    case 'invalid_key':
      return [problemAt(path, `${quoted(path.at(-1))} cannot stand here: ${firstMessage(issue.issues)}`)];
    default:
      return [fullWidthMap(path, issue) ?? problemAt(path, wording(issue))];
  }
}

/** `name：{ zh` is read as one long key, and `id：x` where keys are wanted as a text. */
function fullWidthAt(path: Path, text: string): Problem | null {
  const sign = fullWidthSign(text);
  return sign && problemAt(path, sign.message);
}

function fullWidthMap(path: Path, issue: $ZodIssue): Problem | null {
  const isText = issue.code === 'invalid_type' && issue.expected === 'object' && typeof issue.input === 'string';
  return isText ? fullWidthAt(path, String(issue.input)) : null;
}

/** Of several allowed shapes the one that the writer evidently meant: the right kind of value, with the least wrong in it. */
function unionProblems(schema: z.ZodType, issue: Extract<$ZodIssue, { code: 'invalid_union' }>, path: Path): Problem[] {
  if (issue.input === undefined) return [problemAt(path, 'is missing')];
  const [closest] = issue.errors
    .filter((branch) => !branch.some((one) => one.path.length === 0 && one.code === 'invalid_type'))
    .toSorted((left, right) => left.length - right.length);
  if (closest) return closest.flatMap((one) => problemsOf(schema, one, path));
  const kinds = issue.errors.flatMap((branch) =>
    branch.map((one) => ('expected' in one ? kindName(one.expected) : '')),
  );
  return [problemAt(path, `must be ${[...new Set(kinds.filter((kind) => kind !== ''))].join(' or ')}`)];
}

function wrongValue(path: Path, { values, input }: Extract<$ZodIssue, { code: 'invalid_value' }>): Problem {
  if (input === undefined) return problemAt(path, 'is missing');
  return unknownName(path, 'choice', String(input), values.map(String));
}

function wording(issue: $ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'is missing';
      return `must be ${kindName(issue.expected)}, not ${kindOf(issue.input)}`;
    case 'invalid_format':
      return `${quoted(issue.input)} is not valid here; write ${issue.message}`;
    case 'custom':
      return `${quoted(issue.input)} is out of range`;
    case 'too_small':
      if (issue.origin === 'array') return `must list at least ${issue.minimum}`;
      return issue.origin === 'string' ? 'must not be empty' : 'must be greater than 0';
    case 'too_big':
      if (issue.origin === 'array') return `must list at most ${issue.maximum}`;
      return `must be at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}`;
    default:
      return issue.message;
  }
}

const kindNames: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of keys',
  record: 'a map of keys',
};

const kindName = (kind: string): string => kindNames[kind] ?? kind;

function kindOf(input: unknown): string {
  if (input === null) return 'empty';
  if (typeof input === 'number') return String(input);
  return Array.isArray(input) ? 'a list' : kindName(typeof input);
}

const firstMessage = (issues: readonly $ZodIssue[]): string => issues[0]?.message ?? 'it is not a valid name';

/** The keys that an object of the schema takes at `path`. */
function keysAt(schema: z.ZodType, path: Path): string[] {
  return shapesAt([schema], path).flatMap((shape) => Object.keys(shape.shape));
}

function shapesAt(schemas: z.ZodType[], path: Path): z.ZodObject[] {
  let current = schemas.flatMap(unwrap);
  for (const step of path) current = current.flatMap((schema) => childOf(schema, step)).flatMap(unwrap);
  return current.filter((schema) => schema instanceof z.ZodObject);
}

function unwrap(schema: z.ZodType): z.ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return unwrap(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => unwrap(option as z.ZodType));
  return [schema];
}

function childOf(schema: z.ZodType, step: string | number): z.ZodType[] {
  if (schema instanceof z.ZodArray) return [schema.element as z.ZodType];
  if (schema instanceof z.ZodRecord) return [schema.valueType as z.ZodType];
  const child = schema instanceof z.ZodObject ? schema.shape[String(step)] : undefined;
  return child ? [child as z.ZodType] : [];
}
