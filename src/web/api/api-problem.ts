/** What the server says when it refuses (RFC 9457, application/problem+json), as an error to catch. */
export type FieldProblem = { field: string; code?: string; message: string };

type ProblemJson = {
  code?: string;
  title?: string;
  detail?: string;
  remedy?: string;
  errors?: FieldProblem[];
  requestId?: string;
};

export class ApiProblem extends Error {
  readonly status: number;
  /** From the closed list of refusals; `network` when no answer came, `unknown` when it made no sense. */
  readonly code: string;
  readonly title: string;
  /** What the reader can do about it; may be empty. */
  readonly remedy: string;
  /** By field, dots between steps. */
  readonly errors: readonly FieldProblem[];
  readonly requestId: string;
  /** The whole document: further members depend on the code (a 409 says what changed). */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(status: number, json: ProblemJson & Record<string, unknown>) {
    super(json.title ?? json.code ?? `HTTP ${status}`);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = json.code ?? 'unknown';
    this.title = json.title ?? '';
    this.remedy = json.remedy ?? json.detail ?? '';
    this.errors = json.errors ?? [];
    this.requestId = json.requestId ?? '';
    this.details = json;
  }
}

export async function problemOf(response: Response): Promise<ApiProblem> {
  try {
    return new ApiProblem(response.status, await response.json());
  } catch {
    return new ApiProblem(response.status, { code: 'unknown' });
  }
}
