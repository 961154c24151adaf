import type { Reply } from '../../http/app.ts';

const types = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Headers of a file to be saved, never kept by caches on the way. `plain` is the name for clients that know only ASCII. */
export function markAttachment(reply: Reply, kind: keyof typeof types, name: string, plain: string): Reply {
  return reply
    .type(types[kind])
    .header('cache-control', 'no-store')
    .header('content-disposition', contentDisposition(`${name}.${kind}`, `${plain}.${kind}`));
}

/** RFC 6266 with the real name as RFC 5987 has it. */
export function contentDisposition(name: string, plain: string): string {
  const safe = name.toWellFormed().replace(/[\p{Cc}/\\:*?"<>|]/gu, '_');
  const ascii = plain.replace(/[^\w.-]/g, '_');
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
