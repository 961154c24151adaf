import type { Problem } from '../../contract/errors.ts';

/** What the server says when it refuses (RFC 9457, application/problem+json), as an error to catch. */
export type FieldProblem = { field: string; message: string };

export class ApiProblem extends Error {
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  /** From the contract's closed list; `network` when no answer came, `unknown` when it made no sense. */
  readonly code: string;
  readonly title: string;
  /** What the reader can do about it; may be empty. */
  readonly remedy: string;
  /** By field, dots between steps. */
  readonly errors: readonly FieldProblem[];
  readonly requestId: string;
  /** Values that belong to the code: a 409 says here what changed. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(status: number, problem: Partial<Problem>) {
    super(problem.title ?? problem.code ?? `HTTP ${status}`);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = problem.code ?? 'unknown';
    this.title = problem.title ?? '';
    this.remedy = problem.remedy ?? problem.detail ?? '';
    this.errors = problem.errors ?? (problem.field ? [{ field: problem.field, message: problem.title ?? '' }] : []);
    this.requestId = problem.requestId ?? '';
    this.details = problem.details ?? {};
  }
}

export async function problemOf(response: Response): Promise<ApiProblem> {
  try {
    return new ApiProblem(response.status, await response.json());
  } catch {
    return new ApiProblem(response.status, { code: 'unknown' });
  }
}
