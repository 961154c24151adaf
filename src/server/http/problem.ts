import { type ErrorCode, type ErrorEntry, errors, findError, type Problem } from '../../contract/errors.ts';
import { Refusal } from '../../domain/refusal.ts';
import { isDiskFull, isUnavailable, isUnstorableText } from '../database/pool.ts';
import type { Language } from './language.ts';
import { describeIssues, InvalidInput } from './validation.ts';

export type Answer = { problem: Problem; retryAfterSeconds: number | null; isBug: boolean };

const retryAfterSeconds = 2;

const fastifyCodes: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too-large',
  FST_REQ_FILE_TOO_LARGE: 'request.too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.media-type',
  FST_ERR_CTP_INVALID_JSON_BODY: 'request.not-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request.not-json',
};

/** What a thrown thing means to the client. Only a bug is logged as an error, and of it the client learns the request id alone. */
export function answerTo(error: unknown, language: Language, requestId: string): Answer {
  const entry = (code: ErrorCode, more: Partial<Problem> = {}): Problem =>
    problemOf(code, errors[code], language, requestId, more);
  if (error instanceof Refusal)
    return { problem: refusalProblem(error, language, requestId), retryAfterSeconds: null, isBug: false };
  if (error instanceof InvalidInput) {
    const list = describeIssues(error, language);
    return {
      problem: entry('request.invalid', { field: list[0]?.field, errors: list }),
      retryAfterSeconds: null,
      isBug: false,
    };
  }
  if (isDiskFull(error))
    return { problem: entry('disk.full'), retryAfterSeconds: retryAfterSeconds * 15, isBug: false };
  if (isUnavailable(error)) return { problem: entry('database.unavailable'), retryAfterSeconds, isBug: false };
  if (isUnstorableText(error)) return { problem: entry('request.invalid'), retryAfterSeconds: null, isBug: false };
  const { code, statusCode, message } = error as { code?: string; statusCode?: number; message?: string };
  const known = fastifyCodes[code ?? ''];
  if (known) return { problem: entry(known), retryAfterSeconds: null, isBug: false };
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return {
      problem: entry('request.invalid', { status: statusCode, detail: message }),
      retryAfterSeconds: null,
      isBug: false,
    };
  }
  return { problem: entry('internal'), retryAfterSeconds: null, isBug: true };
}

function refusalProblem({ code, field, details, message }: Refusal, language: Language, requestId: string): Problem {
  const entry = findError(code) ?? { status: 422, zh: message, en: message, remedyZh: '', remedyEn: '' };
  return problemOf(code, entry, language, requestId, {
    field: field || undefined,
    detail: message === code ? undefined : message,
    details: Object.keys(details).length > 0 ? details : undefined,
  });
}

function problemOf(
  code: string,
  entry: ErrorEntry,
  language: Language,
  requestId: string,
  more: Partial<Problem>,
): Problem {
  const between = language === 'zh' ? '、' : ', ';
  const remedy = fill(language === 'zh' ? entry.remedyZh : entry.remedyEn, between, more.details);
  return {
    type: `/api/v1/docs#${code}`,
    title: fill(entry[language], between, more.details),
    status: entry.status,
    code,
    remedy: remedy || undefined,
    ...more,
    requestId,
  };
}

/** `between` stands between the names of a list. */
function fill(text: string, between: string, details: Record<string, unknown> = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    if (!Object.hasOwn(details, name)) return whole;
    const value = details[name];
    return Array.isArray(value) ? value.join(between) : String(value);
  });
}
