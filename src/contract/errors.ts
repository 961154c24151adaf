import { z } from 'zod';
import { attachmentErrors } from './errors-attachment.ts';
import { caseErrors } from './errors-case.ts';
import { coordinationErrors } from './errors-coordination.ts';
import { customerErrors } from './errors-customer.ts';
import { groupChatErrors } from './errors-group-chat.ts';
import { handlingErrors } from './errors-handling.ts';
import { incidentErrors } from './errors-incident.ts';
import { organisationErrors } from './errors-organisation.ts';
import { outputErrors } from './errors-output.ts';
import { partyLinkErrors } from './errors-party-link.ts';
import { phraseErrors } from './errors-phrase.ts';
import { playbookErrors } from './errors-playbook.ts';
import { portalErrors } from './errors-portal.ts';
import { queueErrors } from './errors-queue.ts';
import { requestErrors } from './errors-request.ts';
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
  ...requestErrors,
  ...attachmentErrors,
  ...caseErrors,
  ...customerErrors,
  ...organisationErrors,
  ...ticketErrors,
  ...handlingErrors,
  ...playbookErrors,
  ...queueErrors,
  ...portalErrors,
  ...groupChatErrors,
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
