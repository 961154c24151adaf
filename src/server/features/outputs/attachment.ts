import type { Reply } from '../../http/app.ts';
import { contentDisposition } from '../../http/content-disposition.ts';

const types = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ics: 'text/calendar; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Headers of a file to be saved, never kept by caches on the way. `plain` is the name for clients that know only ASCII. */
export function markAttachment(reply: Reply, kind: keyof typeof types, name: string, plain: string): Reply {
  return reply
    .type(types[kind])
    .header('cache-control', 'no-store')
    .header('content-disposition', contentDisposition(`${name}.${kind}`, `${plain}.${kind}`));
}
