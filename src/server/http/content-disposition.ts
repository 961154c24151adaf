/** RFC 6266 with the real name as RFC 5987 has it; `plain` is the name for clients that know only ASCII. */
export function contentDisposition(name: string, plain: string, kind: 'attachment' | 'inline' = 'attachment'): string {
  const safe = name.toWellFormed().replace(/[\p{Cc}/\\:*?"<>|]/gu, '_');
  const ascii = plain.replace(/[^\w.-]/g, '_');
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
