import type { ApiProblem } from '../../api/api-problem.ts';
import type { ServerError } from './field-problems.ts';

/**
 * Every input that a refusal is about, from the three places where it may say so: the list of a malformed request, the
 * list of a form's answers, or the one field of a rule that said no.
 */
export function serverErrors(problem: ApiProblem): ServerError[] {
  if (problem.errors.length > 0) return [...problem.errors];
  const listed = answerErrors(problem);
  if (listed.length > 0) return listed;
  const field = problem.details.field;
  const message = [problem.title, problem.remedy].filter((part) => part !== '').join(' ');
  return typeof field === 'string' ? [{ field, code: problem.code, message }] : [];
}

function answerErrors(problem: ApiProblem): ServerError[] {
  const details = isRecord(problem.details.details) ? problem.details.details : {};
  const list = details.problems ?? details.errors;
  if (!Array.isArray(list)) return [];
  return list.filter(isRecord).map((one) => ({
    field: String(one.field ?? ''),
    code: String(one.code ?? ''),
    message: String(one.message ?? one.expected ?? problem.title),
  }));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
