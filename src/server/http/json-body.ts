import { isUtf8 } from 'node:buffer';
import { Refusal } from '../../domain/refusal.ts';
import type { App } from './app.ts';

/**
 * JSON bodies, checked before they are parsed: bytes that are not UTF-8 would silently become replacement characters
 * and be kept for good. An empty body is none, so that requests without one need no content type games.
 */
export function registerJsonBody(app: App): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser(['application/json', 'text/plain']);
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    if (body.length === 0) return done(null, undefined);
    if (!isUtf8(body)) return done(new Refusal('request.not-utf8', '', { position: firstBadByte(body) }), undefined);
    return parse(request, body.toString('utf8'), done);
  });
}

/** Where the bytes differ from what they decode to. */
function firstBadByte(body: Buffer): number {
  const decoded = Buffer.from(body.toString('utf8'));
  return body.findIndex((byte, position) => byte !== decoded[position]);
}
