import { z } from 'zod';
import { attachmentErrors } from './errors-attachment.ts';
import { caseErrors } from './errors-case.ts';
import { coordinationErrors } from './errors-coordination.ts';
import { customerErrors } from './errors-customer.ts';
import { incidentErrors } from './errors-incident.ts';
import { organisationErrors } from './errors-organisation.ts';
import { outputErrors } from './errors-output.ts';
import { partyLinkErrors } from './errors-party-link.ts';
import { phraseErrors } from './errors-phrase.ts';
import { reviewErrors } from './errors-review.ts';
import { studioErrors } from './errors-studio.ts';
import { ticketErrors } from './errors-ticket.ts';

/**
 * Every error code once: HTTP status, what happened and what to do, in both languages. `{name}` in a text is filled from the
 * refusal's details. A code that is missing here is answered with 422 and the refusal's own message.
 */
export type ErrorEntry = { status: number; zh: string; en: string; remedyZh: string; remedyEn: string };

const defineErrors = <const T extends Record<string, ErrorEntry>>(entries: T): T => entries;

export const errors = defineErrors({
  'request.invalid': {
    status: 400,
    zh: '提交的内容不符合要求',
    en: 'The request is not valid',
    remedyZh: '请按 errors 中列出的字段逐项更正后重试',
    remedyEn: 'Correct the fields listed under errors and send it again',
  },
  'request.not-json': {
    status: 400,
    zh: '请求正文不是有效的 JSON',
    en: 'The request body is not valid JSON',
    remedyZh: '请检查括号、引号与逗号后重试',
    remedyEn: 'Check brackets, quotes and commas and send it again',
  },
  'request.not-utf8': {
    status: 400,
    zh: '请求正文含有无效的 UTF-8 字节（第 {position} 字节处）',
    en: 'The request body has bytes that are not UTF-8 (at byte {position})',
    remedyZh: '请以 UTF-8 编码发送文本',
    remedyEn: 'Send the text encoded as UTF-8',
  },
  'request.media-type': {
    status: 415,
    zh: '不支持的内容类型',
    en: 'This content type is not supported',
    remedyZh: '请使用 application/json，上传文件请使用 multipart/form-data',
    remedyEn: 'Send application/json, or multipart/form-data for files',
  },
  'request.too-large': {
    status: 413,
    zh: '请求正文过大',
    en: 'The request body is too large',
    remedyZh: '请缩短文本，文件请通过附件上传',
    remedyEn: 'Shorten the text; send files as attachments',
  },
  'route.unknown': {
    status: 404,
    zh: '没有这个地址',
    en: 'There is nothing at this address',
    remedyZh: '请对照 /api/v1/docs 检查方法与路径',
    remedyEn: 'Check method and path against /api/v1/docs',
  },
  'auth.required': {
    status: 401,
    zh: '请先登录',
    en: 'Sign in first',
    remedyZh: '请登录，或在 Authorization 头中携带有效令牌',
    remedyEn: 'Sign in, or send a valid token in the Authorization header',
  },
  'auth.forbidden': {
    status: 403,
    zh: '您没有执行此操作的权限',
    en: 'You may not do this',
    remedyZh: '请联系管理员调整角色，或请有权限的同事处理',
    remedyEn: 'Ask an administrator for the role, or a colleague who has it',
  },
  'rate.limited': {
    status: 429,
    zh: '请求过于频繁',
    en: 'Too many requests',
    remedyZh: '请在 {seconds} 秒后重试',
    remedyEn: 'Try again in {seconds} seconds',
  },
  'database.unavailable': {
    status: 503,
    zh: '数据库暂时不可用，未保存任何内容',
    en: 'The database cannot be reached just now; nothing was saved',
    remedyZh: '请稍后重试，系统会自动恢复',
    remedyEn: 'Try again shortly; the system recovers by itself',
  },
  'disk.full': {
    status: 503,
    zh: '服务器磁盘已满，未保存任何内容',
    en: 'The disk of the server is full; nothing was saved',
    remedyZh: '请管理员清理磁盘空间，之后会自动恢复',
    remedyEn: 'Ask the administrator to free disk space; it then recovers by itself',
  },
  ...attachmentErrors,
  ...caseErrors,
  ...customerErrors,
  ...organisationErrors,
  ...ticketErrors,
  ...incidentErrors,
  ...coordinationErrors,
  ...partyLinkErrors,
  ...outputErrors,
  ...studioErrors,
  ...phraseErrors,
  ...reviewErrors,
  internal: {
    status: 500,
    zh: '系统内部错误',
    en: 'Something went wrong on our side',
    remedyZh: '请重试；若仍出现，请将请求编号告知管理员',
    remedyEn: 'Try again; if it stays, tell the administrator the request id',
  },
});

export type ErrorCode = keyof typeof errors;

export function findError(code: string): ErrorEntry | null {
  return Object.hasOwn(errors, code) ? errors[code as ErrorCode] : null;
}

/** What every refused or failed request answers, as `application/problem+json` (RFC 9457). */
export const problem = z
  .object({
    type: z.string().describe('Where the code is explained'),
    title: z.string().describe('What happened, in the language asked for'),
    status: z.int(),
    code: z.string().describe('Stable name of the error'),
    field: z.string().optional().describe('The input it is about, dots between steps'),
    detail: z.string().optional().describe('More about this one case'),
    remedy: z.string().optional().describe('What to do'),
    details: z.record(z.string(), z.unknown()).optional().describe('Values that belong to the code'),
    errors: z
      .array(z.object({ field: z.string(), in: z.enum(['body', 'query', 'path', 'headers']), message: z.string() }))
      .optional()
      .describe('Each input that is not valid'),
    requestId: z.string().describe('Names this request in the log'),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problem>;
